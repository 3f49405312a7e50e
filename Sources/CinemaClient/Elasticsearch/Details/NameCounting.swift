internal import CinemaCore

/// Who is named in a field of films, with how many films each has, as an
/// aggregation.
///
/// Names within nested objects are told apart from the others of the same
/// film, and filtered there; of others the values are filtered by a pattern.
struct NameCounting {
    struct Row: Hashable {
        /// Nil where the films tell the name alone.
        var id: String?
        var name: String
        var films: Int
    }

    private let field: NameField
    private let path: String
    private let isByID: Bool

    /// Nil where the values cannot be counted: text alone.
    init?(_ field: NameField) {
        self.field = field
        let isNested = field.name.nested != nil
        if isNested, let id = field.id?.exact {
            path = id
            isByID = true
        } else if let name = field.name.exact, !field.name.exactFolds {
            path = name
            isByID = false
        } else {
            return nil
        }
    }

    /// Whether each value costs a look into a document.
    var isDear: Bool { isByID && field.name.exact == nil || !isByID && field.id != nil }

    /// Nil for a text that nothing can be filtered by.
    func aggregation(_ text: SearchText, most: Int) -> SearchJSON? {
        var terms: SearchJSON = ["field": .string(path), "size": .integer(most)]
        let isNested = field.name.nested != nil
        if !isNested, !text.terms.isEmpty {
            guard let pattern = pattern(text) else { return nil }
            terms["include"] = .string(pattern)
        }
        var values: SearchJSON = ["terms": terms]
        if let within { values["aggs"] = within }
        guard let nested = field.name.nested else { return values }
        if !text.terms.isEmpty {
            let match = FieldMatch(field: field.name)
            let clauses = text.terms.enumerated().map { place, term in
                match.term(
                    term, isPrefix: text.endsInPrefix && place == text.terms.count - 1,
                    vanishes: text.terms.count > 1)
            }
            values = ["filter": .all(clauses), "aggs": ["values": values]]
        }
        return ["nested": ["path": .string(nested)], "aggs": ["inner": values]]
    }

    /// Values with the first word; the others are looked for in the answer.
    private func pattern(_ text: SearchText) -> String? {
        let isOnly = text.terms.count == 1
        return text.terms.first.flatMap { term in
            FoldedPattern.within(term.words, isPrefix: isOnly && text.endsInPrefix)
        }
    }

    /// What is asked of each value: the name of an id, the id of a name.
    private var within: SearchJSON? {
        if isByID, let name = field.name.exact {
            return ["name": ["terms": ["field": .string(name), "size": 1]]]
        }
        guard isDear else { return nil }
        let source = field.name.nested == nil ? field.key : field.name.path
        return ["sample": ["top_hits": ["size": 1, "_source": [.string(source)]]]]
    }

    /// The rows, and whether there are more than were asked for.
    func read(_ aggregation: JSONValue?) -> (rows: [Row], isComplete: Bool) {
        guard let aggregation else { return ([], true) }
        let inner = aggregation["inner"] ?? aggregation
        let values = inner["values"] ?? inner
        let rows = values.elements(of: "buckets").compactMap(row)
        return (rows, values["sum_other_doc_count"]?.integer ?? 0 == 0)
    }

    private func row(_ bucket: JSONValue) -> Row? {
        guard let key = bucket["key"]?.text else { return nil }
        let films = Int(clamping: bucket["doc_count"]?.integer ?? 0)
        let source = bucket["sample"]?["hits"]?.elements(of: "hits").first?["_source"]
        guard isByID else {
            return Row(id: source.flatMap { id(of: key, in: $0) }, name: key, films: films)
        }
        let told = bucket["name"]?.elements(of: "buckets").first?["key"]?.string
        guard let name = told ?? source.flatMap(Self.name) else { return nil }
        return Row(id: key, name: name, films: films)
    }

    /// The name in what a server gives of a nested object: itself, or the
    /// whole path to it.
    private static func name(_ source: JSONValue) -> String? {
        if let name = FilmRecordReader.name(source)?.name { return name }
        for member in source.members.prefix(8) {
            let value = member.value
            let inner = value.kind == .array ? value.elements.first { _ in true } : value
            if let inner, let name = FilmRecordReader.name(inner)?.name { return name }
        }
        return nil
    }

    /// The id beside a name in a film that has both.
    private func id(of name: String, in source: JSONValue) -> String? {
        guard let value = source[field.key] else { return nil }
        let objects = value.kind == .array ? Array(value.elements) : [value]
        return objects.lazy.compactMap { FilmRecordReader.name($0) }.first { $0.name == name }?.id
    }
}

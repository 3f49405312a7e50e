/// A document as an index gives it, or as one is given to it.
struct IndexDocument {
    var value: JSONValue
    /// The document's own id, for films without one.
    var id: String?
    var index: String?

    /// The documents of a line: those of an answer to `_search`, else the one
    /// that it is.
    static func all(of line: JSONValue, after action: BulkAction?) -> [IndexDocument] {
        if let action {
            let value = action.document(line)
            return [IndexDocument(value: value, id: action.id, index: action.index)]
        }
        if let hits = line["hits"]?["hits"], hits.kind == .array {
            return hits.elements.map { IndexDocument(hit: $0) }
        }
        return [IndexDocument(hit: line)]
    }

    private init(hit: JSONValue) {
        let isHit = hit["_source"] != nil
        self.init(
            value: hit, id: isHit ? hit["_id"].flatMap(FilmRecordReader.identifier) : nil,
            index: isHit ? hit["_index"]?.string : nil)
    }

    private init(value: JSONValue, id: String?, index: String?) {
        self.value = value
        self.id = id
        self.index = index
    }

    /// Whether it is a person or a genre rather than a film: of an index that
    /// is called so, without a title.
    var isOther: Bool {
        guard let index, let named = IndexNameWords.kind(of: index), named.kind != .films else {
            return false
        }
        let source = value["_source"] ?? value
        return ["title", "film_title", "movie_title"].allSatisfy { source[$0] == nil }
    }
}

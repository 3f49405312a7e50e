internal import CinemaCore

/// The filters of a query as clauses of an index.
struct FilmFilters {
    let fields: FilmFields
    let genres: GenreList
    let labels: [String: LabelList]

    /// The films that meet a filter; nil where the index does not have what
    /// it asks for.
    func clause(_ filter: Filter) -> SearchJSON? {
        guard let met = clause(filter.condition) else { return nil }
        return filter.isExcluding ? .all([], without: [met]) : met
    }

    /// The clauses of all filters that can be met, and the names of the others.
    func clauses(_ filters: [Filter]) -> (met: [SearchJSON], ignored: [String]) {
        var met: [SearchJSON] = []
        var ignored: [String] = []
        for filter in filters {
            if let clause = clause(filter) {
                met.append(clause)
            } else if !ignored.contains(filter.fieldName) {
                ignored.append(filter.fieldName)
            }
        }
        return (met, ignored)
    }

    private func clause(_ condition: Filter.Condition) -> SearchJSON? {
        switch condition {
        case .genre(let values): genre(values)
        case .person(let values, let role): people(values, role)
        case .year(let span): fields.year.flatMap { year($0, span) }
        case .rating(let span): rating(span)
        case .runtime(let span): fields.runtime.flatMap { number($0, span) }
        case .country(let values): fields.countries.flatMap { label($0, values) }
        case .language(let values): fields.languages.flatMap { label($0, values) }
        case .type(let values): fields.type.flatMap { label($0, values) }
        }
    }

    // MARK: Names

    private func genre(_ values: [String]) -> SearchJSON? {
        guard let field = fields.genres.first(where: \.isSearchable) else { return nil }
        if !genres.entries.isEmpty {
            let meant = values.flatMap { genres.meant(by: $0) }
            guard !meant.isEmpty else { return .nothing }
            return field.clause(ids: meant.map(\.id), names: meant.map(\.name))
        }
        return .any(values.map { named($0, field) })
    }

    private func people(_ values: [String], _ role: Role?) -> SearchJSON? {
        var clauses: [SearchJSON] = []
        let own = role.map { [fields.people[$0] ?? []] } ?? Array(fields.people.values)
        // An id is looked for where there are ids, a name where names are.
        for names in own.flatMap({ $0 }).sorted(by: { $0.key < $1.key })
        where names.isSearchable {
            clauses += values.map { named($0, names) }
        }
        if let persons = fields.persons, persons.isSearchable {
            clauses += values.compactMap { person($0, role, persons) }
        }
        return clauses.isEmpty ? nil : .any(clauses)
    }

    /// Somebody of the one list of everybody, with the role in the same object.
    private func person(_ value: String, _ role: Role?, _ persons: NameField) -> SearchJSON? {
        var clauses = [within(value, persons)]
        if let role {
            guard let field = fields.personsRole, field.isSearchable else { return nil }
            clauses.append(FieldMatch(field: field).word(FoldedWord(role.name), isPrefix: false))
        }
        return .nested(persons.name.nested, .all(clauses))
    }

    private func named(_ value: String, _ field: NameField) -> SearchJSON {
        .nested(field.name.nested, within(value, field))
    }

    /// The id, or all words of the name; within the objects.
    private func within(_ value: String, _ field: NameField) -> SearchJSON {
        var clauses: [SearchJSON] = []
        if let id = field.id?.exact { clauses.append(.terms(id, [value])) }
        let words = TextFolding.words(in: NamedPerson.name(value) ?? value, limit: 16)
        // Ids have hyphens; looking for their parts as words would be for nothing.
        if !words.isEmpty, field.name.isSearchable, !Self.isUUID(value) {
            clauses.append(FieldMatch(field: field.name, scansValues: false).allWords(words))
        }
        return .any(clauses)
    }

    private static func isUUID(_ value: String) -> Bool {
        value.utf8.count == 36 && value.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12]
    }

    private func label(_ field: IndexField, _ values: [String]) -> SearchJSON? {
        guard field.isSearchable else { return nil }
        if let exact = field.exact, let known = labels[exact] {
            return .nested(field.nested, .terms(exact, values.flatMap { known.meant(by: $0) }))
        }
        return .any(
            values.map { value in
                let words = TextFolding.words(in: value, limit: 16)
                guard !words.isEmpty else { return .nothing }
                return .nested(field.nested, FieldMatch(field: field).allWords(words))
            })
    }

    // MARK: Numbers

    private func number(_ field: IndexField, _ span: Span<Int>) -> SearchJSON? {
        guard field.isNumber else { return nil }
        return range(
            field, lower: span.lower.map { ("gte", .integer($0)) },
            upper: span.upper.map { ("lte", .integer($0)) })
    }

    /// Ratings are told in tenths and rounded, half a tenth upwards.
    private func rating(_ span: Span<Int>) -> SearchJSON? {
        guard let field = fields.rating, field.isNumber else { return nil }
        func bound(_ tenths: Int) -> SearchJSON { .number((Double(tenths) * 10 - 5) / 100) }
        return range(
            field, lower: span.lower.map { ("gte", $0 == 0 ? .integer(0) : bound($0)) },
            upper: span.upper.map { ("lt", bound($0 + 1)) })
    }

    private func year(_ field: IndexField, _ span: Span<Int>) -> SearchJSON? {
        switch field.kind {
        case .integer, .decimal: return number(field, span)
        case .date:
            var bounds: SearchJSON = ["format": "yyyy-MM-dd"]
            if let lower = span.lower, lower > 0 {
                bounds["gte"] = .string("\(Self.digits(lower))-01-01")
            }
            if let upper = span.upper { bounds["lte"] = .string("\(Self.digits(upper))-12-31") }
            guard bounds["gte"] != nil || bounds["lte"] != nil else {
                return .exists(field.path)
            }
            return .nested(field.nested, ["range": .field(field.path, bounds)])
        default:
            // Dates as text begin with the year.
            guard let exact = field.exact else { return nil }
            return range(
                field, on: exact,
                lower: span.lower.map { ("gte", .string(Self.digits($0))) },
                upper: span.upper.map { ("lt", .string(Self.digits($0 + 1))) })
        }
    }

    private static func digits(_ year: Int) -> String {
        let text = String(min(max(year, 0), 9999))
        return String(repeating: "0", count: 4 - text.count) + text
    }

    private func range(
        _ field: IndexField, on path: String? = nil, lower: (String, SearchJSON)?,
        upper: (String, SearchJSON)?
    ) -> SearchJSON {
        var bounds: SearchJSON = [:]
        if let (key, value) = lower { bounds[key] = value }
        if let (key, value) = upper { bounds[key] = value }
        let path = path ?? field.path
        guard bounds != [:] else { return .nested(field.nested, .exists(path)) }
        return .nested(field.nested, ["range": .field(path, bounds)])
    }
}

extension NameField {
    var isSearchable: Bool { name.isSearchable || id?.exact != nil }
}

extension IndexField {
    var isNumber: Bool { kind == .integer || kind == .decimal }
}

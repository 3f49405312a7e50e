/// One document by the id that readers know it by.
enum DocumentQuestion {
    /// The documents that have the id in their field, and that of which it is
    /// the document's own: what is shown may be either.
    static func query(_ id: String, _ field: IndexField?) -> SearchJSON {
        var clauses: [SearchJSON] = [["ids": ["values": [.string(id)]]]]
        if let field, field.kind != .unsearchable {
            clauses.insert(.nested(field.nested, term(field, id)), at: 0)
        }
        return .any(clauses)
    }

    /// Two, of which the one is taken that has the id in its field.
    static func body(_ id: String, _ field: IndexField?) -> SearchJSON {
        ["query": query(id, field), "size": 2, "track_total_hits": false]
    }

    /// A whole value of a field; nothing for what cannot be one.
    static func term(_ field: IndexField, _ value: String) -> SearchJSON {
        switch field.kind {
        case .integer:
            guard let number = Int(value) else { return .nothing }
            return ["term": .field(field.path, ["value": .integer(number)])]
        case .text, .searchAsYouType:
            if let exact = field.exact { return .terms(exact, [value]) }
            return ["match_phrase": .field(field.path, .string(value))]
        case .keyword: return .terms(field.exact ?? field.path, [value])
        case .decimal, .date, .boolean, .unsearchable: return .nothing
        }
    }
}

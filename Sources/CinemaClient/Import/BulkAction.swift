/// A line of the bulk format that says what to do with the document on the
/// next line.
struct BulkAction: Equatable {
    enum Kind: String, CaseIterable {
        case index, create, update, delete
    }

    var kind: Kind
    var id: String?
    var index: String?

    /// Nil for anything else.
    init?(_ value: JSONValue) {
        guard value.kind == .object, value.count == 1 else { return nil }
        for kind in Kind.allCases {
            guard let action = value[kind.rawValue], action.kind == .object else { continue }
            // A film has no members such as these in whatever it has there.
            guard action.members.allSatisfy({ Self.isKey($0.key.string ?? "") }) else {
                return nil
            }
            self.kind = kind
            id = action["_id"].flatMap(FilmRecordReader.identifier)
            index = action["_index"]?.string
            return
        }
        return nil
    }

    private static func isKey(_ key: String) -> Bool {
        key.hasPrefix("_") || further.contains(key)
    }

    private static let further: Set<String> = [
        "routing", "version", "version_type", "retry_on_conflict", "if_seq_no",
        "if_primary_term", "pipeline", "require_alias", "dynamic_templates", "parent",
    ]

    /// The document on the next line: an update has it within.
    func document(_ line: JSONValue) -> JSONValue {
        guard kind == .update else { return line }
        return line["doc"] ?? line["upsert"] ?? line
    }
}

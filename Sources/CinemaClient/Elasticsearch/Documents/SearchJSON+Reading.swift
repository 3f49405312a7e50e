extension SearchJSON {
    /// A value of an answer, to be sent back as it came.
    init(_ value: JSONValue) {
        switch value.kind {
        case .null: self = .null
        case .boolean: self = .boolean(value.boolean ?? false)
        case .string: self = .string(value.string ?? "")
        case .number:
            if let integer = value.integer {
                self = .integer(Int(integer))
            } else {
                self = .number(value.double ?? 0)
            }
        case .array: self = .array(value.elements.map { SearchJSON($0) })
        case .object:
            self = .object(
                value.members.map { member in
                    Member(key: member.key.string ?? "", value: SearchJSON(member.value))
                })
        }
    }
}

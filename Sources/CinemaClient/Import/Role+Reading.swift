internal import CinemaCore

extension Role {
    /// The roles that a JSON value tells: a text, perhaps with commas, a list
    /// of texts, or objects with a name.
    static func roles(_ value: JSONValue?) -> [Role] {
        guard let value else { return [] }
        var roles: [Role] = []
        func add(_ role: Role?) {
            if let role, !roles.contains(role), roles.count < 32 { roles.append(role) }
        }
        switch value.kind {
        case .string:
            for part in NameList.labels(value.string ?? "") { add(Role(told: part)) }
        case .array:
            for element in value.elements.prefix(64) {
                let text = element.string ?? element["name"]?.string ?? element["role"]?.string
                for part in NameList.labels(text ?? "") { add(Role(told: part)) }
            }
        case .object:
            if let name = value["name"] ?? value["role"] { return Self.roles(name) }
        default: break
        }
        return roles
    }

    /// A role by the word that a source has for it: in either number and case.
    init?(told word: String) {
        guard !word.isEmpty, word.utf8.count <= 64 else { return nil }
        let word = word.lowercased()
        self = Role.billing.first { word == $0.name || word == $0.name + "s" } ?? Role(word)
    }

    /// The role that a key names: `actor`, `writers`, `as_director`.
    init?(key: String) {
        guard key.utf8.count <= 32 else { return nil }
        let key = key.lowercased()
        for role in Role.billing where key.contains(text: role.name) {
            self = role
            return
        }
        return nil
    }
}

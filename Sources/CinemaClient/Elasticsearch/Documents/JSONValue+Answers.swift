extension JSONValue {
    /// The first members of the object under a key, with their keys; none
    /// where there is no such object.
    func members(of key: String, most: Int = 2_000) -> [(key: String, value: JSONValue)] {
        guard let object = self[key] else { return [] }
        return object.members.prefix(most).compactMap { member in
            member.key.string.map { (key: $0, value: member.value) }
        }
    }

    /// The first elements of the array under a key; none where there is no
    /// such array.
    func elements(of key: String, most: Int = 100_000) -> [JSONValue] {
        self[key].map { Array($0.elements.prefix(most)) } ?? []
    }

    /// How many documents a search found; older servers tell the bare number.
    var totalHits: Int? {
        let total = self["hits"]?["total"]
        return (total?["value"] ?? total)?.integer.map { Int($0) }
    }
}

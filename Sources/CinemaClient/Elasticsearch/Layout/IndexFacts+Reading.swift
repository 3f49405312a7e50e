extension IndexFacts {
    /// The most indices that are looked at.
    private static let mostIndices = 2_000

    /// The indices that the answer of `_mapping` tells of.
    @discardableResult
    mutating func take(mappings answer: JSONValue) -> [String] {
        var indices: [String] = []
        for member in answer.members.prefix(Self.mostIndices) {
            guard let index = member.key.string else { continue }
            mappings[index] = MappedField(mappings: member.value["mappings"])
            indices.append(index)
        }
        return indices.sorted()
    }

    /// `{"movies_v2": {"aliases": {"movies": {}}}}`.
    mutating func take(aliases answer: JSONValue) {
        var partial: Set<String> = []
        for member in answer.members.prefix(Self.mostIndices) {
            guard let index = member.key.string, mappings[index] != nil else { continue }
            for (name, alias) in member.value.members(of: "aliases", most: 200) {
                if alias["filter"] != nil { partial.insert(name) }
                aliases[name, default: []].append(index)
            }
        }
        for alias in partial { aliases[alias] = nil }
    }

    /// `[{"index": "movies", "docs.count": "999"}]`.
    mutating func take(counts answer: JSONValue) {
        for row in answer.elements.prefix(Self.mostIndices) {
            guard let index = row["index"]?.string else { continue }
            documents[index] = row["docs.count"]?.integer.map { Int($0) }
        }
    }
}

extension JSONValue {
    /// The smallest `max_result_window` of the indices that the answer of
    /// `_settings` tells of.
    var smallestWindow: Int? {
        var smallest: Int?
        for member in members.prefix(2_000) {
            let settings = member.value["settings"]
            let window =
                settings?["index"]?["max_result_window"] ?? settings?["index.max_result_window"]
            let rows = window?.integer.map { Int($0) } ?? 10_000
            guard rows > 0 else { continue }
            smallest = smallest.map { min($0, rows) } ?? rows
        }
        return smallest
    }
}

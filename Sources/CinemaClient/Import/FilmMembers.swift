/// The members of a film's JSON object that mean something, found in one walk
/// over all of them.
struct FilmMembers {
    /// Where the value of each field is in the document; 0 for nowhere, since
    /// no member is a document's first value.
    private var places = [Int](repeating: 0, count: FilmField.allCases.count)
    private var object: JSONValue?
    /// Further keys that the source is known to have.
    var keys: [String: FilmField] = [:]

    /// Takes another object in. Null is as good as absent, and of members
    /// with one key the first counts.
    mutating func read(_ object: JSONValue) {
        self.object = object
        for index in places.indices { places[index] = 0 }
        for member in object.members {
            guard let key = member.key.string, let field = keys[key] ?? FilmField.byKey[key],
                places[field.rawValue] == 0, !member.value.isNull
            else { continue }
            places[field.rawValue] = member.value.indexWithin - 1
        }
    }

    subscript(field: FilmField) -> JSONValue? {
        let place = places[field.rawValue]
        return place == 0 ? nil : object?.value(at: place)
    }
}

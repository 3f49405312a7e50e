internal import CinemaCore

extension FilmRecordReader {
    /// A genre or a person: a text, or an object with a name under one of the
    /// keys that are about, and perhaps an id.
    static func name(_ value: JSONValue) -> FilmRecord.Name? {
        guard value.kind == .object else {
            return value.string.flatMap { usable($0) }.map { FilmRecord.Name(name: $0) }
        }
        for key in ["name", "full_name", "genre", "title"] {
            if let name = value[key]?.string.flatMap({ usable($0) }) {
                return FilmRecord.Name(id: id(of: value), name: name)
            }
        }
        let parts = ["first_name", "last_name"].compactMap { value[$0]?.string }
        guard let name = usable(parts.filter(hasContent).joined(separator: " ")) else {
            return nil
        }
        return FilmRecord.Name(id: id(of: value), name: name)
    }

    /// The id of an object: one that is a UUID, else the first.
    static func id(of value: JSONValue) -> String? {
        var first: String?
        for key in ["id", "uuid"] {
            guard let id = value[key].flatMap(identifier) else { continue }
            if UUIDText.isUUID(id) { return id }
            if first == nil { first = id }
        }
        return first
    }

    private static func usable(_ name: String) -> String? {
        hasContent(name) && name.utf8.count <= longestText ? name : nil
    }
}

internal import CinemaCore

extension FilmRecordReader {
    /// A genre or a person: a text, or an object with a name under one of the
    /// keys that are about, and perhaps an id.
    static func name(_ value: JSONValue) -> FilmRecord.Name? {
        guard value.kind == .object else {
            return value.string.flatMap { usable($0) }.map { FilmRecord.Name(name: $0) }
        }
        for key in [
            "name", "full_name", "genre", "title", "person_name", "genre_name", "label",
        ] {
            if let name = value[key]?.string.flatMap({ usable($0) }) {
                return FilmRecord.Name(told: id(of: value), name: name)
            }
        }
        let parts = ["first_name", "last_name"].compactMap { value[$0]?.string }
        guard let name = usable(parts.filter(hasContent).joined(separator: " ")) else {
            return nil
        }
        return FilmRecord.Name(told: id(of: value), name: name)
    }

    /// The id of an object: one that is a UUID, else the first.
    static func id(of value: JSONValue) -> String? {
        var first: String?
        for key in ["id", "uuid", "person_id", "genre_id", "person_uuid", "genre_uuid"] {
            guard let id = value[key].flatMap(identifier) else { continue }
            if UUIDText.isUUID(id) { return id }
            if first == nil { first = id }
        }
        return first
    }

    private static func usable(_ name: String) -> String? {
        hasContent(name) && name.utf8.count <= longestText ? name : nil
    }

    /// Of texts by language the likeliest, of a list the first.
    static func textWithin(_ value: JSONValue, depth: Int = 0) -> String? {
        guard depth < 3 else { return nil }
        switch value.kind {
        case .array:
            for element in value.elements {
                if let text = element.text ?? textWithin(element, depth: depth + 1) { return text }
            }
            return nil
        case .object:
            let texts = value.members.compactMap { member in
                member.value.text.map { (key: member.key.string?.lowercased() ?? "", text: $0) }
            }.filter { hasContent($0.text) }
            for key in FilmWords.languageKeys {
                if let best = texts.first(where: { $0.key == key }) { return best.text }
            }
            return texts.first?.text
        default: return nil
        }
    }

    /// Of numbers by who tells them the likeliest.
    static func numberWithin(_ value: JSONValue) -> Double? {
        FilmWords.raters.lazy.compactMap { value[$0]?.double }.first
    }
}

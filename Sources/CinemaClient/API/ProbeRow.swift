/// A film or genre of an answer, by what the derivation looks at.
struct ProbeRow: Equatable, Sendable {
    struct Genre: Equatable, Sendable {
        var identifier: String?
        var name: String?

        /// Whether both may be the same genre.
        func isLike(_ other: Genre?) -> Bool {
            guard let other else { return false }
            if let identifier, identifier == other.identifier { return true }
            guard let name, let otherName = other.name else { return false }
            return name.lowercased() == otherName.lowercased()
        }
    }

    /// As the service gives it, for asking again.
    var identifier: String
    /// The title of a film, the name of a genre.
    var title: String?
    var rating: Double?
    var genres: [Genre] = []

    init(identifier: String, title: String? = nil, rating: Double? = nil, genres: [Genre] = []) {
        self.identifier = identifier
        self.title = title
        self.rating = rating
        self.genres = genres
    }

    /// Nil where the value has nothing to be called by.
    init?(_ value: JSONValue) {
        guard value.kind == .object, let identifier = Self.identifier(of: value) else { return nil }
        self.identifier = identifier
        title = value["title"]?.string ?? value["name"]?.string ?? value["genre"]?.string
        rating = value["imdb_rating"]?.double ?? value["rating"]?.double
        genres = Self.genres(value["genres"] ?? value["genre"])
    }

    /// A film may have a number beside its UUID; the latter is what it is
    /// asked for by.
    private static func identifier(of value: JSONValue) -> String? {
        var found: [String] = []
        for key in ["uuid", "id", "film_uuid", "film_id", "genre_uuid", "genre_id"] {
            if let text = value[key]?.text, !text.isEmpty, text.utf8.count <= 256 {
                found.append(text)
            }
        }
        return found.first(where: UUIDText.isUUID) ?? found.first
    }

    private static func genres(_ value: JSONValue?) -> [Genre] {
        guard let value else { return [] }
        if let names = value.string {
            return names.split(separator: ",").map { name in
                Genre(name: String(name.drop { $0.isWhitespace }))
            }
        }
        let all = value.kind == .object ? [value] : Array(value.elements.prefix(32))
        return all.compactMap { element in
            if let name = element.string {
                return UUIDText.isUUID(name) ? Genre(identifier: name) : Genre(name: name)
            }
            guard element.kind == .object else { return nil }
            let genre = Genre(
                identifier: identifier(of: element),
                name: element["name"]?.string ?? element["genre"]?.string
                    ?? element["title"]?.string)
            return genre.identifier == nil && genre.name == nil ? nil : genre
        }
    }
}

/// In which order ratings come.
enum RatingOrder: Equatable, Sendable {
    case descending, ascending, mixed
    /// Too few, or all the same.
    case unknown

    init(_ rows: [ProbeRow]) {
        // Some services say 0 for a film without rating, wherever it stands.
        let ratings = rows.compactMap(\.rating).filter { $0 > 0 }
        let pairs = zip(ratings, ratings.dropFirst())
        let falls = pairs.contains { $0 > $1 }
        let rises = pairs.contains { $0 < $1 }
        self =
            switch (falls, rises) {
            case (true, false): .descending
            case (false, true): .ascending
            case (true, true): .mixed
            case (false, false): .unknown
            }
    }
}

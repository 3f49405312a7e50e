internal import CinemaCore

/// Reads a film from JSON, leniently: what is missing or null is unknown,
/// what cannot be read is reported by its path and the rest is kept.
///
/// The fields are those of the film data (`imdb_id`, `title`, `cast`, …) and
/// of the API (`id` or `uuid`, `imdb_rating`, `actors`, …); genres and people
/// are names or objects with a name and perhaps an id.
struct FilmRecordReader {
    /// The paths of the fields that could not be read, with the reason.
    private(set) var problems: [String] = []

    /// The longest text that is kept of a field, in bytes.
    static let longestText = 64 * 1024
    /// The most genres, people or countries that are kept of one film.
    static let longestList = 10_000

    /// The film; nil if it has no title.
    mutating func film(_ value: JSONValue) -> FilmRecord? {
        problems = []
        guard value.kind == .object else {
            problems.append("the line is not a JSON object")
            return nil
        }
        guard let title = text(value, "title", "name"), Self.hasContent(title)
        else {
            problems.append("title: missing")
            return nil
        }
        var film = FilmRecord(title: title)
        film.id = text(value, "id", "uuid")
        film.imdb = text(value, "imdb_id")
        film.year = integer(value, 1...9_999, "year")
        film.released = text(value, "released", "creation_date")
        if film.year == nil, let released = film.released, let year = Int(released.prefix(4)),
            (1...9_999).contains(year)
        {
            film.year = year
        }
        film.rating = rating(value)
        film.reviews = integer(value, 0...4_000_000_000, "reviews", "votes")
        film.runtime = integer(value, 0...60_000, "runtime_minutes", "runtime")
        film.type = text(value, "type")
        film.description = text(value, "description")
        film.awards = text(value, "awards")
        film.metacritic = integer(value, 0...100, "metacritic")
        film.tomatometer = integer(value, 0...100, "tomatometer")
        film.boxOffice = integer(value, 0...1_000_000_000_000_000, "box_office_usd", "box_office")
        film.genres = names(value, "genres", "genre")
        film.countries = names(value, "countries").map(\.name)
        film.languages = names(value, "languages").map(\.name)
        for (role, fields) in [
            (Role.director, ["directors", "director"]), (.writer, ["writers"]),
            (.actor, ["cast", "actors"]),
        ] {
            for field in fields {
                film.credits += names(value, field).map {
                    FilmRecord.Credit(person: $0, role: role)
                }
            }
        }
        return film
    }

    /// Whether a text has more than blanks; nearly all begin with a letter.
    private static func hasContent(_ text: String) -> Bool {
        if let first = text.utf8.first, (0x21...0x7e).contains(first) { return true }
        return text.contains { !$0.isWhitespace }
    }

    private mutating func text(_ film: JSONValue, _ fields: String...) -> String? {
        for field in fields {
            guard let value = film[field] else { continue }
            guard let text = value.text else {
                problems.append("\(field): not a text")
                continue
            }
            guard text.utf8.count <= Self.longestText else {
                problems.append("\(field): cut after \(Self.longestText) bytes")
                return String(decoding: text.utf8.prefix(Self.longestText), as: UTF8.self)
            }
            if !text.isEmpty { return text }
        }
        return nil
    }

    private mutating func integer(
        _ film: JSONValue, _ range: ClosedRange<Int>, _ fields: String...
    ) -> Int? {
        for field in fields {
            guard let value = film[field] else { continue }
            guard let number = value.integer, range.contains(Int(number)) else {
                problems.append("\(field): not a whole number from \(range.lowerBound)")
                continue
            }
            return Int(number)
        }
        return nil
    }

    private mutating func rating(_ film: JSONValue) -> Rating? {
        for field in ["rating", "critics_rating", "imdb_rating"] {
            guard let value = film[field] else { continue }
            guard let number = value.double, let rating = Rating(number) else {
                problems.append("\(field): not a number from 0 to 10")
                continue
            }
            return rating
        }
        return nil
    }

    private mutating func names(_ film: JSONValue, _ fields: String...) -> [FilmRecord.Name] {
        var names: [FilmRecord.Name] = []
        for field in fields {
            guard let value = film[field] else { continue }
            guard value.kind == .array else {
                if let name = value.string, !name.isEmpty {
                    names.append(FilmRecord.Name(name: name))
                } else if value.kind != .string {
                    problems.append("\(field): not a list")
                }
                continue
            }
            for (index, element) in value.elements.enumerated() {
                guard names.count < Self.longestList else {
                    problems.append("\(field): cut after \(Self.longestList)")
                    break
                }
                guard let name = name(element) else {
                    if !element.isNull { problems.append("\(field)[\(index)]: not a name") }
                    continue
                }
                names.append(name)
            }
        }
        return names
    }

    private func name(_ value: JSONValue) -> FilmRecord.Name? {
        let id: String?
        let name: String?
        if value.kind == .object {
            id = value["id"]?.text ?? value["uuid"]?.text
            name = value["name"]?.string ?? value["full_name"]?.string
        } else {
            id = nil
            name = value.string
        }
        guard let name, Self.hasContent(name),
            name.utf8.count <= Self.longestText
        else { return nil }
        return FilmRecord.Name(id: id, name: name)
    }
}

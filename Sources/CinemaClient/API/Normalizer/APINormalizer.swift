internal import CinemaCore

/// Makes records of the bodies of an API, whatever their shape.
struct APINormalizer {
    /// A page of a list, as far as it could be read.
    struct RowPage<Record> {
        var records: [Record] = []
        /// Rows that came, readable or not.
        var rows = 0
        /// How many rows the whole list has, where the answer tells.
        var total: Int?

        var unreadableRows: Int { rows - records.count }
    }

    /// What could not be read, by path: `[3].imdb_rating: not a number …`.
    private(set) var problems: [String] = []
    /// What genres are called, for films that have only their ids.
    var genreNames: [String: String] {
        get { films.genreNames }
        set { films.genreNames = newValue }
    }

    private var films = FilmRecordReader()
    private var people = PersonRecordReader()

    /// The most problems that are told of one answer.
    static let mostProblems = 100

    /// Nil if the body has no list.
    mutating func films(_ body: JSONValue) -> RowPage<FilmRecord>? {
        page(body) { reader, row in
            let film = reader.films.film(row)?.withoutRepetitions
            return (film?.id == nil ? nil : film, reader.films.problems)
        }
    }

    mutating func people(_ body: JSONValue) -> RowPage<PersonRecord>? {
        page(body) { reader, row in
            let person = reader.people.person(row)
            return (person, reader.people.problems)
        }
    }

    mutating func genres(_ body: JSONValue) -> RowPage<GenreRecord>? {
        page(body) { _, row in
            let genre = Self.genre(row)
            return (genre, genre == nil ? ["neither id nor name"] : [])
        }
    }

    /// The one film of a body.
    mutating func film(_ body: JSONValue) -> FilmRecord? {
        let film = films.film(Self.record(body, having: ["title", "name"]))?.withoutRepetitions
        problems = films.problems
        return film
    }

    mutating func person(_ body: JSONValue) -> PersonRecord? {
        let person = people.person(
            Self.record(body, having: ["full_name", "name", "last_name", "first_name"]))
        problems = people.problems
        return person
    }

    mutating func genre(_ body: JSONValue) -> GenreRecord? {
        problems = []
        return Self.genre(Self.record(body, having: ["name", "genre", "title"]))
    }

    private mutating func page<Record>(
        _ body: JSONValue, _ read: (inout APINormalizer, JSONValue) -> (Record?, [String])
    ) -> RowPage<Record>? {
        problems = []
        guard let list = ListBody(body) else { return nil }
        var page = RowPage<Record>(total: list.total)
        page.rows = list.rows.count
        for (index, row) in list.rows.enumerated() {
            let (record, found) = read(&self, row)
            if let record { page.records.append(record) }
            for problem in found where problems.count < Self.mostProblems {
                problems.append("[\(index)].\(problem)")
            }
        }
        return page
    }

    private static func genre(_ value: JSONValue) -> GenreRecord? {
        let value = value["_source"] ?? value
        guard let name = FilmRecordReader.name(value) else { return nil }
        let text = value.kind == .object ? value["description"]?.string : nil
        // Genres that are only names are known by them.
        return GenreRecord(
            id: name.id ?? name.name, name: name.name,
            description: text.map { String($0.prefix(FilmRecordReader.longestText)) })
    }

    /// The record itself, or the one that a list of one or an envelope holds.
    private static func record(_ body: JSONValue, having keys: [String]) -> JSONValue {
        switch body.kind {
        case .array: return body.elements.first { _ in true } ?? body
        case .object:
            guard !keys.contains(where: { body[$0] != nil }) else { return body }
            let within = body.members.prefix(16).map(\.value).filter { value in
                keys.contains { value[$0] != nil }
            }
            return within.count == 1 ? within[0] : body
        default: return body
        }
    }
}

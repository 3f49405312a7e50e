internal import CinemaCore

/// Reads a film from JSON, leniently: what is missing or null is unknown,
/// what cannot be read is reported by its path and the rest is kept.
///
/// The fields are those of the film data (`imdb_id`, `title`, `cast`, …), of
/// the API in all its dialects (`id`, `uuid`, `imdb_rating`, `actors`, …) and
/// of the documents of its index (`actors_names`, `director`, …); genres and
/// people are names or objects with a name and perhaps an id.
struct FilmRecordReader {
    /// The paths of the fields that could not be read, with the reason.
    var problems: [String] = []
    /// What genres are called, for records that have only their ids.
    var genreNames: [String: String] = [:]

    /// Further keys under which the source is known to have what.
    var keys: [String: FilmField] {
        get { members.keys }
        set { members.keys = newValue }
    }

    private var members = FilmMembers()

    /// The longest text that is kept of a field, in bytes.
    static let longestText = 64 * 1024
    /// The longest id, in bytes; a longer one is none.
    static let longestID = 512
    /// The most genres, people or countries that are kept of one film.
    static let longestList = 10_000
    /// The most problems that are told of one film.
    static let mostProblems = 50

    /// The film; nil if it has no title.
    mutating func film(_ value: JSONValue) -> FilmRecord? {
        problems = []
        guard value.kind == .object else {
            problems.append("the line is not a JSON object")
            return nil
        }
        // A hit of an index has the document within.
        members.read(value["_source"] ?? value)
        guard let title = text(.title, .filmTitle, .name, .originalTitle), Self.hasContent(title)
        else {
            problems.append("title: missing")
            return nil
        }
        var film = FilmRecord(title: title)
        (film.id, film.otherID) = identifiers()
        film.imdb = text(.imdbID, .imdb)
        readTime(&film)
        film.rating = rating()
        film.reviews = integer(0...4_000_000_000, .reviews, .votes)
        film.runtime = integer(0...60_000, .runtimeMinutes, .runtime)
        film.type = text(.type, .filmType)
        film.description = text(.description, .plot)
        film.awards = text(.awards)
        film.metacritic = integer(0...100, .metacritic)
        film.tomatometer = integer(0...100, .tomatometer)
        film.boxOffice = integer(0...1_000_000_000_000_000, .boxOfficeUSD, .boxOffice)
        film.genres = genres(.genres, .genre, .genresNames)
        film.countries = people(.countries).map(\.name)
        film.languages = people(.languages).map(\.name)
        film.credits = credits()
        return film
    }

    mutating func report(_ problem: @autoclosure () -> String) {
        if problems.count < Self.mostProblems { problems.append(problem()) }
    }

    /// Whether a text has more than blanks; nearly all begin with a letter.
    static func hasContent(_ text: String) -> Bool {
        if let first = text.utf8.first, (0x21...0x7e).contains(first) { return true }
        return text.contains { !$0.isWhitespace }
    }
}

extension FilmRecordReader {
    /// The id that is a UUID, else the first; and another one, if there is.
    private mutating func identifiers() -> (String?, String?) {
        var all: [String] = []
        for field in [FilmField.id, .uuid, .filmUUID, .filmID] {
            guard let value = members[field] else { continue }
            guard let id = Self.identifier(value) else {
                report("\(field.key): not an id")
                continue
            }
            if !all.contains(id) { all.append(id) }
        }
        guard all.count > 1 else { return (all.first, nil) }
        let first = all.firstIndex(where: UUIDText.isUUID) ?? 0
        let id = all.remove(at: first)
        return (id, all.first)
    }

    /// A text or a number that may be an id; nil for anything else.
    static func identifier(_ value: JSONValue) -> String? {
        guard let id = value.text, !id.isEmpty, id.utf8.count <= longestID else { return nil }
        return id
    }

    private mutating func readTime(_ film: inout FilmRecord) {
        film.year = integer(1...9_999, .year)
        film.released = text(.released, .creationDate, .releaseDate)
        // A point in time is a day here.
        if let released = film.released, released.utf8.count > 10,
            released.utf8.dropFirst(10).first == UInt8(ascii: "T")
        {
            film.released = String(decoding: released.utf8.prefix(10), as: UTF8.self)
        }
        if film.year == nil, let released = film.released, let year = Int(released.prefix(4)),
            (1...9_999).contains(year)
        {
            film.year = year
        }
    }

    private mutating func text(_ fields: FilmField...) -> String? {
        for field in fields {
            guard let value = members[field] else { continue }
            guard let text = value.text ?? Self.textWithin(value) else {
                report("\(field.key): not a text")
                continue
            }
            guard text.utf8.count <= Self.longestText else {
                report("\(field.key): cut after \(Self.longestText) bytes")
                return String(decoding: text.utf8.prefix(Self.longestText), as: UTF8.self)
            }
            if !text.isEmpty { return text }
        }
        return nil
    }

    private mutating func integer(_ range: ClosedRange<Int>, _ fields: FilmField...) -> Int? {
        for field in fields {
            guard let value = members[field] else { continue }
            guard let number = value.integer, range.contains(Int(number)) else {
                report("\(field.key): not a whole number from \(range.lowerBound)")
                continue
            }
            return Int(number)
        }
        return nil
    }

    private mutating func rating() -> Rating? {
        for field in [FilmField.imdbRating, .rating, .criticsRating] {
            guard let value = members[field] else { continue }
            guard let number = value.double ?? Self.numberWithin(value), let rating = Rating(number)
            else {
                report("\(field.key): not a number from 0 to 10")
                continue
            }
            return rating
        }
        return nil
    }

    private mutating func credits() -> [FilmRecord.Credit] {
        var credits: [FilmRecord.Credit] = []
        // An export names everybody there; other lists may be lists of numbers.
        if let listed = members[.credits], listed.kind == .array { add(listed, to: &credits) }
        let groups: [(Role, [FilmField])] = [
            (.director, [.directors, .director, .directorsNames, .directorNames]),
            (.writer, [.writers, .writer, .writersNames]),
            (.actor, [.cast, .actors, .actor, .actorsNames]),
        ]
        for (role, fields) in groups {
            credits += people(fields).map { FilmRecord.Credit(person: $0, role: role) }
        }
        if let persons = members[.persons] { add(persons, to: &credits) }
        return credits
    }

    /// One list of everybody, each with what they did.
    private mutating func add(_ persons: JSONValue, to credits: inout [FilmRecord.Credit]) {
        let told = Set(credits)
        let people = Set(credits.map(\.person))
        for element in persons.elements.prefix(Self.longestList) {
            guard let person = Self.name(element) else { continue }
            let value = ["role", "roles", "job", "profession", "department"].lazy
            let roles = Role.roles(value.compactMap { element[$0] }.first)
            for role in roles {
                let credit = FilmRecord.Credit(person: person, role: role)
                if !told.contains(credit) { credits.append(credit) }
            }
            if roles.isEmpty, !people.contains(person) {
                credits.append(FilmRecord.Credit(person: person, role: .unknown))
            }
        }
    }

    private mutating func people(_ fields: FilmField...) -> [FilmRecord.Name] { people(fields) }

    private mutating func people(_ fields: [FilmField]) -> [FilmRecord.Name] {
        names(fields) { NameList.people($0) }
    }

    private mutating func genres(_ fields: FilmField...) -> [FilmRecord.Name] {
        names(fields) { NameList.labels($0) }
    }

    /// The names of the first field that has any; of a later one if only that
    /// has ids: an index has `actors_names` beside `actors`.
    private mutating func names(
        _ fields: [FilmField], split: (String) -> [String]
    ) -> [FilmRecord.Name] {
        var best: [FilmRecord.Name] = []
        for field in fields {
            guard let value = members[field] else { continue }
            let names = names(value, field, split)
            if best.isEmpty || best[0].id == nil && names.first?.id != nil { best = names }
        }
        return best
    }

    private mutating func names(
        _ value: JSONValue, _ field: FilmField, _ split: (String) -> [String]
    ) -> [FilmRecord.Name] {
        switch value.kind {
        case .string:
            let text = value.string ?? ""
            guard text.utf8.count <= Self.longestText else {
                report("\(field.key): not a name")
                return []
            }
            return split(text).map { FilmRecord.Name(name: $0) }
        case .object:
            guard let name = name(element: value) else {
                report("\(field.key): not a name")
                return []
            }
            return [name]
        case .array: break
        default:
            report("\(field.key): not a list")
            return []
        }
        var names: [FilmRecord.Name] = []
        names.reserveCapacity(min(value.count, 64))
        for (index, element) in value.elements.enumerated() {
            guard names.count < Self.longestList else {
                report("\(field.key): cut after \(Self.longestList)")
                break
            }
            guard let name = name(element: element) else {
                if !element.isNull { report("\(field.key)[\(index)]: not a name") }
                continue
            }
            names.append(name)
        }
        return names
    }

    private func name(element: JSONValue) -> FilmRecord.Name? {
        if !genreNames.isEmpty {
            let id = element.kind == .object ? Self.id(of: element) : element.string
            if let id, let known = genreNames[id] { return FilmRecord.Name(id: id, name: known) }
        }
        return Self.name(element)
    }
}

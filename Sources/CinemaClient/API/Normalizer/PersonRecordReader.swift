internal import CinemaCore

/// Reads a person from JSON, in whatever of the many shapes their films and
/// roles are told.
///
/// No list of shapes: an object with an id is a film, what is under a role's
/// name belongs to that role, and so does what stands beside it.
struct PersonRecordReader {
    private(set) var problems: [String] = []

    private var places: [String: Int] = [:]
    private var films: [PersonRecord.FilmEntry] = []

    /// The most films that are kept of a person.
    static let mostFilms = 5_000
    private static let deepest = 6
    /// Keys of a person that hold neither films nor roles.
    private static let personal: Set<String> = [
        "id", "uuid", "name", "full_name", "first_name", "last_name", "gender", "birth_date",
        "page", "page_size", "page_number",
    ]
    private static let filmIDs = [
        "id", "uuid", "film_id", "film_uuid", "movie_id", "filmwork_id", "film_work_id",
    ]

    /// The person; nil without id or name.
    ///
    /// - Parameter documentID: The id of one who has none of their own.
    mutating func person(_ value: JSONValue, documentID: String? = nil) -> PersonRecord? {
        problems = []
        places = [:]
        films = []
        let value = value["_source"] ?? value
        guard value.kind == .object else {
            problems.append("not an object")
            return nil
        }
        let ids = ["id", "uuid"].compactMap { value[$0].flatMap(FilmRecordReader.identifier) }
        guard let id = ids.first(where: UUIDText.isUUID) ?? ids.first ?? documentID else {
            problems.append("id: missing")
            return nil
        }
        guard let name = FilmRecordReader.name(value)?.name else {
            problems.append("name: missing")
            return nil
        }
        var person = PersonRecord(id: id, otherID: ids.first { $0 != id }, name: name)
        for member in value.members {
            guard let key = member.key.string, !Self.personal.contains(key) else { continue }
            if key == "role" || key == "roles", Self.isRoleText(member.value) {
                person.roles = Role.roles(member.value)
            } else if member.value.kind == .array || member.value.kind == .object {
                collect(member.value, Role(key: key).map { [$0] } ?? [], depth: 0)
            }
        }
        person.films = films
        for role in films.flatMap(\.roles) where !person.roles.contains(role) {
            person.roles.append(role)
        }
        if person.roles.count == 1 {
            for index in person.films.indices where person.films[index].roles.isEmpty {
                person.films[index].roles = person.roles
            }
        }
        return person
    }

    /// Whether a value is roles and nothing else.
    private static func isRoleText(_ value: JSONValue) -> Bool {
        switch value.kind {
        case .string: true
        case .array: value.elements.allSatisfy { $0.kind == .string && !isID($0) }
        default: false
        }
    }

    private static func isID(_ value: JSONValue) -> Bool {
        value.string.map(UUIDText.isUUID) ?? false
    }

    private mutating func collect(_ value: JSONValue, _ roles: [Role], depth: Int) {
        guard depth < Self.deepest else { return }
        switch value.kind {
        case .array:
            for element in value.elements.prefix(Self.mostFilms) {
                collect(element, roles, depth: depth + 1)
            }
        case .object: collect(object: value, roles, depth: depth)
        case .string, .number:
            if let id = FilmRecordReader.identifier(value) { add(id, roles) }
        default: break
        }
    }

    private mutating func collect(object: JSONValue, _ roles: [Role], depth: Int) {
        let told = Role.roles(object["role"] ?? object["roles"])
        let roles = told.isEmpty ? roles : told
        let ids = Self.filmIDs.compactMap { object[$0].flatMap(FilmRecordReader.identifier) }
        if let id = ids.first(where: UUIDText.isUUID) ?? ids.first {
            let rating = (object["imdb_rating"] ?? object["rating"])?.double
            add(
                id, roles, title: (object["title"] ?? object["name"])?.string,
                rating: rating.flatMap { Rating($0) })
            return
        }
        for member in object.members {
            guard let key = member.key.string, key != "role" else { continue }
            if let role = Role(key: key) {
                collect(member.value, [role], depth: depth + 1)
            } else if UUIDText.isUUID(key)
                || Self.isRoleText(member.value) && told.isEmpty
                    && Self.looksLikeRole(member.value)
            {
                // The keys are films, the values what was done in them.
                add(key, Role.roles(member.value))
            } else if member.value.kind == .array || member.value.kind == .object {
                collect(member.value, roles, depth: depth + 1)
            }
        }
    }

    /// Whether a text, or the first of a list, is one of the usual roles.
    private static func looksLikeRole(_ value: JSONValue) -> Bool {
        Role.roles(value).first.map(Role.billing.contains) ?? false
    }

    private mutating func add(
        _ id: String, _ roles: [Role], title: String? = nil, rating: Rating? = nil
    ) {
        if let place = places[id] {
            for role in roles where !films[place].roles.contains(role) {
                films[place].roles.append(role)
            }
            films[place].title = films[place].title ?? title
            films[place].rating = films[place].rating ?? rating
            return
        }
        guard films.count < Self.mostFilms else {
            if problems.isEmpty { problems.append("films: cut after \(Self.mostFilms)") }
            return
        }
        places[id] = films.count
        films.append(PersonRecord.FilmEntry(id: id, title: title, rating: rating, roles: roles))
    }
}

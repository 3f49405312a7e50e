import CinemaCore

/// A genre or a person of the films that the services of the tests share.
public struct ServiceName: Hashable, Sendable {
    public var id: String
    public var name: String
}

/// A film of the services.
public struct ServiceFilm: Sendable {
    public var id: String
    public var title: String
    public var tenths: Int?
    public var description: String?
    /// `YYYY-MM-DD`.
    public var created: String?
    public var genres: [ServiceName]
    public var directors: [ServiceName]
    public var writers: [ServiceName]
    public var actors: [ServiceName]

    public func roles(of id: String) -> [String] {
        var roles: [String] = []
        if directors.contains(where: { $0.id == id }) { roles.append("director") }
        if writers.contains(where: { $0.id == id }) { roles.append("writer") }
        if actors.contains(where: { $0.id == id }) { roles.append("actor") }
        return roles
    }

    public var people: [ServiceName] { directors + writers + actors }
}

/// One set of films that every service of the tests serves in its dialect.
public struct ServiceCorpus: Sendable {
    /// Best rated first, films without a rating last, as an index gives them.
    public let films: [ServiceFilm]
    public let genres: [ServiceName]
    public let people: [ServiceName]

    /// `unrated` is the place of a film of which rating and description are
    /// not known.
    public init(count: Int, seed: UInt64, unrated: Set<Int> = [7]) {
        var names: [String: ServiceName] = [:]
        func named(_ name: String, _ kind: Int) -> ServiceName {
            if let known = names["\(kind)\(name)"] { return known }
            let made = ServiceName(id: Self.id(kind, names.count), name: name)
            names["\(kind)\(name)"] = made
            return made
        }
        var films: [ServiceFilm] = []
        for (number, film) in GeneratedFilms.films(count: count, seed: seed).enumerated() {
            func people(_ role: Role) -> [ServiceName] {
                var seen = Set<String>()
                return film.credits.filter { $0.role == role && seen.insert($0.name).inserted }
                    .map { named($0.name, 2) }
            }
            let isUnrated = unrated.contains(number)
            films.append(
                ServiceFilm(
                    id: Self.id(1, number), title: film.title,
                    tenths: isUnrated ? nil : film.tenths ?? number % 100,
                    description: isUnrated || number % 9 == 0 ? nil : "About \(film.title).",
                    created: film.year.map { "\($0)-05-25" },
                    genres: film.genres.map { named($0, 3) }, directors: people(.director),
                    writers: people(.writer), actors: people(.actor)))
        }
        self.init(inOrder: films)
    }

    /// Films as a test knows them, with their own ids.
    public init(_ films: [ReferenceFilm]) {
        func named(_ name: String) -> ServiceName { ServiceName(id: "id-\(name)", name: name) }
        func people(_ film: ReferenceFilm, _ role: Role) -> [ServiceName] {
            var seen = Set<String>()
            return film.credits.filter { $0.role == role && seen.insert($0.name).inserted }
                .map { named($0.name) }
        }
        self.init(
            inOrder: films.map { film in
                ServiceFilm(
                    id: film.id, title: film.title, tenths: film.tenths,
                    created: film.year.map { "\($0)-05-25" }, genres: film.genres.map(named),
                    directors: people(film, .director), writers: people(film, .writer),
                    actors: people(film, .actor))
            })
    }

    private init(inOrder films: [ServiceFilm]) {
        self.films = films.enumerated().sorted { left, right in
            let ratings = (left.element.tenths ?? -1, right.element.tenths ?? -1)
            return ratings.0 == ratings.1 ? left.offset < right.offset : ratings.0 > ratings.1
        }.map(\.element)
        var seen = Set<String>()
        people = self.films.flatMap(\.people).filter { seen.insert($0.id).inserted }
        genres = self.films.flatMap(\.genres).filter { seen.insert($0.id).inserted }
    }

    public func film(_ id: String) -> ServiceFilm? { films.first { $0.id == id } }
    public func films(of person: String) -> [ServiceFilm] {
        films.filter { !$0.roles(of: person).isEmpty }
    }

    /// Films with any of the words in their titles, those with most first.
    public func search(_ text: String) -> [ServiceFilm] {
        let words = Set(TextFolding.words(in: text).map(\.joined))
        let scored = films.map { film in
            (film, Set(TextFolding.words(in: film.title).map(\.joined)).intersection(words).count)
        }
        return scored.filter { $0.1 > 0 }.enumerated().sorted { left, right in
            left.element.1 == right.element.1
                ? left.offset < right.offset : left.element.1 > right.element.1
        }.map(\.element.0)
    }

    func searchPeople(_ text: String) -> [ServiceName] {
        let words = Set(TextFolding.words(in: text).map(\.joined))
        return people.filter {
            !words.isDisjoint(with: TextFolding.words(in: $0.name).map(\.joined))
        }
    }

    private static func id(_ kind: Int, _ number: Int) -> String {
        let digits = String(number, radix: 16)
        return "\(kind)0000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count)
            + digits
    }
}

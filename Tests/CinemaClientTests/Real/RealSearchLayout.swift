/// A layout of `Tests/SearchServers/layouts.py`, and what it can tell.
enum RealSearchLayout: String, Sendable, CaseIterable {
    case seed
    case classic
    case uuidFullName = "uuid-full-name"
    case flatKeyword = "flat-keyword"
    case personsRoles = "persons-roles"
    case dynamic
    case textOnly = "text-only"
    case shows

    /// Whether films have years, be it as dates.
    var tellsYears: Bool { self == .flatKeyword || self == .shows }

    /// Whether films have runtimes, countries, languages, types and reviews.
    var tellsEverything: Bool { self == .shows }

    /// Whether genres are told apart: stems of words make one of Music and
    /// Musical.
    var tellsGenresApart: Bool { self != .textOnly }

    /// Whether titles are told apart: stems of words make one of Star Runner and
    /// Star Runners.
    var tellsTitlesApart: Bool { self != .textOnly }

    /// Whether everybody has an id, in whatever role.
    var identifiesPeople: Bool { ![.classic, .flatKeyword, .textOnly].contains(self) }

    /// Whether people are told by whole names, so that they can be counted.
    var countsPeople: Bool { self != .textOnly }

    /// The names of the indices that are asked: films, people, genres.
    var indices: (films: String, people: String?, genres: String?) {
        switch self {
        case .seed, .dynamic: ("movies", "persons", "genres")
        case .classic, .flatKeyword, .textOnly: ("movies", nil, nil)
        case .uuidFullName: ("films", "person", "genre")
        case .personsRoles: ("movies", "persons_v2", "ganres")
        case .shows: ("shows", "people", "genres")
        }
    }

    /// What a catalogue over it has to offer at least: else a test that asks
    /// only for what is offered would test nothing.
    var leastFilters: Set<String> {
        switch self {
        case .textOnly: ["rating"]
        case .classic: ["rating", "genre", "actor", "writer"]
        case .flatKeyword:
            ["rating", "genre", "person", "actor", "writer", "director", "year"]
        case .seed, .uuidFullName, .personsRoles, .dynamic:
            ["rating", "genre", "person", "actor", "writer", "director"]
        case .shows:
            [
                "rating", "genre", "person", "actor", "writer", "director", "year", "runtime",
                "country", "language", "type",
            ]
        }
    }
}

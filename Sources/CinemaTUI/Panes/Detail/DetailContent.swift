public import CinemaCore

/// A record as the catalogue gave it.
public enum DetailContent: Equatable, Sendable {
    case film(Film)
    case person(Person)
    case genre(Genre)

    /// Whether it is so much that only the pane keeps it.
    var isLarge: Bool {
        switch self {
        case .film(let film): film.credits.count > 500
        case .person(let person): person.filmography.count > 500
        case .genre: false
        }
    }

    public var target: DetailTarget {
        switch self {
        case .film(let film): .film(film.id)
        case .person(let person): .person(person.id)
        case .genre(let genre): .genre(genre.id)
        }
    }
}

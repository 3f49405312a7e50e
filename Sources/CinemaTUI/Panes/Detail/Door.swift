public import CinemaCore

/// A name on the screen that leads somewhere.
public enum Door: Hashable, Sendable {
    case film(Identifier<Film>)
    case person(Identifier<Person>)
    case genre(Identifier<Genre>)
    /// A list of films.
    case films(FilmQuery)
}

public import CinemaCore

/// The record that the detail pane shows.
public enum DetailTarget: Hashable, Sendable {
    case film(Identifier<Film>)
    case person(Identifier<Person>)
    case genre(Identifier<Genre>)
}

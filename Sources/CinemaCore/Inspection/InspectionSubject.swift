/// What somebody who runs a source wants to look behind.
public enum InspectionSubject: Hashable, Sendable {
    /// Which list of a query is meant.
    public enum List: Hashable, Sendable { case films, people, genres }

    /// The document that a film, a person or a genre was read from, as the
    /// source has it.
    case film(Identifier<Film>)
    case person(Identifier<Person>)
    case genre(Identifier<Genre>)
    /// The request that made a list.
    case request(FilmQuery, List)
    /// Why a film is found by a query, and why it stands where it does.
    case reason(Identifier<Film>, FilmQuery)
}

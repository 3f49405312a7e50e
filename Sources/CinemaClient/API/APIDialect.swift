internal import CinemaCore

/// How one service of the family is talked to: its routes and parameters, how
/// it pages, sorts and filters. Derived from what the service tells of itself
/// (`DialectDerivation`), remembered, and never about a particular service.
struct APIDialect: Equatable, Sendable {
    /// What a route is for.
    enum Role: String, CaseIterable, Sendable {
        case films, filmSearch, film
        case genres, genreSearch, genre
        case people, personSearch, person
        case filmsOfPerson, filmsOfGenre
    }

    /// A parameter of a query string.
    struct Parameter: Equatable, Sendable {
        var name: String
        var minimum: Int?
        var maximum: Int?
        /// Of its text, in characters.
        var minimumLength: Int?
        var isRequired = false
    }

    /// Name and value of a part of a query string, unescaped.
    struct Item: Equatable, Sendable {
        var name: String
        var value: String
    }

    struct Route: Equatable, Sendable {
        /// As documented, verbatim: `/api/v1/films/{film_id}/`.
        var path: String
        /// The part of `path` that stands for an id, on a search route for the
        /// text, with its braces: `{film_id}`; nil where there is none. A
        /// search route may have `text` as well, which then takes it too.
        var variable: String?
        /// Required parameters of the query string that take the same id.
        var idParameters: [String] = []
        /// Sent with every request, such as a sort that is required.
        var fixed: [Item] = []
        var page: Parameter?
        var size: Parameter?
        var genre: Parameter?
        var text: Parameter?
        /// What asks for the order by rating, in place of what is `fixed` under
        /// the same names; nil where it cannot be asked.
        var ascending: [Item]?
        var descending: [Item]?
    }

    enum Stride: String, Sendable {
        /// Page n begins n × size rows after the first.
        case pages
        /// What is called a page is a number of rows to leave out.
        case offset
        /// There is one page, whatever is asked.
        case single
    }

    enum GenreKey: String, Sendable {
        case identifier, name
        /// The service has no filter by genre, or one that does not filter.
        case none
    }

    /// The service of the brief, or the list of an admin panel.
    enum Family: String, Sendable { case service, adminPanel }

    var family = Family.service
    var routes: [Role: Route]
    /// The number of the first page.
    var firstPage = 1
    var stride = Stride.pages
    /// What the parameter for a genre takes; a route of its own
    /// (`filmsOfGenre`) takes an id.
    var genreKey = GenreKey.none
    /// Films on a page, where the service does not heed the size asked for.
    var pageRows: Int?
    /// Whether the service asked for a token.
    var needsToken = false
    /// Where the document was found; nil where there is none.
    var document: String?
    /// What was found out that a reader may want to know, in sentences
    /// without full stop.
    var remarks: [String] = []
}

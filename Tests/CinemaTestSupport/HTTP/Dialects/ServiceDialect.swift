/// How one service of the tests speaks: as far from the others as services in
/// the world are from one another.
public struct ServiceDialect: Sendable, CustomStringConvertible {
    public enum Empty: Sendable { case notFound, list, null }
    public enum Paging: Sendable {
        case pages
        /// The last page over and over behind the end.
        case clamped
        /// What is called a page is a number of rows.
        case offset
    }
    public enum Sorting: Sendable {
        /// `desc` and `asc`.
        case words
        /// `-field`, or, the wrong way round, `-field` for ascending.
        case minus(isInverted: Bool)
        /// `field:desc`.
        case colon
        case none
    }
    public enum Genre: Sendable { case identifier, name, none }

    public var description: String
    /// Documented paths by what they are for (`films`, `filmSearch`, …).
    public var paths: [String: String]
    public var pageName: String
    public var sizeName: String?
    public var firstPage = 1
    public var size = 50
    public var mostRows: Int?
    public var paging = Paging.pages
    public var empty = Empty.list
    public var sortName = "sort"
    public var sorting: Sorting
    public var ratingName = "imdb_rating"
    public var genreName = "genre"
    public var genre: Genre
    /// Nil where the text is a part of the path.
    public var textName: String? = "query"
    public var leastLetters: Int?
    /// A parameter that takes the id beside a literal path.
    public var idName: String?
    public var token: String?
    /// Whether a film without a rating spoils its page and its details.
    public var failsAtUnrated = false
    public var hasDocument = true

    public var list:
        @Sendable (_ rows: [ServiceJSON], _ total: Int, _ page: Int, _ size: Int) ->
            ServiceJSON = { rows, _, _, _ in .array(rows) }
    public var filmRow: @Sendable (ServiceFilm) -> ServiceJSON
    public var film: @Sendable (ServiceFilm) -> ServiceJSON
    public var personRow: @Sendable (ServiceName) -> ServiceJSON
    public var person: @Sendable (ServiceName, [ServiceFilm]) -> ServiceJSON
    public var genreRow: @Sendable (ServiceName) -> ServiceJSON

    /// The value that asks for an order by rating.
    public func sortValue(descending: Bool) -> String? {
        switch sorting {
        case .words: descending ? "desc" : "asc"
        case .minus(let isInverted): (descending != isInverted ? "-" : "") + ratingName
        case .colon: ratingName + (descending ? ":desc" : ":asc")
        case .none: nil
        }
    }
}

/// One way to ask for the films of a genre.
struct GenreAttempt: Equatable, Sendable {
    var key: APIDialect.GenreKey
    var value: String
}

/// How a search server keeps films, people and genres: read from it once.
struct IndexLayout: Hashable, Sendable {
    var server: SearchServer
    var films: FilmIndex
    /// Nil where they are derived from the films.
    var people: EntityIndex?
    /// Nil where they are derived from the films.
    var genres: EntityIndex?
    /// What is odd about it, in sentences.
    var remarks: [String] = []
}

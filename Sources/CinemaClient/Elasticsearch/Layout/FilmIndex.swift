/// The index of films.
struct FilmIndex: Hashable, Sendable {
    /// What is asked for: an alias or an index.
    var name: String
    /// The indices behind it.
    var indices: [String]
    var fields: FilmFields
    /// How many documents it has, where that is known.
    var documents: Int?
    /// How far `from` and `size` reach (`index.max_result_window`).
    var window = 10_000
}

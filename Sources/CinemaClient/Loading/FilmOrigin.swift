/// Where a film was read.
struct FilmOrigin: Hashable, Sendable {
    /// The place of the source among all.
    var source: Int
    var line: Int

    func isBefore(_ other: FilmOrigin) -> Bool {
        source == other.source ? line < other.line : source < other.source
    }
}

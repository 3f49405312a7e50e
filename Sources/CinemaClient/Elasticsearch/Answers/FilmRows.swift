internal import CinemaCore

/// Rows of films as an index gave them.
struct FilmRows {
    private(set) var hits: [IndexHit]
    private(set) var total: Int
    private let offset: Int
    private let ignored: [String]
    private let hasMore: Bool
    private var missing: ResultOrigin.Missing?

    init(_ window: ResultWindow, offset: Int, ignored: [String]) {
        hits = window.hits
        total = window.total
        hasMore = window.hasMore
        self.offset = offset
        self.ignored = ignored
        missing = ResultOrigin.Missing(window)
    }

    /// Rows that stand behind these.
    mutating func add(_ window: ResultWindow) {
        hits += window.hits
        total += window.total
        missing = missing ?? ResultOrigin.Missing(window)
    }

    func page<Row>(_ row: (FilmRecord) -> Row) -> Page<Row> {
        let films = hits.compactMap(\.film)
        return Page(
            items: films.map(row), offset: offset, total: hasMore ? .atLeast(total) : .exact(total),
            origin: ResultOrigin(
                place: .server, unreadableRows: hits.count - films.count, ignored: ignored,
                missing: missing))
    }
}

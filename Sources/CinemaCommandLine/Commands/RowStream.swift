import CinemaCore

/// The rows of a result, asked for page by page: what is in memory does not
/// grow with the result.
struct RowStream<Row: CatalogRow> {
    /// The most rows that are asked for at once: few where each page is a
    /// request to a server, so that the first ones are printed soon.
    private var pageSize: Int { catalog.capabilities.countsExactly ? Self.pageSize : 50 }
    static var pageSize: Int { 500 }

    let query: FilmQuery
    let catalog: any Catalog
    private(set) var offset: Int
    /// The rows that are still wanted; nil for all.
    private var wanted: Int?
    private var previous: [Row] = []

    init(_ query: FilmQuery, in catalog: any Catalog, offset: Int, limit: Int?) {
        self.query = query
        self.catalog = catalog
        self.offset = offset
        wanted = limit
    }

    /// The next rows, or nil behind the last.
    mutating func next() async throws(CatalogError) -> Page<Row>? {
        let count = min(wanted ?? pageSize, pageSize)
        guard count > 0 else { return nil }
        let page = try await Row.page(
            query, PageRequest(offset: offset, count: count), in: catalog)
        // A source that does not turn its pages would be read for ever.
        if page.items.isEmpty || page.items == previous {
            wanted = 0
            return page.items.isEmpty && previous.isEmpty ? page : nil
        }
        previous = page.items
        offset += page.items.count
        if let left = wanted { wanted = max(0, left - page.items.count) }
        if case .exact(let total) = page.total, offset >= total { wanted = 0 }
        return page
    }
}

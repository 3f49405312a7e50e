/// A catalogue of films, people and genres, wherever it is kept.
///
/// Everything throws `CatalogError`: `.cancelled` soon after the calling task
/// was cancelled, `.notFound` for an id that it does not know. The first rows
/// (`search`, `films`, `people`, `genres`) come at once; exact totals and
/// facets are a second pass (`statistics`), which may take longer and gives
/// way to newer calls. The order of rows is exact and the same for every call
/// with an equal query; what is found, and in which order, is told in
/// ARCHITECTURE.md.
public protocol Catalog: Sendable {
    nonisolated var capabilities: CatalogCapabilities { get }

    func summary() async throws(CatalogError) -> CatalogSummary

    /// The first `count` films, people and genres of a query, rescued where
    /// there are next to none. People and genres are found by the query's
    /// text; its filters and sort concern films only.
    ///
    /// What is far away shows first what comes at once: where there are films,
    /// a rescue that takes other questions is left out (`rescueComesApart`), and
    /// so are people whose rows do (`peopleComeApart`).
    func search(_ query: FilmQuery, count: Int) async throws(CatalogError) -> SearchResults

    /// The same with the rows of the rescue, asked for behind those of
    /// `search`.
    func rescuedSearch(_ query: FilmQuery, count: Int) async throws(CatalogError)
        -> SearchResults

    /// Any rows of what `search` finds, rescued ones included.
    func films(_ query: FilmQuery, page: PageRequest) async throws(CatalogError)
        -> Page<FilmSummary>
    func people(_ query: FilmQuery, page: PageRequest) async throws(CatalogError)
        -> Page<PersonSummary>
    func genres(_ query: FilmQuery, page: PageRequest) async throws(CatalogError)
        -> Page<GenreSummary>

    /// The exact totals and facet counts of what `search` finds.
    func statistics(_ query: FilmQuery) async throws(CatalogError) -> SearchStatistics

    func film(_ id: Identifier<Film>) async throws(CatalogError) -> Film
    func person(_ id: Identifier<Person>) async throws(CatalogError) -> Person
    func genre(_ id: Identifier<Genre>) async throws(CatalogError) -> Genre

    /// The best rated films among those with enough reviews, best first.
    func bestFilms(count: Int) async throws(CatalogError) -> [FilmSummary]

    /// A film of the query's result, chosen by `seed`; nil where it has none.
    func randomFilm(_ query: FilmQuery, seed: UInt64) async throws(CatalogError)
        -> FilmSummary?

    /// What the server adds to `search`, where `search` was answered without
    /// it: films, people and genres of the query that are not among the local
    /// rows or differ from them. Nil where there is nothing to add. It costs
    /// requests, so it is asked once the reader has stopped typing.
    func confirm(_ query: FilmQuery, count: Int) async throws(CatalogError) -> SearchResults?

    /// Whole films in the order of `films`, for those who take the catalogue
    /// away. One whose record cannot be read is as its row tells it, and is
    /// counted as unreadable.
    func records(_ query: FilmQuery, page: PageRequest) async throws(CatalogError) -> Page<Film>

    /// What is behind a row or a list; `.unsupported` where the source keeps
    /// no documents and is asked no requests.
    func inspect(_ subject: InspectionSubject) async throws(CatalogError) -> Inspection

    /// How the source is doing: its state now, then each change, at most a
    /// few a second. Ends where nothing will change.
    nonisolated func statuses() -> AsyncStream<CatalogStatus>
}

extension Catalog {
    public func rescuedSearch(
        _ query: FilmQuery, count: Int
    ) async throws(CatalogError) -> SearchResults {
        try await search(query, count: count)
    }

    /// All that `search` finds, however many questions that takes.
    public func completeSearch(
        _ query: FilmQuery, count: Int
    ) async throws(CatalogError) -> SearchResults {
        var results = try await rescuedSearch(query, count: count)
        guard results.peopleComeApart else { return results }
        do throws(CatalogError) {
            results.people = try await people(query, page: PageRequest(count: count))
        } catch {
            guard error.kind != .cancelled else { throw error }
            results.people = Page()
            results.peopleFailure = error
        }
        results.peopleComeApart = false
        return results
    }

    public func confirm(
        _ query: FilmQuery, count: Int
    ) async throws(CatalogError) -> SearchResults? { nil }

    public func records(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<Film> {
        let rows = try await films(query, page: page)
        var records: [Film] = []
        records.reserveCapacity(rows.items.count)
        var origin = rows.origin
        for row in rows.items {
            do throws(CatalogError) {
                records.append(try await film(row.id))
            } catch {
                guard error.kind == .notFound || error.kind == .invalidAnswer else { throw error }
                records.append(Film(summary: row))
                origin = origin ?? ResultOrigin(place: .server)
                origin?.unreadableRows += 1
            }
        }
        return Page(items: records, offset: rows.offset, total: rows.total, origin: origin)
    }

    public func inspect(_ subject: InspectionSubject) async throws(CatalogError) -> Inspection {
        throw CatalogError(
            .unsupported, source: "cinema",
            cause: "there are no documents behind this source; they are shown of a search index")
    }

    public nonisolated func statuses() -> AsyncStream<CatalogStatus> {
        AsyncStream { $0.finish() }
    }
}

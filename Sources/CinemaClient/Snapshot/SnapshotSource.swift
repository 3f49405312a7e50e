internal import CinemaCore

/// A remote catalogue as a snapshot reads it: whole, page by page, with the
/// source's own ids.
protocol SnapshotSource: Sendable {
    /// What the header calls the source.
    nonisolated var name: String { get }

    /// What reading takes here; asked before the first page.
    func snapshotPlan() async throws(CatalogError) -> SnapshotPlan

    /// The page of that number, from 0, of all films in a stable order.
    func snapshotFilms(page: Int) async throws(CatalogError) -> SnapshotPage

    /// Parts that together are all films behind a place; nil where the source
    /// has pages only.
    func snapshotParts(after: SnapshotPlace?) async throws(CatalogError) -> [SnapshotPart]?

    /// All films of a part.
    func snapshotFilms(in part: SnapshotPart) async throws(CatalogError) -> SnapshotPage

    /// Closes what the reading of parts holds open.
    func endSnapshotParts() async

    /// All that the source tells of one film.
    func snapshotFilm(_ id: String) async throws(CatalogError) -> FilmRecord

    func snapshotGenres() async throws(CatalogError) -> [GenreRecord]

    /// Asks the server for as little as shows that it is there.
    func probe() async throws(CatalogError)

    /// Closes what questions hold open at the server, for whoever leaves for
    /// good: nothing is opened any more. Asks nothing where nothing is open.
    func close() async
}

extension SnapshotSource {
    func snapshotParts(after: SnapshotPlace?) async throws(CatalogError) -> [SnapshotPart]? { nil }

    func snapshotFilms(in part: SnapshotPart) async throws(CatalogError) -> SnapshotPage {
        throw CatalogError(.unsupported, source: name, cause: "it is read page by page")
    }

    func endSnapshotParts() async {}

    func probe() async throws(CatalogError) { _ = try await snapshotFilms(page: 0) }

    func close() async {}
}

/// What a snapshot of a source takes.
struct SnapshotPlan: Equatable, Sendable {
    /// Whether lists lack what only a film's own record has.
    var needsDetails: Bool
    /// How many films there are, where the source tells before reading.
    var films: Int?
    /// Rows of a full page.
    var pageSize: Int
    /// The most films that are copied; more are searched at the server. An API
    /// needs a request a film, an index but one a page.
    var mostFilms = 20_000
    /// Whether the lists have every film; else one that was seen elsewhere is
    /// kept for a while.
    var listsAreWhole = false
}

/// One page or part of all films.
struct SnapshotPage: Equatable, Sendable {
    var films: [FilmRecord]
    /// Whether no page follows.
    var isLast: Bool
    /// Rows that the server could not give.
    var unreadableRows = 0
}

/// A genre as a source tells it.
struct GenreRecord: Equatable, Sendable {
    var id: String
    var name: String
    var description: String?
}

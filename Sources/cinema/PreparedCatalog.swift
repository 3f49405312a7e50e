import CinemaClient
import CinemaCore

/// The embedded catalogue while it is still being made: questions wait until
/// it is there.
///
/// Lives on the terminal's thread, where it only passes questions on, so that
/// nothing of it needs a thread of its own.
actor PreparedCatalog: Catalog {
    private enum State {
        case new
        case opening([CheckedContinuation<Result<any Catalog, CatalogError>, Never>])
        case opened(Result<any Catalog, CatalogError>)
    }

    nonisolated let capabilities = CatalogCapabilities.all
    private let source: CatalogSource
    private let progress: EmbeddedCatalog.Progress
    private let executor: any SerialExecutor & TaskExecutor
    private var state = State.new

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(
        _ source: CatalogSource, executor: any SerialExecutor & TaskExecutor,
        progress: @escaping EmbeddedCatalog.Progress
    ) {
        self.source = source
        self.executor = executor
        self.progress = progress
    }

    private func catalog() async throws(CatalogError) -> any Catalog {
        switch state {
        case .opened(let result): return try result.get()
        case .opening:
            // A task that waits for a continuation is resumed by the shared
            // pool, whose timer would never stop, unless it prefers another.
            return try await withTaskExecutorPreference(executor) { await opened() }.get()
        case .new:
            state = .opening([])
            let result: Result<any Catalog, CatalogError>
            do throws(CatalogError) {
                result = .success(try await source.open(progress: progress))
            } catch {
                result = .failure(error)
            }
            if case .opening(let waiting) = state {
                for continuation in waiting { continuation.resume(returning: result) }
            }
            state = .opened(result)
            return try result.get()
        }
    }

    private func opened() async -> Result<any Catalog, CatalogError> {
        await withCheckedContinuation { continuation in
            switch state {
            case .new: continuation.resume(returning: .failure(.cancelled(source: "cinema")))
            case .opening(let waiting): state = .opening(waiting + [continuation])
            case .opened(let result): continuation.resume(returning: result)
            }
        }
    }

    func summary() async throws(CatalogError) -> CatalogSummary {
        try await catalog().summary()
    }

    func search(_ query: FilmQuery, count: Int) async throws(CatalogError) -> SearchResults {
        try await catalog().search(query, count: count)
    }

    func rescuedSearch(
        _ query: FilmQuery, count: Int
    ) async throws(CatalogError) -> SearchResults {
        try await catalog().rescuedSearch(query, count: count)
    }

    func films(_ query: FilmQuery, page: PageRequest) async throws(CatalogError)
        -> Page<FilmSummary>
    {
        try await catalog().films(query, page: page)
    }

    func people(_ query: FilmQuery, page: PageRequest) async throws(CatalogError)
        -> Page<PersonSummary>
    {
        try await catalog().people(query, page: page)
    }

    func genres(_ query: FilmQuery, page: PageRequest) async throws(CatalogError)
        -> Page<GenreSummary>
    {
        try await catalog().genres(query, page: page)
    }

    func statistics(_ query: FilmQuery) async throws(CatalogError) -> SearchStatistics {
        try await catalog().statistics(query)
    }

    func film(_ id: Identifier<Film>) async throws(CatalogError) -> Film {
        try await catalog().film(id)
    }

    func person(_ id: Identifier<Person>) async throws(CatalogError) -> Person {
        try await catalog().person(id)
    }

    func genre(_ id: Identifier<Genre>) async throws(CatalogError) -> Genre {
        try await catalog().genre(id)
    }

    func bestFilms(count: Int) async throws(CatalogError) -> [FilmSummary] {
        try await catalog().bestFilms(count: count)
    }

    func records(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<Film> {
        try await catalog().records(query, page: page)
    }

    func inspect(_ subject: InspectionSubject) async throws(CatalogError) -> Inspection {
        try await catalog().inspect(subject)
    }

    func randomFilm(_ query: FilmQuery, seed: UInt64) async throws(CatalogError) -> FilmSummary? {
        try await catalog().randomFilm(query, seed: seed)
    }
}

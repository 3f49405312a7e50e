public import CinemaCore
internal import Synchronization

/// A catalogue in one SQLite file: the embedded one, an imported one.
///
/// Two readers answer, each on its own thread and connection: one rows of
/// whatever order and place, and details, one totals and facets, so that a
/// second pass never stands in the way of a key or of rows. The file never changes while it is open.
public final class LocalCatalog: Catalog {
    /// The readers of one file.
    struct Readers {
        let first: CatalogReader
        let second: CatalogReader

        init(path: String) throws(SQLiteError) {
            let shared = SharedMatches()
            first = try CatalogReader(path: path, shared: shared)
            second = try CatalogReader(path: path, shared: shared)
        }

        /// A catalogue in memory: one connection, so one reader for all.
        init(_ connect: () throws(SQLiteError) -> sending Connection) throws(SQLiteError) {
            first = try CatalogReader(try connect(), shared: SharedMatches())
            second = first
        }

        subscript(lane: Lane) -> CatalogReader {
            switch lane {
            case .first: first
            case .second: second
            }
        }
    }

    /// Which of the readers a question is for.
    enum Lane {
        case first, second
    }

    /// Makes a damaged file anew; nil where that cannot be done.
    typealias Recovery = @Sendable () -> Readers?

    private let name: String
    private let notice: String?
    private let recovery: Recovery?
    private let readers: Mutex<Readers>

    public nonisolated var capabilities: CatalogCapabilities { .all }

    init(name: String, readers: Readers, notice: String? = nil, recovery: Recovery? = nil) {
        self.name = name
        self.notice = notice
        self.recovery = recovery
        self.readers = Mutex(readers)
    }

    public func summary() async throws(CatalogError) -> CatalogSummary {
        let name = name
        let notice = notice
        return try await answer(.first) { database throws(SQLiteError) in
            CatalogSummary(
                name: name, films: database.lastFilm, people: database.lastPerson,
                genres: database.genres.count, notice: notice)
        }
    }

    public func search(_ query: FilmQuery, count: Int) async throws(CatalogError) -> SearchResults {
        try await answer(.first) { database throws(SQLiteError) in
            var results = try database.search(query, count: count)
            if let first = results.films.items.first {
                results.firstFilm = try database.film(first.id)
            }
            return results
        }
    }

    public func films(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<FilmSummary> {
        try await answer(.first) { database throws(SQLiteError) in
            try database.films(query, page)
        }
    }

    /// A page in one question: a thousand questions for one film each take
    /// several times as long.
    public func records(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<Film> {
        try await answer(.first) { database throws(SQLiteError) in
            try database.records(query, page)
        }
    }

    public func people(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<PersonSummary> {
        try await answer(.first) { database throws(SQLiteError) in
            try database.people(query, page)
        }
    }

    public func genres(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<GenreSummary> {
        try await answer(.first) { database throws(SQLiteError) in
            try database.genres(query, page)
        }
    }

    public func statistics(_ query: FilmQuery) async throws(CatalogError) -> SearchStatistics {
        try await answer(.second) { database throws(SQLiteError) in
            try database.statistics(query)
        }
    }

    public func film(_ id: Identifier<Film>) async throws(CatalogError) -> Film {
        try await found("film", id.text) { database throws(SQLiteError) in try database.film(id) }
    }

    public func person(_ id: Identifier<Person>) async throws(CatalogError) -> Person {
        try await found("person", id.text) { database throws(SQLiteError) in
            try database.person(id)
        }
    }

    public func genre(_ id: Identifier<Genre>) async throws(CatalogError) -> Genre {
        try await found("genre", id.text) { database throws(SQLiteError) in
            try database.genre(id)
        }
    }

    public func bestFilms(count: Int) async throws(CatalogError) -> [FilmSummary] {
        try await answer(.first) { database throws(SQLiteError) in
            try database.bestFilms(count: count)
        }
    }

    public func randomFilm(
        _ query: FilmQuery, seed: UInt64
    ) async throws(CatalogError) -> FilmSummary? {
        try await answer(.second) { database throws(SQLiteError) in
            try database.randomFilm(query, seed: seed)
        }
    }

    private func found<Answer: Sendable>(
        _ entity: String, _ id: String,
        _ question: @Sendable @escaping (CatalogDatabase) throws(SQLiteError) -> Answer?
    ) async throws(CatalogError) -> Answer {
        guard let answer = try await answer(.first, question) else {
            throw CatalogError(
                .notFound, source: name, cause: "there is no \(entity) with the id \(id)")
        }
        return answer
    }

    /// Asks a reader. A damaged file is made anew and asked once more.
    private func answer<Answer: Sendable>(
        _ lane: Lane,
        _ question: @Sendable @escaping (CatalogDatabase) throws(SQLiteError) -> Answer
    ) async throws(CatalogError) -> Answer {
        let asked = readers.withLock { $0 }
        do throws(SQLiteError) {
            return try await ask(asked[lane], question)
        } catch {
            guard error.meansDamage, let repaired = await recovered(from: asked) else {
                throw CatalogError(error, source: name)
            }
            do throws(SQLiteError) {
                return try await ask(repaired[lane], question)
            } catch {
                throw CatalogError(error, source: name)
            }
        }
    }

    private func ask<Answer: Sendable>(
        _ reader: CatalogReader,
        _ question: @Sendable @escaping (CatalogDatabase) throws(SQLiteError) -> Answer
    ) async throws(SQLiteError) -> Answer {
        let handle = InterruptHandle()
        let answer = await withTaskCancellationHandler {
            await reader.answer(handle, question)
        } onCancel: {
            handle.interrupt()
        }
        return try answer.get()
    }

    /// Readers of a file made anew, or those of another call that was first:
    /// calls come one after the other on the damaged file's second thread.
    private func recovered(from damaged: Readers) async -> Readers? {
        guard recovery != nil else { return nil }
        return await damaged.second.perform { self.recover(from: damaged) }
    }

    private func recover(from damaged: Readers) -> Readers? {
        let current = readers.withLock { $0 }
        if current.first !== damaged.first { return current }
        guard let repaired = recovery?() else { return nil }
        readers.withLock { $0 = repaired }
        return repaired
    }
}

extension SQLiteError {
    var meansDamage: Bool {
        switch code {
        case .corrupt, .notADatabase: true
        default: false
        }
    }
}

extension CatalogError {
    /// What a failure of SQLite means to a reader of the catalogue.
    init(_ error: SQLiteError, source: String) {
        switch error.code {
        case .interrupt: self = .cancelled(source: source)
        case .corrupt, .notADatabase:
            self.init(
                .invalidAnswer, source: source,
                cause: "the file is damaged (\(error.message)); make it again")
        default:
            self.init(
                .unavailable, source: source, cause: "the file cannot be read (\(error.message))")
        }
    }
}

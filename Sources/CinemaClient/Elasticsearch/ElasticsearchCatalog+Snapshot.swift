internal import CinemaCore

extension ElasticsearchCatalog: SnapshotSource {
    /// Rows of a page: as many as an answer carries well.
    static let snapshotPageSize = 1_000

    func snapshotPlan() async throws(CatalogError) -> SnapshotPlan {
        try await answer { knowledge throws(SearchFailure) in
            let index = knowledge.layout.films.name
            let count = try await found(.count(index: index, ["query": .everything]))["count"]
            return SnapshotPlan(
                needsDetails: false, films: count?.integer.map { Int($0) },
                pageSize: min(Self.snapshotPageSize, knowledge.layout.films.window),
                mostFilms: 200_000)
        }
    }

    /// Pages are in the order of the ids, which stands still: another process
    /// goes on with the number of a page, and the walk behind the last id,
    /// whether the point in time is still there or not.
    func snapshotFilms(page number: Int) async throws(CatalogError) -> SnapshotPage {
        try await answer { knowledge throws(SearchFailure) in
            let films = knowledge.layout.films
            let size = min(Self.snapshotPageSize, films.window)
            let plan = Self.snapshotPlan(films)
            let (offset, isTooFar) = number.multipliedReportingOverflow(by: size)
            guard !isTooFar else { return SnapshotPage(films: [], isLast: true) }
            let walk = walk(knowledge.layout)
            let rows = try await walk.rows(plan, offset: offset, count: size, held: true)
            // Films that are missing now would seem to be gone for good.
            guard rows.failedShards == 0, !rows.timedOut else { throw incomplete(rows) }
            let isLast = rows.hits.count < size || offset + size >= rows.total
            if isLast { await walk.close(plan) }
            let read = rows.hits.compactMap(\.film)
            return SnapshotPage(
                films: read, isLast: isLast, unreadableRows: rows.hits.count - read.count)
        }
    }

    func snapshotFilm(_ id: String) async throws(CatalogError) -> FilmRecord {
        try await answer { knowledge throws(SearchFailure) in
            try await filmRecord(id, knowledge)
        }
    }

    func snapshotGenres() async throws(CatalogError) -> [GenreRecord] {
        try await answer { knowledge throws(SearchFailure) in
            guard let genres = knowledge.layout.genres else {
                return knowledge.genres.entries.map { GenreRecord(id: $0.id, name: $0.name) }
            }
            let plan = ResultPlan(
                index: genres.name, query: .everything, sort: [], tieBreak: genres.id?.exact)
            return try await walk(knowledge.layout).rows(plan, offset: 0, count: 2_000).hits
                .compactMap(\.entity)
                .map { GenreRecord(id: $0.id, name: $0.name, description: $0.description) }
        }
    }

    private static func snapshotPlan(_ films: FilmIndex) -> ResultPlan {
        guard let id = films.fields.id?.exact else {
            return ResultPlan(index: films.name, query: .everything, sort: [], tieBreak: nil)
        }
        return ResultPlan(
            index: films.name, query: .everything, sort: [.field(id, ["order": "asc"])],
            tieBreak: id)
    }

    private func incomplete(_ rows: ResultWindow) -> SearchFailure {
        let cause =
            rows.timedOut
            ? "the server stopped looking before the end; ask again"
            : "\(rows.failedShards) of \(rows.shards) parts of the index did not answer; look at"
                + " the health of the cluster"
        return SearchFailure(CatalogError(.unavailable, source: name, cause: cause))
    }
}

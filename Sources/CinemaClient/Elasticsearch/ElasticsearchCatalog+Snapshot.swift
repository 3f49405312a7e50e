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
                mostFilms: 200_000, listsAreWhole: true)
        }
    }

    /// Ranges of ids, so that they are the same in any point in time.
    ///
    /// Nil where the ids cannot be told apart by ranges; films without one
    /// are in the last part.
    func snapshotParts(
        after place: SnapshotPlace?
    ) async throws(CatalogError) -> [SnapshotPart]? {
        try await answer { knowledge throws(SearchFailure) in
            guard let question = SnapshotQuestion(knowledge.layout.films, filmsOfPart: filmsOfPart)
            else { return nil }
            do throws(SearchFailure) {
                guard let places = try await places(behind: place, question) else { return nil }
                return SnapshotPart.between(places, after: place)
            } catch {
                guard error.meansRefused else { throw error }
                return nil
            }
        }
    }

    /// Where to part what lies behind a place: some ids taken at random, in
    /// the server's own order. Nil where they are none to part by.
    private func places(
        behind place: SnapshotPlace?, _ question: SnapshotQuestion
    ) async throws(SearchFailure) -> [SnapshotPlace]? {
        let all = question.query(SnapshotPart(after: place))
        let films = try await count(all, question.index)
        guard let sample = question.sample(of: films, all) else { return [] }
        let answer = try await found(.search(index: question.index, sample.body))
        let ids = (answer["hits"]?.elements(of: "hits") ?? []).map { hit in
            hit.elements(of: "sort", most: 1).first.flatMap { SnapshotPlace($0) }
        }
        var places: [SnapshotPlace] = []
        for number in stride(from: sample.step - 1, to: ids.count, by: sample.step) {
            guard let id = ids[number] else { return nil }
            places.append(id)
        }
        guard let first = places.first else { return nil }
        // Whether the server takes ranges of such ids at all.
        let part = question.query(SnapshotPart(after: place, through: first))
        let found = try await count(part, question.index)
        return found > 0 && found < films ? places : nil
    }

    private func count(
        _ query: SearchJSON, _ index: String
    ) async throws(SearchFailure) -> Int {
        let count = try await found(.count(index: index, ["query": query]))["count"]
        return count?.integer.map { Int($0) } ?? 0
    }

    /// Any number of parts at the same time, in one point in time.
    func snapshotFilms(in part: SnapshotPart) async throws(CatalogError) -> SnapshotPage {
        try await answer { knowledge throws(SearchFailure) in
            let films = knowledge.layout.films
            guard let question = SnapshotQuestion(films, filmsOfPart: filmsOfPart) else {
                throw SearchFailure(
                    CatalogError(
                        .invalidAnswer, source: name,
                        cause: "the index has changed; ask again"))
            }
            let walk = walk(knowledge.layout)
            let plan = Self.snapshotPlan(films)
            let rows = try await walk.rows(
                of: question.query(part), in: plan, size: question.mostRows)
            // Another point in time may find the parts on other nodes.
            if rows.failedShards > 0 { await walk.close(plan) }
            return try page(rows, isLast: part.through == nil)
        }
    }

    func endSnapshotParts() async {
        guard let layout = knownLayout else { return }
        await walk(layout).close(Self.snapshotPlan(layout.films))
    }

    private func page(
        _ rows: ResultWindow, isLast: Bool
    ) throws(SearchFailure) -> SnapshotPage {
        // Films that are missing now would seem to be gone for good.
        guard rows.failedShards == 0, !rows.timedOut else { throw incomplete(rows) }
        let read = rows.hits.compactMap(\.film)
        return SnapshotPage(
            films: read, isLast: isLast, unreadableRows: rows.hits.count - read.count)
    }

    /// Where there are no parts. Pages are in the order of the ids, if there
    /// are any, which stands still: another process goes on with the number of
    /// a page, and the walk behind the last id, whether the point in time is
    /// still there or not.
    func snapshotFilms(page number: Int) async throws(CatalogError) -> SnapshotPage {
        try await answer { knowledge throws(SearchFailure) in
            let films = knowledge.layout.films
            let size = min(Self.snapshotPageSize, films.window)
            let plan = Self.snapshotPlan(films)
            let (offset, isTooFar) = number.multipliedReportingOverflow(by: size)
            guard !isTooFar else { return SnapshotPage(films: [], isLast: true) }
            let walk = walk(knowledge.layout)
            let rows = try await walk.rows(plan, offset: offset, count: size, held: true)
            let isLast = rows.hits.count < size || offset + size >= rows.total
            let page = try page(rows, isLast: isLast)
            if isLast { await walk.close(plan) }
            return page
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

extension SnapshotPlace {
    fileprivate init?(_ id: JSONValue) {
        if let text = id.string {
            self = .text(text)
        } else if let number = id.integer {
            self = .number(number)
        } else {
            return nil
        }
    }
}

extension SearchFailure {
    /// Whether the server does not take the question, whenever it is asked.
    fileprivate var meansRefused: Bool {
        guard let status, type != "index_not_found_exception" else { return false }
        return status == 400 || status == 500 || status == 501
    }
}

internal import CinemaCore

extension RemoteCatalog {
    func summary() async throws(CatalogError) -> CatalogSummary {
        try await either(
            isTold: false,
            { (local) async throws(CatalogError) in try await local.summary() },
            { (server) async throws(CatalogError) in try await server.summary() })
    }

    func search(_ query: FilmQuery, count: Int) async throws(CatalogError) -> SearchResults {
        try await search(query, count: count) { (server) async throws(CatalogError) in
            try await server.search(query, count: count)
        }
    }

    func rescuedSearch(
        _ query: FilmQuery, count: Int
    ) async throws(CatalogError) -> SearchResults {
        let isBehind = firstRows(query)?.isRescueApart ?? false
        return try await search(query, count: count, isTold: !isBehind) {
            (server) async throws(CatalogError) in
            try await server.rescuedSearch(query, count: count)
        }
    }

    private func search(
        _ query: FilmQuery, count: Int, isTold: Bool = true,
        _ remote: (Server) async throws(CatalogError) -> SearchResults
    ) async throws(CatalogError) -> SearchResults {
        if let whole = holder.whole { return try await search(whole, query, count) }
        do throws(CatalogError) {
            var (results, context) = try await ask(
                failure: \.sourceFailure, isTold: isTold, remote)
            if let failure = results.sourceFailure, failure.meansAway { throw failure }
            if context.serverAnswers == 0, results.origin?.place ?? .server == .server {
                results.origin = results.origin ?? ResultOrigin(place: .cache)
                results.origin?.place = .cache
            }
            note(FirstRows(results), of: query)
            keepRows(results.films.items)
            return results
        } catch {
            if error.meansAway, isTold { note(FirstRows(), of: query) }
            guard error.meansAway, let kept = await kept() else {
                return try await answer(despite: error) { (_) throws(CatalogError) in
                    throw error
                }
            }
            return try await search(kept, query, count)
        }
    }

    private func search(
        _ built: BuiltSnapshot, _ query: FilmQuery, _ count: Int
    ) async throws(CatalogError) -> SearchResults {
        try await answer(from: built) { (local) async throws(CatalogError) in
            var results = try await local.search(query, count: count)
            results.origin = origin(of: built, for: query)
            return results
        }
    }

    /// How far the rows of a snapshot reach; nil where that is the whole of
    /// the source, as it is now.
    func origin(of built: BuiltSnapshot, for query: FilmQuery) -> ResultOrigin? {
        let facts = built.facts
        guard facts.isWhole else {
            let coverage = ResultOrigin.Coverage(read: facts.films, total: .atLeast(facts.films))
            return ResultOrigin(place: .snapshot, coverage: coverage)
        }
        let isPartial = !facts.isComplete && !built.missing.isEmpty
        guard isPartial, query.needsDetails else {
            let standsIn = holder.whole == nil
            return isPartial || standsIn || holder.isStale(built)
                ? ResultOrigin(place: .snapshot) : nil
        }
        return ResultOrigin(
            place: .snapshot,
            coverage: ResultOrigin.Coverage(read: facts.details, total: .exact(facts.films)))
    }

    func films(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<FilmSummary> {
        try await rest(
            of: query,
            { (local) async throws(CatalogError) in
                var films = try await local.films(query, page: page)
                films.origin = holder.built.flatMap { origin(of: $0, for: query) }
                return films
            },
            { (server) async throws(CatalogError) in
                let films = try await server.films(query, page: page)
                keepRows(films.items)
                return films
            })
    }

    func people(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<PersonSummary> {
        // The first of them are asked for behind the films.
        let isBehind = page.offset == 0 && firstRows(query)?.arePeopleApart ?? false
        return try await rest(
            of: query, isTold: !isBehind,
            { (local) async throws(CatalogError) in try await local.people(query, page: page) },
            { (server) async throws(CatalogError) in try await server.people(query, page: page) })
    }

    func genres(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<GenreSummary> {
        try await rest(
            of: query,
            { (local) async throws(CatalogError) in try await local.genres(query, page: page) },
            { (server) async throws(CatalogError) in try await server.genres(query, page: page) })
    }

    func statistics(_ query: FilmQuery) async throws(CatalogError) -> SearchStatistics {
        try await rest(
            of: query, isTold: false,
            { (local) async throws(CatalogError) in try await local.statistics(query) },
            { (server) async throws(CatalogError) in try await server.statistics(query) })
    }

    func bestFilms(count: Int) async throws(CatalogError) -> [FilmSummary] {
        try await either(
            { (local) async throws(CatalogError) in try await local.bestFilms(count: count) },
            { (server) async throws(CatalogError) in
                let films = try await server.bestFilms(count: count)
                keepRows(films)
                return films
            })
    }

    func randomFilm(
        _ query: FilmQuery, seed: UInt64
    ) async throws(CatalogError) -> FilmSummary? {
        try await either(
            { (local) async throws(CatalogError) in
                try await local.randomFilm(query, seed: seed)
            },
            { (server) async throws(CatalogError) in
                try await server.randomFilm(query, seed: seed)
            })
    }

    private func keepRows(_ films: [FilmSummary]) {
        guard !films.isEmpty else { return }
        keep(false) { films.map { FilmRecord($0) } }
    }
}

extension FilmQuery {
    /// Whether its filters ask for what lists do not tell: lists have title
    /// and rating, often nothing else.
    fileprivate var needsDetails: Bool {
        filters.contains { filter in
            if case .rating = filter.condition { false } else { true }
        }
    }
}

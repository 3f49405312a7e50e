internal import CinemaCore

extension SnapshotFetcher {
    /// Reads the pages of the lists that were not read yet, and builds a
    /// catalogue of them; false where there are too many films.
    func readLists() async throws(Stop) -> Bool {
        let round = state.round
        var page = try await stored { (database) throws(SQLiteError) in
            try database.nextPage(round: round)
        }
        var unreadable = 0
        while true {
            guard let answer = try await films(page: page, unreadable: &unreadable) else {
                // The page is passed over, what was on it is not forgotten.
                _ = try await keep([], page)
                page += 1
                continue
            }
            let added = try await keep(answer.films, page)
            state.films += added
            guard state.films <= mostFilms else {
                try await end(.tooLarge)
                return false
            }
            report(.state(state))
            // A server that gives its last page for ever has no end else.
            if answer.isLast || added == 0 { break }
            page += 1
        }
        try await readGenres()
        let now = store.now()
        // After as long nobody misses a film that is in no list.
        let seen = unreadable > 0 ? Int64.min : now - policy.detailsAge
        state = try await stored { (database) throws(SQLiteError) in
            try database.endLists(now: now, seenSince: seen)
            return try database.state()
        }
        report(.state(state))
        await build()
        return true
    }

    /// A page; nil where the server cannot give it, though it gives others.
    private func films(
        page: Int, unreadable: inout Int
    ) async throws(Stop) -> SnapshotPage? {
        do throws(Stop) {
            return try await persistently(most: page == 0 ? .max : 3) {
                (source) async throws(CatalogError) in
                try await source.snapshotFilms(page: page)
            }
        } catch {
            guard page > 0, case .catalog(let cause) = error else { throw error }
            switch cause.kind {
            case .notFound: return SnapshotPage(films: [], isLast: true)
            case .invalidAnswer, .unavailable, .busy:
                unreadable += 1
                guard unreadable < 3 else { throw error }
                return nil
            case .cancelled, .unauthorized, .unsupported: throw error
            }
        }
    }

    private func keep(_ films: [FilmRecord], _ page: Int) async throws(Stop) -> Int {
        let round = state.round
        let old = store.now() - policy.detailsAge
        return try await stored { (database) throws(SQLiteError) in
            try database.keepPage(films, number: page, round: round, detailsOlderThan: old)
        }
    }

    /// Genres are a help, so a server without them is no failure.
    private func readGenres() async throws(Stop) {
        let genres: [GenreRecord]
        do throws(Stop) {
            genres = try await persistently(most: 2) { (source) async throws(CatalogError) in
                try await source.snapshotGenres()
            }
        } catch {
            if case .catalog(let cause) = error, cause.kind != .cancelled { return }
            throw error
        }
        try await stored { (database) throws(SQLiteError) in try database.keep(genres) }
    }
}

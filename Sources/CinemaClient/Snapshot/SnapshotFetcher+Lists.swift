internal import CinemaCore

extension SnapshotFetcher {
    /// Reads what was not read yet of the lists, and builds a catalogue of
    /// them; false where there are too many films.
    func readLists() async throws(Stop) -> Bool {
        let start = try await stored { (database) throws(SQLiteError) in try database.place() }
        let parts = try await persistently { (source) async throws(CatalogError) in
            try await source.snapshotParts(after: start)
        }
        var unreadable = 0
        let isWhole =
            if let parts {
                try await readParts(parts, unreadable: &unreadable)
            } else {
                try await readPages(unreadable: &unreadable)
            }
        guard isWhole else {
            try await end(.tooLarge)
            return false
        }
        try await readGenres()
        let now = store.now()
        // After as long nobody misses a film that is in no list. What was seen
        // while these were read may have come behind the reader.
        let begin = state.roundBeganAt ?? .min
        let seen = unreadable > 0 ? Int64.min : min(begin, now - patience)
        state = try await stored { (database) throws(SQLiteError) in
            try database.endLists(now: now, seenSince: seen)
            return try database.state()
        }
        state.isBuilding = true
        report(.state(state))
        await build()
        state.isBuilding = false
        report(.state(state))
        return true
    }

    /// Reads page after page; false where there are too many films.
    private func readPages(unreadable: inout Int) async throws(Stop) -> Bool {
        let round = state.round
        var page = try await stored { (database) throws(SQLiteError) in
            try database.nextPage(round: round)
        }
        while true {
            guard let answer = try await films(page: page, unreadable: &unreadable) else {
                // The page is passed over, what was on it is not forgotten.
                _ = try await keep([], page)
                page += 1
                continue
            }
            let added = try await keep(answer.films, page)
            state.films += added
            guard state.films <= mostFilms else { return false }
            report(.state(state))
            // A server that gives its last page for ever has no end else.
            if answer.isLast || added == 0 { return true }
            page += 1
        }
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
            if cause.kind == .notFound { return SnapshotPage(films: [], isLast: true) }
            guard cause.meansUnreadable else { throw error }
            unreadable += 1
            guard unreadable < 3 else { throw error }
            return nil
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

extension CatalogError {
    /// Whether it may be of what was asked for alone.
    var meansUnreadable: Bool { [.invalidAnswer, .unavailable, .busy].contains(kind) }
}

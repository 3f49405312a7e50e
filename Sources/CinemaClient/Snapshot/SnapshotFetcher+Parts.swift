internal import CinemaCore

extension SnapshotFetcher {
    private typealias ReadPart = (number: Int, films: Result<[FilmRecord], Stop>)

    /// Reads the parts of a list, as many at a time as the pace allows; false
    /// where there are too many films.
    func readParts(
        _ parts: [SnapshotPart], unreadable: inout Int
    ) async throws(Stop) -> Bool {
        var lost = unreadable
        let result = await withTaskGroup(of: ReadPart.self) { group -> Result<Bool, Stop> in
            do throws(Stop) {
                return .success(try await read(parts, by: &group, unreadable: &lost))
            } catch {
                return .failure(error)
            }
        }
        unreadable = lost
        // Who is cancelled leaves, and closes all that is open.
        if !Task.isCancelled { await source.endSnapshotParts() }
        return try result.get()
    }

    private func read(
        _ parts: [SnapshotPart], by group: inout TaskGroup<ReadPart>, unreadable: inout Int
    ) async throws(Stop) -> Bool {
        defer { group.cancelAll() }
        var reading = SnapshotParts(parts)
        ask(for: &reading, &group)
        for await answer in group {
            let films = try films(of: answer.films, unreadable: &unreadable)
            let place = reading.noteRead(answer.number)
            // Before these are kept, so that the server need not wait for the
            // disk.
            ask(for: &reading, &group)
            guard try await keep(films, upTo: place) else { return false }
        }
        return true
    }

    private func ask(for reading: inout SnapshotParts, _ group: inout TaskGroup<ReadPart>) {
        while reading.running < pace.width, let (number, part) = reading.next() {
            group.addTask { [self] in (number, await films(in: part)) }
        }
    }

    private func films(in part: SnapshotPart) async -> Result<[FilmRecord], Stop> {
        do throws(Stop) {
            return .success(
                try await persistently(most: 3) { (source) async throws(CatalogError) in
                    try await source.snapshotFilms(in: part).films
                })
        } catch {
            return .failure(error)
        }
    }

    /// The films of an answer; none where the server cannot give them, though
    /// it gives others: those are passed over, and not forgotten.
    private func films(
        of films: Result<[FilmRecord], Stop>, unreadable: inout Int
    ) throws(Stop) -> [FilmRecord] {
        do throws(Stop) {
            return try films.get()
        } catch {
            guard case .catalog(let cause) = error, cause.meansUnreadable else { throw error }
            unreadable += 1
            guard unreadable < 3 else { throw error }
            return []
        }
    }

    /// False where there are too many films.
    private func keep(
        _ films: [FilmRecord], upTo place: SnapshotPlace?
    ) async throws(Stop) -> Bool {
        let round = state.round
        let old = store.now() - policy.detailsAge
        state.films += try await stored { (database) throws(SQLiteError) in
            try database.keepPart(films, readUpTo: place, round: round, detailsOlderThan: old)
        }
        guard state.films <= mostFilms else { return false }
        report(.state(state))
        return true
    }
}

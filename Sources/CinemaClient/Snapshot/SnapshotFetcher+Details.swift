internal import CinemaCore

extension SnapshotFetcher {
    private typealias Answer = (id: String, film: Result<FilmRecord, CatalogError>, time: Duration)

    /// Reads the films' own records, best rated first, until none is wanted.
    func readDetails() async throws(Stop) {
        // Films that failed while the server was away: their own fault is
        // known only if they fail again when it is back.
        var suspects: [String: Int] = [:]
        while state.needsDetails {
            let (count, now) = (pace.width, store.now())
            let ids = try await stored { (database) throws(SQLiteError) in
                try database.wanted(count, now: now)
            }
            guard !ids.isEmpty else {
                guard try await waitForRetry() else { break }
                continue
            }
            if state.stage != .details { try await end(.details) }
            try await keep(await read(ids), &suspects)
            report(.state(state))
            await buildIfDue()
        }
        if state.stage != .complete { try await end(.complete) }
        await buildIfChanged()
    }

    /// Waits until a film that failed is to be tried again; false where none
    /// is.
    private func waitForRetry() async throws(Stop) -> Bool {
        let next = try await stored { (database) throws(SQLiteError) in
            try database.nextRetry()
        }
        guard let next else { return false }
        await buildIfChanged()
        guard await time.sleep(.seconds(max(1, next - store.now()))) else {
            throw .catalog(.cancelled(source: source.name))
        }
        return true
    }

    /// Reads some films at a time, each when its turn is.
    private func read(_ ids: [String]) async -> [Answer] {
        await withTaskGroup(of: Answer.self) { group in
            for id in ids {
                let delay = pace.start(now: time.now)
                group.addTask { [source, time] in
                    guard await time.sleep(delay) else {
                        return (id, .failure(.cancelled(source: source.name)), .zero)
                    }
                    let begin = time.now
                    do throws(CatalogError) {
                        let film = try await source.snapshotFilm(id)
                        return (id, .success(film), time.now - begin)
                    } catch {
                        return (id, .failure(error), time.now - begin)
                    }
                }
            }
            var answers: [Answer] = []
            for await answer in group { answers.append(answer) }
            return answers
        }
    }

    private func keep(_ answers: [Answer], _ suspects: inout [String: Int]) async throws(Stop) {
        var failure: CatalogError?
        for answer in answers {
            switch answer.film {
            case .success(var film):
                film.id = answer.id
                try await keep(film)
                pace.ended(after: answer.time)
                monitor.reached()
                suspects[answer.id] = nil
            case .failure(let error) where error.kind == .cancelled || error.kind == .unauthorized:
                if error.kind == .unauthorized { monitor.failed(error) }
                throw .catalog(error)
            case .failure(let error) where error.meansAway && suspects[answer.id, default: 0] < 1:
                suspects[answer.id, default: 0] += 1
                failure = error
            case .failure(let error):
                // A film that cannot be had is no reason to be slow with the
                // others; a server that is away is waited for.
                if error.meansAway { pace.failed() } else { pace.ended(after: answer.time) }
                suspects[answer.id] = nil
                try await fail(answer.id, isGone: error.kind == .notFound)
            }
        }
        if let failure { try await waitForServer(failure) }
    }

    private func keep(_ film: FilmRecord) async throws(Stop) {
        let now = store.now()
        let isNew = try await stored { (database) throws(SQLiteError) in
            try database.keepDetail(film, now: now)
        }
        if isNew { state.details += 1 }
        await store.noteChange()
    }

    private func fail(_ id: String, isGone: Bool) async throws(Stop) {
        let (policy, now) = (policy, store.now())
        try await stored { (database) throws(SQLiteError) in
            try database.failDetail(id, isGone: isGone, policy: policy, now: now)
        }
    }
}

internal import CinemaCore

extension RemoteCatalog {
    /// The answer of the whole snapshot, else of the server, else of what was
    /// seen before.
    func either<Answer: Sendable>(
        isTold: Bool = true, _ local: (LocalCatalog) async throws(CatalogError) -> Answer,
        _ remote: (Server) async throws(CatalogError) -> Answer
    ) async throws(CatalogError) -> Answer {
        if let whole = holder.whole { return try await answer(from: whole, local) }
        do throws(CatalogError) {
            return try await ask(isTold: isTold, remote).answer
        } catch {
            return try await answer(despite: error, local)
        }
    }

    /// As `either`, of a result of which the first rows are told already: the
    /// rest of the server's rows is not among what happens to be kept, where
    /// other films stand at those places.
    func rest<Answer: Sendable>(
        of query: FilmQuery, isTold: Bool = true,
        _ local: (LocalCatalog) async throws(CatalogError) -> Answer,
        _ remote: (Server) async throws(CatalogError) -> Answer
    ) async throws(CatalogError) -> Answer {
        guard holder.whole == nil, firstRows(query)?.areOfServer == true else {
            return try await either(isTold: isTold, local, remote)
        }
        return try await ask(isTold: isTold, remote).answer
    }

    /// The answer of what was kept, where the server is away.
    func answer<Answer: Sendable>(
        despite error: CatalogError,
        _ local: (LocalCatalog) async throws(CatalogError) -> Answer
    ) async throws(CatalogError) -> Answer {
        guard error.meansAway else { throw error }
        let cause = error
        guard let kept = await kept() else { throw nothingKept(cause) }
        do throws(CatalogError) {
            return try await answer(from: kept, local)
        } catch {
            // That it was not seen does not mean that there is none.
            guard error.kind == .notFound else { throw error }
            throw nothingKept(cause, of: "nothing of this")
        }
    }

    /// The answer of a snapshot.
    func answer<Answer: Sendable>(
        from built: BuiltSnapshot,
        _ local: (LocalCatalog) async throws(CatalogError) -> Answer
    ) async throws(CatalogError) -> Answer {
        let begin = time.now
        let answer = try await local(built.catalog)
        note(.snapshot, since: begin)
        lookAround()
        return answer
    }

    /// The server's answer, and where its parts came from. Fails at once while
    /// the server is known to be away; with the network switched off kept
    /// answers are all that comes.
    ///
    /// - Parameters:
    ///   - failure: What an answer whose parts fail apart tells of the server.
    ///   - isTold: As the last answer. Numbers about rows are asked for behind
    ///     them: they would hide how long the reader waited for these, or call
    ///     new rows kept ones, where they are worked out of the same answers.
    func ask<Answer: Sendable>(
        failure: (Answer) -> CatalogError? = { _ in nil }, isTold: Bool = true,
        _ remote: (Server) async throws(CatalogError) -> Answer
    ) async throws(CatalogError) -> (answer: Answer, context: RequestContext) {
        guard monitor.mayAsk || options.isOffline && keepsAnswers else { throw awayError }
        let context = RequestContext()
        let begin = time.now
        let server = server
        let outcome = await RequestContext.$current.withValue(context) {
            () async -> Result<Answer, CatalogError> in
            do throws(CatalogError) { return .success(try await remote(server)) } catch {
                return .failure(error)
            }
        }
        do throws(CatalogError) {
            let answer = try outcome.get()
            if let failure = failure(answer) {
                note(failure)
            } else {
                note(context, since: begin, isTold: isTold)
            }
            return (answer, context)
        } catch {
            note(error)
            throw error
        }
    }

    /// Why the server is not asked now.
    var awayError: CatalogError {
        if case .offline(let error, _) = monitor.health.state { return error }
        return CatalogError(
            .unavailable, source: server.name, cause: "the network is switched off (--offline)")
    }

    private func nothingKept(_ error: CatalogError, of what: String = "nothing") -> CatalogError {
        // That nothing is kept shows by itself; why not is what helps.
        let cause =
            options.isOffline
            ? "\(what) was read from it before; leave out --offline once" : error.cause
        return CatalogError(.unavailable, source: server.name, cause: cause)
    }

    // MARK: What answers tell

    /// What a cluster tells of its nodes; one alone is no matter.
    func note(_ nodes: CatalogStatus.Nodes) {
        board.update { $0.nodes = nodes.known > 1 ? nodes : nil }
    }

    func note(_ error: CatalogError) {
        switch error.kind {
        case .unavailable, .busy, .unauthorized: monitor.failed(error)
        case .cancelled: break
        case .notFound, .invalidAnswer, .unsupported: monitor.reached()
        }
    }

    private func note(_ context: RequestContext, since begin: Duration, isTold: Bool) {
        if context.wasAway {
            monitor.failed(
                CatalogError(
                    .unavailable, source: server.name, cause: "the server does not answer"))
        } else if context.serverAnswers > 0 {
            monitor.reached()
        }
        guard isTold else { return }
        if context.serverAnswers > 0 {
            note(.server, since: begin, took: context.took)
        } else if context.oldest != nil {
            note(.cache, since: begin)
        }
        guard holder.whole == nil else { return }
        let now = options.now()
        let readAt = WallClock.localTime(context.oldest ?? now, now: now)
        let isStale = context.isStale
        board.update { status in
            status.readAt = readAt
            status.isStale = isStale
        }
    }

    private func note(
        _ origin: CatalogStatus.LastAnswer.Origin, since begin: Duration, took: Int? = nil
    ) {
        let milliseconds = (time.now - begin).inMilliseconds
        board.update { status in
            status.lastAnswer = CatalogStatus.LastAnswer(
                origin: origin, milliseconds: milliseconds, took: took)
        }
    }
}

extension SearchResults {
    /// What failed of the source as a whole. Films that fail while people are
    /// found are the fault of the question, as a service has it that breaks at
    /// signs in it.
    var sourceFailure: CatalogError? {
        guard let filmsFailure else { return nil }
        if filmsFailure.kind == .unauthorized { return filmsFailure }
        guard filmsFailure.meansAway, let peopleFailure else { return nil }
        return peopleFailure.meansAway || peopleFailure.kind == .unsupported ? filmsFailure : nil
    }
}

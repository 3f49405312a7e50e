internal import CinemaCore

extension ResultWalk {
    /// All rows of a part of a plan's result, in the point in time of the
    /// plan, where the server has any. Parts may be asked for at the same time.
    ///
    /// - Parameters:
    ///   - query: Narrows the plan's query down to few rows.
    ///   - size: Rows of a request.
    func rows(
        of query: SearchJSON, in plan: ResultPlan, size: Int
    ) async throws(SearchFailure) -> ResultWindow {
        do throws(SearchFailure) {
            return try await allRows(of: query, await state(of: plan), size: size)
        } catch {
            guard error.meansLostPlace, !isClosed else { throw error }
        }
        return try await allRows(of: query, await state(of: plan), size: size)
    }

    private func allRows(
        of query: SearchJSON, _ state: WalkState, size: Int
    ) async throws(SearchFailure) -> ResultWindow {
        guard !isClosed else { throw SearchFailure(.cancelled(source: name)) }
        try await openPoint(state)
        let point = state.point
        do throws(SearchFailure) {
            return try await allRows(of: query, from: state, size: size)
        } catch {
            // Another part may have opened the next one already.
            if error.meansLostPlace, let point, state.point == point { await close(state) }
            throw error
        }
    }

    private func allRows(
        of query: SearchJSON, from state: WalkState, size: Int
    ) async throws(SearchFailure) -> ResultWindow {
        var body = state.plan.body(sort: state.plan.fullSort)
        body["query"] = query
        body["size"] = .integer(size)
        body["track_total_hits"] = false
        var rows = ResultWindow(hits: [], total: 0)
        while true {
            let next = read(try await search(state, body).root)
            rows.add(next)
            let last = next.hits.last.map { SearchJSON.array($0.sort) }
            // A server that gives its last rows for ever has no end else.
            guard next.hits.count >= size, last != body["search_after"] else { return rows }
            body["search_after"] = last
        }
    }
}

internal import CinemaCore

extension ResultWalk {
    /// Rows of a scroll, for servers and indices with nothing better: forward
    /// only, and from the beginning again for what lies behind it.
    func scrolledRows(
        _ state: WalkState, _ rows: Range<Int>
    ) async throws(SearchFailure) -> ResultWindow {
        await takeTurn(state)
        defer { endTurn(state) }
        guard !isClosed else { throw SearchFailure(.cancelled(source: name)) }
        if state.scroll.map({ rows.lowerBound < $0.start }) ?? true {
            await close(state)
            try await openScroll(state)
        }
        var found = ResultWindow(hits: [], total: 0)
        while let scroll = state.scroll {
            found.total = scroll.total
            found.shards = scroll.rows.shards
            found.failedShards = max(found.failedShards, scroll.rows.failedShards)
            found.timedOut = found.timedOut || scroll.rows.timedOut
            let first = max(rows.lowerBound + found.hits.count, scroll.start)
            if first < scroll.end {
                let end = min(rows.upperBound, scroll.end)
                found.hits += scroll.rows.hits[(first - scroll.start)..<(end - scroll.start)]
            }
            if found.hits.count >= rows.count || scroll.isAtEnd { break }
            try await continueScroll(state)
        }
        return found
    }

    /// One question at a time: a scroll has one place, and two that found none
    /// would open one each.
    private func takeTurn(_ state: WalkState) async {
        guard state.isScrolling else {
            state.isScrolling = true
            return
        }
        await withCheckedContinuation { state.waiting.append($0) }
    }

    private func endTurn(_ state: WalkState) {
        guard !state.waiting.isEmpty else {
            state.isScrolling = false
            return
        }
        state.waiting.removeFirst().resume()
    }

    private func openScroll(_ state: WalkState) async throws(SearchFailure) {
        var body = state.plan.body(sort: state.plan.fullSort)
        body["size"] = .integer(min(1_000, window))
        body["track_total_hits"] = true
        let request = IndexRequest.openScroll(
            index: state.plan.index, body, scoring: state.plan.scoring)
        // To the end, whoever was cancelled: what was opened has to be known.
        let opening = Task(executorPreference: thread) {
            [transport]
            () async -> Result<IndexAnswer, SearchFailure> in
            do throws(SearchFailure) { return .success(try await transport.send(request)) } catch {
                return .failure(error)
            }
        }
        let root = try ParsedAnswer(try await opening.value.get(), source: name).root
        let rows = read(root)
        guard let id = root["_scroll_id"]?.string else { return }
        state.scroll = WalkState.Scroll(
            id: id, total: rows.total, start: 0, rows: rows, isAtEnd: false)
        guard !isClosed else { return await close(state) }
        await closeAtEnd(state)
    }

    private func continueScroll(_ state: WalkState) async throws(SearchFailure) {
        guard let scroll = state.scroll else { return }
        let root = try await ask(.continueScroll(id: scroll.id)).root
        let rows = read(root)
        state.scroll = WalkState.Scroll(
            id: root["_scroll_id"]?.string ?? scroll.id, total: scroll.total, start: scroll.end,
            rows: rows, isAtEnd: false)
        await closeAtEnd(state)
    }

    /// Behind the last row there is nothing to hold open.
    private func closeAtEnd(_ state: WalkState) async {
        guard let scroll = state.scroll, !scroll.isAtEnd else { return }
        guard scroll.rows.hits.isEmpty || scroll.end >= scroll.total else { return }
        state.scroll?.isAtEnd = true
        let closing = Task(executorPreference: thread) { [transport] in
            _ = try? await transport.send(.closeScroll(id: scroll.id))
        }
        await closing.value
    }
}

internal import CinemaCore

extension ResultWalk {
    /// Opens a point in time, where that is of use and the server does it.
    func openPoint(_ state: WalkState) async throws(SearchFailure) {
        guard state.point == nil, !refusesPoints, let style = server.pointInTime else { return }
        guard state.plan.tieBreak != nil || server.ordersByPlace else { return }
        let answer: ParsedAnswer
        do throws(SearchFailure) {
            answer = try await ask(.openPointInTime(index: state.plan.index, style))
        } catch {
            guard error.meansNotOffered else { throw error }
            refusesPoints = true
            return
        }
        guard let id = (answer.root["id"] ?? answer.root["pit_id"])?.string, !id.isEmpty else {
            refusesPoints = true
            return
        }
        let point = PointInTime(id: id, style: style)
        // Somebody else may have opened one in the meantime.
        guard state.point == nil else { return await close(point) }
        state.point = point
        state.total = nil
    }

    /// Closes what is held open for a plan; a server that does not answer
    /// forgets it by itself.
    func close(_ state: WalkState) async {
        let (point, scroll) = (state.point, state.scroll)
        state.point = nil
        state.scroll = nil
        if let point { await close(point) }
        if let scroll, !scroll.isAtEnd { await close(scroll: scroll.id) }
    }

    private func close(_ point: PointInTime) async {
        await send(.closePointInTime(point))
    }

    func close(scroll id: String) async {
        await send(.closeScroll(id: id))
    }

    /// Asks in a task of its own: who wanted the rows may have been cancelled.
    private func send(_ request: IndexRequest) async {
        let sending = Task(executorPreference: thread) { [transport] in
            _ = try? await transport.send(request)
        }
        await sending.value
    }
}

extension SearchServer {
    /// Whether rows of a point in time can be sorted by their place in it
    /// (`_shard_doc`).
    var ordersByPlace: Bool { pointInTime == .elasticsearch }
}

extension SearchFailure {
    /// Whether the server does not do it, rather than not now.
    fileprivate var meansNotOffered: Bool {
        guard let status, type != "index_not_found_exception" else { return false }
        return (400..<500).contains(status) && status != 401 && status != 429
            || status == 500 || status == 501
    }
}

internal import CinemaCore

extension ResultWalk {
    /// Opens a point in time, where that is of use and the server does it.
    ///
    /// Who wanted it may have been cancelled when it is there: then it is for
    /// the next question, which comes with the next page.
    func openPoint(_ state: WalkState) async throws(SearchFailure) {
        guard state.point == nil, !refusesPoints, let style = server.pointInTime else { return }
        guard state.plan.tieBreak != nil || server.ordersByPlace else { return }
        let opening = state.opening ?? opening(of: state.plan.index, style)
        state.opening = opening
        let result = await opening.value
        // Else another question was first, or it was closed in the meantime.
        guard state.opening == opening else {
            _ = try result.get()
            return
        }
        state.opening = nil
        guard let point = try result.get() else {
            refusesPoints = true
            return
        }
        state.point = point
        state.total = nil
    }

    /// Opens one to the end; no point where the server has none.
    private func opening(
        of index: String, _ style: PointInTime.Style
    ) -> Task<Result<PointInTime?, SearchFailure>, Never> {
        Task(executorPreference: thread) { [transport, name] in
            do throws(SearchFailure) {
                let answer = try await transport.send(.openPointInTime(index: index, style))
                let root = try ParsedAnswer(answer, source: name).root
                let id = (root["id"] ?? root["pit_id"])?.string ?? ""
                return .success(id.isEmpty ? nil : PointInTime(id: id, style: style))
            } catch {
                return error.meansNotOffered ? .success(nil) : .failure(error)
            }
        }
    }

    /// Closes what is held open for a plan; a server that does not answer
    /// forgets it by itself.
    func close(_ state: WalkState) async { await closing(state).value }

    /// In a task of its own: who wanted the rows may have been cancelled.
    func closing(_ state: WalkState) -> Task<Void, Never> {
        let (point, scroll, opening) = (state.point, state.scroll, state.opening)
        state.point = nil
        state.scroll = nil
        state.opening = nil
        return Task(executorPreference: thread) { [transport] in
            if let point { _ = try? await transport.send(.closePointInTime(point)) }
            if let scroll, !scroll.isAtEnd {
                _ = try? await transport.send(.closeScroll(id: scroll.id))
            }
            if let opening, case .success(let point?) = await opening.value {
                _ = try? await transport.send(.closePointInTime(point))
            }
        }
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

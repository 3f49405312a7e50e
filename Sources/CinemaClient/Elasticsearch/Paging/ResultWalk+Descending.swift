internal import CinemaCore

extension ResultWalk {
    /// Finds the row before those that are wanted by counting, where the way
    /// to it is long, and keeps it as one to begin behind.
    ///
    /// Only in a point in time: counts are of one state of the index.
    func descend(
        _ state: WalkState, to rows: Range<Int>, total: Int
    ) async throws(SearchFailure) {
        let route = WalkRoute(to: rows, total: total, anchors: state.anchors, window: window)
        guard route.skip > nearEnough, state.point != nil, !state.refusesCounts,
            var descent = WalkDescent(
                state.plan, sort: sort(state, false), to: rows.lowerBound - 1, of: total,
                window: window, nearEnough: nearEnough)
        else { return }
        do throws(SearchFailure) {
            while let question = descent.question {
                switch question {
                case .counts(let body):
                    guard descent.narrow(try await search(state, body).root) else {
                        state.refusesCounts = true
                        return
                    }
                case .row(let body):
                    if let values = descent.values(try await search(state, body).root) {
                        state.anchors.keep([(rows.lowerBound - 1, values)])
                    } else {
                        state.refusesCounts = true
                    }
                    return
                }
            }
            state.refusesCounts = true
        } catch {
            guard error.meansNotCounted else { throw error }
            state.refusesCounts = true
        }
    }
}

extension SearchFailure {
    /// Whether the server does not count so, or not so many.
    fileprivate var meansNotCounted: Bool {
        guard let status else { return false }
        return status == 400 || status == 403 || type == "too_many_buckets_exception"
    }
}

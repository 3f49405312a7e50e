internal import CinemaCore

extension ResultWalk {
    /// Rows that are gone to by `search_after`.
    func walkedRows(
        _ state: WalkState, _ rows: Range<Int>
    ) async throws(SearchFailure) -> ResultWindow {
        let total = try await total(state)
        guard rows.lowerBound < total, !rows.isEmpty else {
            return ResultWindow(hits: [], total: total)
        }
        let rows = rows.lowerBound..<min(rows.upperBound, total)
        let route = WalkRoute(to: rows, total: total, anchors: state.anchors, window: window)
        // The row that those wanted come behind, on this way.
        let before = route.isBackward ? rows.upperBound : rows.lowerBound - 1
        let after = try await values(before, on: route, state, total: total)
        var body = state.plan.body(sort: sort(state, route.isBackward))
        body["size"] = .integer(rows.count)
        if let after { body["search_after"] = .array(after) }
        let root = try await search(state, body).root
        var found = read(root)
        let step = route.isBackward ? -1 : 1
        let places = found.hits.enumerated().map { index, hit in
            (place: before + step * (index + 1), sort: hit.sort)
        }
        state.anchors.keep(places)
        if route.isBackward { found.hits.reverse() }
        found.total = total
        return found
    }

    /// Goes the way up to the row at `place`: its values, nil for before the
    /// first row.
    private func values(
        _ place: Int, on route: WalkRoute, _ state: WalkState, total: Int
    ) async throws(SearchFailure) -> [SearchJSON]? {
        let step = route.isBackward ? -1 : 1
        var current = route.start ?? (route.isBackward ? total : -1)
        var values = route.start.flatMap { state.anchors.values(at: $0) }
        while current != place {
            let count = min(abs(place - current), window)
            var body = state.plan.placesBody(sort: sort(state, route.isBackward))
            if let values {
                body["search_after"] = .array(values)
                body["size"] = .integer(count)
            } else {
                // From the end of the list one row tells as much as all.
                body["from"] = .integer(count - 1)
                body["size"] = 1
            }
            body["track_total_hits"] = false
            let hits = try await search(state, body).root["hits"]?.elements(of: "hits") ?? []
            let wanted = values == nil ? 1 : count
            guard hits.count == wanted, let last = hits.last else {
                // The index changed under way, where there is no point in time.
                throw SearchFailure(
                    CatalogError(
                        .invalidAnswer, source: name,
                        cause: "the list changed while it was read; ask again"), status: 404,
                    type: "result_changed")
            }
            let first = values == nil ? current + step * count : current + step
            state.anchors.keep(Self.places(hits, from: first, step: step))
            values = last.elements(of: "sort").map { SearchJSON($0) }
            current += step * count
        }
        return values
    }

    /// The values of the rows that are worth keeping.
    private static func places(
        _ hits: [JSONValue], from first: Int, step: Int
    ) -> [(place: Int, sort: [SearchJSON])] {
        var places: [(place: Int, sort: [SearchJSON])] = []
        for (index, hit) in hits.enumerated() {
            let place = first + step * index
            guard place % WalkAnchors.distance == 0 || index == hits.count - 1 else { continue }
            places.append((place, hit.elements(of: "sort").map { SearchJSON($0) }))
        }
        return places
    }

    private func total(_ state: WalkState) async throws(SearchFailure) -> Int {
        if let total = state.total { return total }
        var body = state.plan.placesBody(sort: [])
        body["sort"] = nil
        body["stored_fields"] = nil
        body["size"] = 0
        body["track_total_hits"] = true
        let total = try await search(state, body).root.totalHits ?? 0
        // Known for as long as nothing changes.
        if state.point != nil { state.total = total }
        return total
    }

    private func sort(_ state: WalkState, _ isBackward: Bool) -> [SearchJSON] {
        var sort = state.plan.fullSort
        if state.plan.tieBreak == nil, state.point != nil { sort.append(["_shard_doc": "asc"]) }
        return isBackward ? ReversedSort.reversed(sort) : sort
    }

    /// Asks in the point in time, where there is one.
    func search(
        _ state: WalkState, _ body: SearchJSON
    ) async throws(SearchFailure) -> ParsedAnswer {
        guard let point = state.point else {
            return try await ask(.search(index: state.plan.index, body))
        }
        var body = body
        body["pit"] = ["id": .string(point.id), "keep_alive": .string(IndexRequest.keepAlive)]
        let answer = try await ask(.search(index: nil, body))
        // A server may give another id with each answer.
        if let id = answer.root["pit_id"]?.string, state.point == point { state.point?.id = id }
        let failures = answer.root["_shards"]?.elements(of: "failures", most: 64) ?? []
        let lost = "search_context_missing_exception"
        if failures.contains(where: { $0["reason"]?["type"]?.string == lost }) {
            throw SearchFailure(
                CatalogError(
                    .invalidAnswer, source: name,
                    cause: "a part of the index has forgotten the place in the list; ask again"),
                status: 404, type: lost)
        }
        return answer
    }
}

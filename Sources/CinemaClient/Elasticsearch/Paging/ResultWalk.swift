internal import CinemaCore

/// Rows of results at any depth.
///
/// Within the server's window a page is one request. Deeper ones are gone to
/// from the nearest known row, or from the nearer end, by `search_after` in a
/// point in time; where the server has none, in the index as it is; and where
/// nothing tells rows apart, by a scroll. Places passed by are kept, so that
/// paging on is one request. What was opened is closed when other plans take
/// its place, on failures and by `close()`; a server forgets it by itself
/// after `IndexRequest.keepAlive`, which costs one more request here.
actor ResultWalk {
    nonisolated let thread: SerialThread
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    let transport: any SearchTransport
    let server: SearchServer
    let name: String
    /// How many rows one request reaches.
    let window: Int
    /// So many rows are passed rather than counted.
    let nearEnough: Int
    private var reader: HitReader
    /// Whether the server does not open points in time, whatever its version.
    var refusesPoints = false
    private(set) var isClosed = false
    /// Last used last.
    private var states: [WalkState] = []

    /// The most plans for which something is held open.
    private static let mostStates = 3
    /// The most rows that are asked for at once, whatever the server allows.
    private static let widestWindow = 10_000

    /// - Parameters:
    ///   - genres: What genres are called, for films that have only their ids.
    ///   - name: What the header calls the source.
    ///   - nearEnough: So many rows are passed rather than counted.
    init(
        transport: any SearchTransport, layout: IndexLayout, genres: GenreNames = GenreNames([]),
        name: String, thread: SerialThread, nearEnough: Int = WalkDescent.nearEnough
    ) {
        self.nearEnough = nearEnough
        self.transport = transport
        server = layout.server
        self.name = name
        self.thread = thread
        window = max(1, min(layout.films.window, Self.widestWindow))
        reader = HitReader(layout, genres: genres)
    }

    /// The rows from `offset` on, fewer at the end of the result.
    ///
    /// - Parameter held: Whether all rows are read in one point in time, the
    ///   first ones too, so that none is missed by who reads them all.
    func rows(
        _ plan: ResultPlan, offset: Int, count: Int, held: Bool = false
    ) async throws(SearchFailure) -> ResultWindow {
        var rows = ResultWindow(hits: [], total: 0)
        var place = max(0, offset)
        var rest = max(0, count)
        repeat {
            let size = min(rest, window)
            let (end, isTooFar) = place.addingReportingOverflow(size)
            let part =
                held || isTooFar || end > window
                ? try await deepRows(plan, place..<(isTooFar ? .max : end))
                : try await firstRows(plan, from: place, size: size)
            rows.add(part)
            place = isTooFar ? .max : end
            rest -= size
            if part.hits.count < size { break }
        } while rest > 0
        return rows
    }

    /// Closes what is open for a plan of which no more rows are wanted.
    func close(_ plan: ResultPlan) async {
        guard let place = states.firstIndex(where: { $0.plan == plan }) else { return }
        await close(states.remove(at: place))
    }

    /// Closes all that is open at the server, at the same time.
    ///
    /// - Parameter forGood: Whether questions that are under way fail, rather
    ///   than open something again.
    func close(forGood: Bool = false) async {
        isClosed = isClosed || forGood
        let open = states
        states = []
        let closings = open.map { closing($0) }
        for closing in closings { await closing.value }
    }

    private func firstRows(
        _ plan: ResultPlan, from: Int, size: Int
    ) async throws(SearchFailure) -> ResultWindow {
        var body = plan.body(sort: plan.fullSort)
        body["from"] = .integer(from)
        body["size"] = .integer(size)
        body["track_total_hits"] = true
        return read(try await ask(.search(index: plan.index, body, scoring: plan.scoring)).root)
    }

    private func deepRows(
        _ plan: ResultPlan, _ rows: Range<Int>
    ) async throws(SearchFailure) -> ResultWindow {
        let state = await state(of: plan)
        do throws(SearchFailure) {
            return try await rowsOnce(state, rows)
        } catch {
            if error.error.kind == .cancelled { throw error }
            let wasOpen = state.point != nil || state.scroll != nil
            await close(state)
            // Places by number of shard and document are of the point in time.
            if plan.tieBreak == nil { state.anchors.forget() }
            state.total = nil
            guard wasOpen, error.meansLostPlace else {
                states.removeAll { $0 === state }
                throw error
            }
        }
        return try await rowsOnce(state, rows)
    }

    private func rowsOnce(
        _ state: WalkState, _ rows: Range<Int>
    ) async throws(SearchFailure) -> ResultWindow {
        guard !isClosed else { throw SearchFailure(.cancelled(source: name)) }
        try await openPoint(state)
        guard state.point != nil || state.plan.tieBreak != nil else {
            return try await scrolledRows(state, rows)
        }
        return try await walkedRows(state, rows)
    }

    func state(of plan: ResultPlan) async -> WalkState {
        if let place = states.firstIndex(where: { $0.plan == plan }) {
            let state = states.remove(at: place)
            states.append(state)
            return state
        }
        let state = WalkState(plan)
        states.append(state)
        while states.count > Self.mostStates { await close(states.removeFirst()) }
        return state
    }
}

extension ResultWalk {
    func ask(_ request: IndexRequest) async throws(SearchFailure) -> ParsedAnswer {
        try ParsedAnswer(try await transport.send(request), source: name)
    }

    /// The documents of an answer, and how complete it is.
    func read(_ root: JSONValue) -> ResultWindow {
        var rows = ResultWindow(hits: reader.hits(root), total: root.totalHits ?? 0)
        let shards = root["_shards"]
        rows.shards = shards?["total"]?.integer.map { Int($0) } ?? 0
        rows.failedShards = shards?["failed"]?.integer.map { Int($0) } ?? 0
        rows.timedOut = root["timed_out"]?.boolean ?? false
        return rows
    }
}

extension ResultWindow {
    mutating func add(_ next: ResultWindow) {
        hits += next.hits
        total = max(total, next.total)
        failedShards = max(failedShards, next.failedShards)
        shards = max(shards, next.shards)
        timedOut = timedOut || next.timedOut
    }
}

extension SearchFailure {
    /// Whether what was held open at the server may be gone, as after its time
    /// or with the node that had it.
    var meansLostPlace: Bool {
        guard type != "index_not_found_exception" else { return false }
        return status == 404 || status == 500 || status == 503
    }
}

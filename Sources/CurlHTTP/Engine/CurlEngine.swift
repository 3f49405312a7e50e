internal import Synchronization

/// Owns libcurl: carries out requests and sleeps, all on one thread of its own.
///
/// What is isolated to this actor is on that thread, which is what libcurl
/// demands. Each continuation is resumed exactly once, because it is taken out
/// of its table first.
actor CurlEngine {
    nonisolated let thread = CurlThread()
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    let configuration: CurlConfiguration
    private let load: @Sendable () throws(HTTPError) -> Void
    private nonisolated let lastID = Atomic(0)
    private var transfers: [Int: Transfer] = [:]
    private var sleeps: [Int: Sleep] = [:]
    private var handles: HandlePool?
    /// Whether libcurl may have something to do. Else it is not asked: it
    /// would look at every socket, with a system call for each.
    private var isDue = false

    private struct Sleep {
        var end: ContinuousClock.Instant
        /// Resumed with whether the time was slept through.
        var continuation: CheckedContinuation<Bool, Never>
    }

    /// `load` makes libcurl ready; called before the first request.
    init(
        _ configuration: CurlConfiguration,
        load: @escaping @Sendable () throws(HTTPError) -> Void = CurlLibrary.load
    ) {
        self.configuration = configuration
        self.load = load
    }

    /// Requests and sleeps in flight.
    var liveCount: Int { transfers.count + sleeps.count }

    // MARK: Requests

    /// Carries out a request. Ends at once when the task is cancelled: the
    /// cancellation is a job of the same thread, so it comes either before the
    /// request is begun, which then sees it, or after.
    nonisolated func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
        let id = lastID.add(1, ordering: .relaxed).newValue
        let outcome = await withTaskCancellationHandler {
            await carryOut(request, id)
        } onCancel: {
            Task(executorPreference: thread) { await self.cancelTransfer(id) }
        }
        return try outcome.get()
    }

    private func carryOut(_ request: HTTPRequest, _ id: Int) async -> Transfer.Outcome {
        guard !Task.isCancelled else { return .failure(.cancelled) }
        guard !thread.isClosed else { return .failure(.shutDown) }
        guard thread.isOnThread else { return .failure(.noThread) }
        thread.serve(self)
        return await withCheckedContinuation { begin(request, id, $0) }
    }

    private func begin(
        _ request: HTTPRequest, _ id: Int,
        _ continuation: CheckedContinuation<Transfer.Outcome, Never>
    ) {
        do throws(HTTPError) {
            let handles = try openHandles()
            let transfer = Transfer(
                id: id, request, easy: try handles.take(), now: .now, continuation: continuation)
            transfers[id] = transfer
            try start(transfer)
        } catch {
            if transfers[id] != nil {
                finish(id, .failure(error))
            } else {
                continuation.resume(returning: .failure(error))
            }
        }
    }

    private func start(_ transfer: Transfer) throws(HTTPError) {
        try transfer.prepare(configuration)
        try openHandles().add(transfer.easy)
        isDue = true
    }

    private func openHandles() throws(HTTPError) -> HandlePool {
        if let handles { return handles }
        try load()
        let made = try HandlePool(configuration)
        handles = made
        return made
    }

    private func cancelTransfer(_ id: Int) { finish(id, .failure(.cancelled)) }

    /// Ends a transfer, in whatever state it is; does nothing where it has
    /// ended before.
    private func finish(_ id: Int, _ outcome: Transfer.Outcome) {
        guard let transfer = transfers.removeValue(forKey: id) else { return }
        handles?.giveBack(transfer.easy)
        transfer.resume(outcome)
    }

    private func complete(_ id: Int, _ code: CurlCode) {
        guard let transfer = transfers[id] else { return }
        guard code == .done, transfer.state.isHeaderComplete else {
            return finish(id, .failure(transfer.failure(code)))
        }
        do throws(HTTPError) {
            guard let next = try transfer.redirect() else {
                return finish(id, .success(transfer.response(now: .now)))
            }
            handles?.remove(transfer.easy)
            transfer.follow(next)
            try start(transfer)
        } catch {
            finish(id, .failure(error))
        }
    }

    // MARK: Sleeps

    /// Sleeps; false where the task was cancelled or the client shut down
    /// before the time was over.
    nonisolated func sleep(until end: ContinuousClock.Instant) async -> Bool {
        let id = lastID.add(1, ordering: .relaxed).newValue
        return await withTaskCancellationHandler {
            await rest(until: end, id)
        } onCancel: {
            Task(executorPreference: thread) { await self.wakeUp(id, slept: false) }
        }
    }

    private func rest(until end: ContinuousClock.Instant, _ id: Int) async -> Bool {
        guard !Task.isCancelled, !thread.isClosed, thread.isOnThread else { return false }
        thread.serve(self)
        return await withCheckedContinuation { sleeps[id] = Sleep(end: end, continuation: $0) }
    }

    private func wakeUp(_ id: Int, slept: Bool) {
        sleeps.removeValue(forKey: id)?.continuation.resume(returning: slept)
    }

    // MARK: The thread's turns

    /// All that can be done without waiting.
    func turn() {
        if let handles, isDue {
            isDue = false
            handles.perform()
            while let (id, code) = handles.nextDone() { complete(id, code) }
        }
        guard !transfers.isEmpty || !sleeps.isEmpty else { return }
        let now = ContinuousClock.now
        for (id, transfer) in transfers where transfer.state.deadline <= now {
            if let error = transfer.state.overdue(at: now) { finish(id, .failure(error)) }
        }
        for (id, sleep) in sleeps where sleep.end <= now { wakeUp(id, slept: true) }
    }

    /// Until the next deadline, an event of a transfer, or `counter`.
    func sleep(_ counter: WakeUpCounter) {
        let milliseconds = millisecondsToDeadline()
        if let handles {
            handles.wait(counter, milliseconds: milliseconds)
            isDue = !transfers.isEmpty
        } else {
            counter.wait(milliseconds: milliseconds)
        }
    }

    /// -1 where there is no deadline.
    private func millisecondsToDeadline() -> Int32 {
        var next: ContinuousClock.Instant?
        for transfer in transfers.values {
            next = min(next ?? transfer.state.deadline, transfer.state.deadline)
        }
        for sleep in sleeps.values { next = min(next ?? sleep.end, sleep.end) }
        guard let next else { return -1 }
        let (seconds, attoseconds) = (next - .now).components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        // Rounded up, or the last millisecond would be spent awake.
        let milliseconds = min(seconds, 1_000_000) * 1_000 + attoseconds / 1_000_000_000_000_000
        return Int32(clamping: milliseconds + 1)
    }

    /// Ends everything; the thread's last turn.
    func end() {
        for id in transfers.keys { finish(id, .failure(.shutDown)) }
        for id in sleeps.keys { wakeUp(id, slept: false) }
        handles = nil
    }
}

extension HTTPError {
    fileprivate static let shutDown = HTTPError(.shutDown, cause: "the client was shut down")
    fileprivate static let noThread = HTTPError(.connect, cause: "no thread could be had")
}

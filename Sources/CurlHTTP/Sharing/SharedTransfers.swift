internal import Synchronization

/// The transfers that several requests may wait for.
///
/// Continuations are resumed, and tasks made and cancelled, outside of the
/// lock; whoever takes a waiter out of the table resumes it.
final class SharedTransfers: Sendable {
    typealias Outcome = Result<HTTPResponse, HTTPError>

    private struct Flight {
        let id: Int
        /// Nil for a moment, until the task is made.
        var task: Task<Void, Never>?
        var waiters: [Int: CheckedContinuation<Outcome, Never>]
    }

    private struct State {
        var flights: [HTTPRequest: Flight] = [:]
        var lastID = 0

        mutating func nextID() -> Int {
            lastID += 1
            return lastID
        }
    }

    private let client: HTTPClient
    private let executor: any TaskExecutor
    private let state = Mutex(State())

    init(client: HTTPClient, executor: any TaskExecutor) {
        self.client = client
        self.executor = executor
    }

    /// Requests that wait for an answer.
    var waiterCount: Int {
        state.withLock { $0.flights.values.reduce(0) { $0 + $1.waiters.count } }
    }

    func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
        guard request.method == .get, request.body == nil else {
            return try await client.send(request)
        }
        let waiter = state.withLock { $0.nextID() }
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                join(request, waiter, continuation)
                // A cancellation that came first found nobody to take out.
                if Task.isCancelled { leave(request, waiter) }
            }
        } onCancel: {
            leave(request, waiter)
        }
        return try outcome.get()
    }

    private func join(
        _ request: HTTPRequest, _ waiter: Int, _ continuation: CheckedContinuation<Outcome, Never>
    ) {
        let started = state.withLock { state -> Int? in
            guard state.flights[request] == nil else {
                state.flights[request]?.waiters[waiter] = continuation
                return nil
            }
            let id = state.nextID()
            state.flights[request] = Flight(id: id, waiters: [waiter: continuation])
            return id
        }
        if let started { start(request, started) }
    }

    private func start(_ request: HTTPRequest, _ id: Int) {
        let task = Task(executorPreference: executor) {
            self.complete(request, id, await self.client.outcome(of: request))
        }
        let isWanted = state.withLock { state in
            guard state.flights[request]?.id == id else { return false }
            state.flights[request]?.task = task
            return true
        }
        // It is done, or all have left meanwhile.
        if !isWanted { task.cancel() }
    }

    private func leave(_ request: HTTPRequest, _ waiter: Int) {
        let (continuation, task) = state.withLock { state in
            let continuation = state.flights[request]?.waiters.removeValue(forKey: waiter)
            guard continuation != nil, state.flights[request]?.waiters.isEmpty == true else {
                return (continuation, Task<Void, Never>?.none)
            }
            return (continuation, state.flights.removeValue(forKey: request)?.task)
        }
        task?.cancel()
        continuation?.resume(returning: .failure(.cancelled))
    }

    private func complete(_ request: HTTPRequest, _ id: Int, _ outcome: Outcome) {
        let flight = state.withLock { state in
            state.flights[request]?.id == id ? state.flights.removeValue(forKey: request) : nil
        }
        for continuation in (flight?.waiters ?? [:]).values {
            continuation.resume(returning: outcome)
        }
    }
}

internal import CinemaCore
internal import Synchronization

/// The dialect of a source: the remembered one at once, else one derived now,
/// for all who wait for it.
///
/// File and derivation are used on `executor` only. Continuations are resumed
/// outside of the lock, by whoever takes them out of the table.
final class DialectMemory: Sendable {
    typealias Outcome = Result<APIDialect, CatalogError>

    /// Seconds that a derived dialect is kept, whatever is said of it.
    static let shortestLife: Int64 = 60

    private struct State {
        var dialect: APIDialect?
        var derivedAt: Int64?
        var isRunning = false
        var waiters: [Int: CheckedContinuation<Outcome, Never>] = [:]
        var lastWaiter = 0
    }

    private let source: String
    private let file: DialectFile?
    private let executor: any TaskExecutor
    private let now: @Sendable () -> Int64
    private let derive: @Sendable () async throws(CatalogError) -> APIDialect
    private let state = Mutex(State())

    /// `now` in seconds, from any beginning.
    init(
        source: String, file: DialectFile?, executor: any TaskExecutor,
        now: @escaping @Sendable () -> Int64,
        derive: @escaping @Sendable () async throws(CatalogError) -> APIDialect
    ) {
        self.source = source
        self.file = file
        self.executor = executor
        self.now = now
        self.derive = derive
    }

    var provider: DialectProvider {
        { (anew) async throws(CatalogError) -> APIDialect in try await self.dialect(anew: anew) }
    }

    func dialect(anew: Bool) async throws(CatalogError) -> APIDialect {
        let time = now()
        let (known, waiter) = state.withLock { state in
            state.lastWaiter += 1
            return (Self.known(state, anew: anew, time), state.lastWaiter)
        }
        if let known { return known }
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                join(waiter, continuation, anew: anew)
                // A cancellation that came first found nobody to take out.
                if Task.isCancelled { leave(waiter) }
            }
        } onCancel: {
            leave(waiter)
        }
        return try outcome.get()
    }

    private static func known(_ state: State, anew: Bool, _ time: Int64) -> APIDialect? {
        guard anew else { return state.dialect }
        let isYoung = state.derivedAt.map { time >= $0 && time - $0 < shortestLife } ?? false
        return isYoung ? state.dialect : nil
    }

    private func join(
        _ waiter: Int, _ continuation: CheckedContinuation<Outcome, Never>, anew: Bool
    ) {
        let begins = state.withLock { state in
            state.waiters[waiter] = continuation
            defer { state.isRunning = true }
            return !state.isRunning
        }
        guard begins else { return }
        Task(executorPreference: executor) { self.complete(await self.outcome(anew: anew)) }
    }

    /// The derivation goes on: the next one to ask is glad of it.
    private func leave(_ waiter: Int) {
        state.withLock { $0.waiters.removeValue(forKey: waiter) }?
            .resume(returning: .failure(.cancelled(source: source)))
    }

    private func outcome(anew: Bool) async -> Outcome {
        let remembered = state.withLock { $0.dialect } ?? file?.read()
        if !anew, let remembered { return .success(remembered) }
        do throws(CatalogError) {
            let dialect = try await derive()
            let time = now()
            state.withLock { $0.derivedAt = time }
            // What could not be checked is not worth remembering.
            if !dialect.needsToken { file?.write(dialect) }
            return .success(dialect)
        } catch {
            // Without the server the old one is as good as it was.
            guard error.meansAway, let remembered else {
                return .failure(error)
            }
            return .success(remembered)
        }
    }

    private func complete(_ outcome: Outcome) {
        let waiters = state.withLock { state in
            if case .success(let dialect) = outcome { state.dialect = dialect }
            state.isRunning = false
            defer { state.waiters = [:] }
            return state.waiters
        }
        for continuation in waiters.values { continuation.resume(returning: outcome) }
    }
}

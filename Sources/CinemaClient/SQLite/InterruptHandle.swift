import Synchronization

/// Stops one piece of work of a `Connection`, from any thread.
///
/// A handle belongs to the work it was given to (`Connection.interruptible`)
/// and to nothing else: interrupting late, after that work has ended, does
/// nothing. `sqlite3_interrupt` would stop whatever the connection does next.
///
///     let handle = InterruptHandle()
///     try await withTaskCancellationHandler {
///         try await catalog.search(query, handle)
///     } onCancel: {
///         handle.interrupt()
///     }
final class InterruptHandle: Sendable {
    // The only state, and atomic; relaxed, because nothing else is published
    // by setting it.
    private let flag = Atomic(false)

    init() {}

    var isInterrupted: Bool {
        flag.load(ordering: .relaxed)
    }

    /// Throws `SQLiteCode.interrupt` once it is interrupted.
    func check() throws(SQLiteError) {
        if isInterrupted { throw SQLiteError(.interrupt, message: "stopped") }
    }

    /// Makes the work fail with `SQLiteCode.interrupt`, now or when it begins.
    func interrupt() {
        flag.store(true, ordering: .relaxed)
    }
}

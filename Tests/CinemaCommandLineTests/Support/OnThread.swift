import Foundation

/// Does something that blocks on a thread of its own: the few threads of the
/// concurrency pool are not to wait for one another.
func onThread<Answer: Sendable>(_ body: @escaping @Sendable () -> Answer) async -> Answer {
    await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: body()) }
    }
}

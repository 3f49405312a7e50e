// The compiler counts the types of pthread.h to the C module that has them too.
internal import CCurl
internal import Glibc

/// Starts threads that are no business of any pool.
package enum OwnThread {
    /// Runs `body` on a new thread, which takes no signals: those are for the
    /// terminal's thread. Gives its `pthread_t`; nil, and nothing is run, where
    /// no thread can be had.
    package static func start(detached: Bool, _ body: @escaping @Sendable () -> Void) -> UInt? {
        let context = Unmanaged.passRetained(Body(body))
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        if detached { pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED)) }
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        var thread = pthread_t()
        guard pthread_create(&thread, &attributes, runBody, context.toOpaque()) == 0 else {
            context.release()
            return nil
        }
        return thread
    }

    fileprivate final class Body: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }
}

private func runBody(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<OwnThread.Body>.fromOpaque(context).takeRetainedValue().run()
    return nil
}

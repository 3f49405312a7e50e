import Glibc
import Synchronization

/// Signals that ask a command to stop, for commands that have something to
/// clean up; all others simply die of them.
public struct Interruption: Sendable {
    /// Begins to watch.
    var watch: @Sendable () -> Void
    /// The signal that has come, if one has.
    var received: @Sendable () -> Int32?

    public init(
        watch: @escaping @Sendable () -> Void, received: @escaping @Sendable () -> Int32?
    ) {
        self.watch = watch
        self.received = received
    }

    /// None ever comes.
    public static let never = Interruption(watch: {}, received: { nil })

    /// SIGINT, SIGTERM and SIGHUP of this process. Only the first of a kind
    /// is held up: a second Ctrl-C ends the process at once.
    public static let ofProcess = Interruption(
        watch: {
            // The handler may not be the first to touch the lazy global.
            lastSignal.store(0, ordering: .relaxed)
            for number in [SIGINT, SIGTERM, SIGHUP] { catchOnce(number) }
        },
        received: {
            let number = lastSignal.load(ordering: .relaxed)
            return number == 0 ? nil : number
        })

    private static func catchOnce(_ number: Int32) {
        var action = sigaction()
        sigaction(number, nil, &action)
        // Who started the program in the background, or under nohup, has
        // said that the signal is not for it.
        // SIG_IGN is the address 1 (signal(2)), a macro that the importer does
        // not see; so the handler is read as the word that it is.
        let handler = withUnsafeBytes(of: action.__sigaction_handler) {
            $0.loadUnaligned(as: UInt.self)
        }
        guard handler != 1 else { return }
        action = sigaction()
        action.__sigaction_handler.sa_handler = { lastSignal.store($0, ordering: .relaxed) }
        action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
        sigaction(number, &action, nil)
    }
}

private let lastSignal = Atomic<Int32>(0)

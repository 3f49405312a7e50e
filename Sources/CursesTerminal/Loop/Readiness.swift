import Glibc

/// What poll(2) says about the three descriptors that the loop sleeps on.
struct Readiness {
    let hasInput: Bool
    let hasSignals: Bool
    let hasJobs: Bool

    var isNone: Bool { !hasInput && !hasSignals && !hasJobs }

    /// Waits for at most `timeout` milliseconds, for ever where it is nil.
    ///
    /// `input` is -1 once the terminal has ended: what has hung up would be
    /// ready for ever.
    init(input: Int32, signals: Int32, jobs: Int32, timeout: Int?) {
        func entry(_ descriptor: Int32) -> pollfd {
            pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        }
        var entries: [3 of pollfd] = [entry(input), entry(signals), entry(jobs)]
        let milliseconds = timeout.map { Int32(clamping: max(0, $0)) } ?? -1
        var span = entries.mutableSpan
        let count = span.withUnsafeMutableBufferPointer { buffer in
            poll(buffer.baseAddress, 3, milliseconds)
        }
        hasInput = count > 0 && entries[0].revents != 0
        hasSignals = count > 0 && entries[1].revents != 0
        hasJobs = count > 0 && entries[2].revents != 0
    }
}

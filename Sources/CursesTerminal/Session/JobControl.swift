import Glibc

/// Stopping as a shell's job does (signal(7)).
///
/// By SIGTSTP with its default action, not SIGSTOP: the kernel then ignores it
/// where no shell is there that could continue the job (`xterm -e cinema`),
/// and so does a job that was started with it ignored.
enum JobControl {
    /// Stops all processes of the job; returns when this one was continued.
    static func stopJob() {
        kill(0, SIGTSTP)
        letStop()
    }

    /// Stops this process; returns when it was continued.
    static func stopProcess() {
        kill(getpid(), SIGTSTP)
        letStop()
    }

    private static func letStop() {
        var stop = TerminalSignals.mask(of: [SIGTSTP])
        // The signal is pending: the process stops inside the first call.
        pthread_sigmask(SIG_UNBLOCK, &stop, nil)
        pthread_sigmask(SIG_BLOCK, &stop, nil)
        // The signal that continued it has done its work.
        var continued = TerminalSignals.mask(of: [SIGCONT])
        var now = timespec()
        sigtimedwait(&continued, nil, &now)
    }
}

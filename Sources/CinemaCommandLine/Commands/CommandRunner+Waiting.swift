internal import CinemaClient

extension CommandRunner {
    /// Carries out a command while the calling thread waits for its end: for a
    /// `main` that is not asynchronous.
    public func runToEnd(_ invocation: CommandInvocation) -> CommandOutcome {
        let end = Monitor<CommandOutcome?>(nil)
        Task.detached {
            let outcome = await run(invocation)
            end.change { $0 = outcome }
        }
        return end.wait(until: { $0 != nil }, then: { $0 ?? .interrupted })
    }
}

import CinemaClient
import CinemaCore
import CinemaTUI

/// Takes whole films away: NDJSON, into a file or to standard output.
struct ExportCommand {
    let console: Console
    let services: CommandServices

    static let name = "cinema export"

    func run(_ request: ExportRequest) async throws(CommandFailure) {
        let query = try QueryReading.query(request.query, for: .film, command: Self.name)
        services.interruption.watch()
        let result = await untilInterrupted { () async -> Result<Void, CommandFailure> in
            do throws(CommandFailure) {
                let run = try await ExportRun(request, query, console, services)
                return .success(try await run.carryOut())
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }

    /// Cancels the work once a signal has come: a question to a server may
    /// take long.
    private func untilInterrupted<Answer: Sendable>(
        _ body: @escaping @Sendable () async -> Answer
    ) async -> Answer {
        let work = Task { await body() }
        let received = services.interruption.received
        let watch = Task {
            while !Task.isCancelled && received() == nil {
                try? await Task.sleep(for: .milliseconds(50))
            }
            if received() != nil { work.cancel() }
        }
        defer { watch.cancel() }
        return await work.value
    }
}

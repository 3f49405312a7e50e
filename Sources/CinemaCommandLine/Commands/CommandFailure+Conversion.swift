import CinemaCore

extension CommandFailure {
    /// Asks a catalogue; what it throws becomes the command's failure.
    static func asking<Answer>(
        _ ask: () async throws(CatalogError) -> Answer
    ) async throws(CommandFailure) -> Answer {
        do { return try await ask() } catch { throw .catalog(error) }
    }

    /// Prints; what the output throws becomes the command's failure.
    static func printing(_ print: () throws(OutputFailure) -> Void) throws(CommandFailure) {
        do { try print() } catch { throw .output(error) }
    }
}

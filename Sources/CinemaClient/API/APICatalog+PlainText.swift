internal import CinemaCore

extension APICatalog {
    /// Reads a list of what was typed; where the service fails at that or has
    /// nothing, of its words alone: some hand a text to their search server as
    /// it is, which takes "star:" or "AND" for syntax, and a slash in a path
    /// leads elsewhere.
    func understood<Record: APIRecord>(
        _ list: APIList, anew: Bool,
        _ read: (APIList, Bool) async throws(APIFailure) -> LoadedList<Record>
    ) async throws(APIFailure) -> LoadedList<Record> {
        guard let plain = list.ofPlainText else { return try await read(list, anew) }
        if !anew, misread.value(list) != nil { return try await read(plain, false) }
        do throws(APIFailure) {
            let loaded = try await read(list, anew)
            if !loaded.records.isEmpty { return loaded }
        } catch {
            guard error.isAnswered || error.error.kind == .invalidAnswer else { throw error }
        }
        misread.insert(true, for: list)
        return try await read(plain, anew)
    }
}

import CinemaCore

/// Going on with what was not finished.
extension ExportRun {
    /// Notes the films that are there, and makes sure that they are still the
    /// first ones of the result.
    func resume(_ file: ExportFile) async throws(CommandFailure) {
        var first: [UInt8] = []
        var last: [UInt8] = []
        var isForeign = false
        let reason = file.readLines { line in
            guard let id = Self.id(of: line) else {
                isForeign = true
                return
            }
            if first.isEmpty { first = Array(id) }
            last = Array(id)
            walk.skip(id)
        }
        if let reason { throw refusal("\(file.partial) cannot be read: \(reason)") }
        guard !isForeign else {
            throw refusal("\(file.partial) has lines that are no export; move it away")
        }
        former = walk.count
        written = former
        guard former > 0 else { return }
        guard try await id(at: 0) == first, try await id(at: former - 1) == last else {
            throw refusal(
                """
                \(file.partial) was written of another query or source, or that has changed: its \
                last film does not stand there any more; say --replace to begin anew
                """
            )
        }
        if console.showsProgress {
            console.say("going on behind \(EnglishText.counted(former, "film", "films"))")
        }
    }

    /// The id with which a line begins, as it is in JSON.
    private static func id(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let start = Array("{\"id\":\"".utf8)
        guard line.starts(with: start) else { return nil }
        let rest = line.dropFirst(start.count)
        var isEscaped = false
        for (place, byte) in zip(rest.indices, rest) {
            if byte == 0x22 && !isEscaped { return rest[..<place] }
            isEscaped = byte == 0x5c && !isEscaped
        }
        return nil
    }

    private func id(at place: Int) async throws(CommandFailure) -> [UInt8]? {
        let page = PageRequest(offset: place, count: 1)
        let rows = try await patiently { [catalog, query] () async throws(CatalogError) in
            try await catalog.films(query, page: page)
        }
        return rows.items.first.map { Array(ExportWalk.json($0.id.text)) }
    }
}

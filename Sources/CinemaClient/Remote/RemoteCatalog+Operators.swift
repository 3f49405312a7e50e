internal import CinemaCore

/// What those who run a source want of it.
extension RemoteCatalog {
    /// Of the whole snapshot, else of the server: never of what happens to be
    /// kept, which would pass for all there is.
    func records(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<Film> {
        if let whole = holder.whole {
            var records = try await answer(from: whole) { catalog throws(CatalogError) in
                try await catalog.records(query, page: page)
            }
            for (place, record) in records.items.enumerated()
            where whole.missing.contains(record.id.text) {
                records.items[place] = try await film(record.id)
            }
            return records
        }
        return try await ask(isTold: false) { server throws(CatalogError) in
            try await server.records(query, page: page)
        }.answer
    }

    /// Always of the server. Of rows that came of the snapshot it shows what
    /// the server would be asked, and says so.
    func inspect(_ subject: InspectionSubject) async throws(CatalogError) -> Inspection {
        var inspection = try await ask(isTold: false) { server throws(CatalogError) in
            try await server.inspect(subject)
        }.answer
        if case .request = subject, holder.whole != nil {
            inspection.lines.insert(
                Inspection.Line(
                    "The rows came from the local copy; the server would be asked so:"), at: 0)
        }
        return inspection
    }
}

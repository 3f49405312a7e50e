internal import CinemaCore

extension RemoteCatalog {
    /// Whole films: of the whole snapshot, and of the server what that has not
    /// read; without one of the server alone. What happens to be kept of a
    /// server that is away would pass for all there is, in another order.
    func records(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<Film> {
        guard let whole = holder.whole else {
            let records = try await ask(isTold: false) { (server) async throws(CatalogError) in
                try await server.records(query, page: page)
            }.answer
            let films = records.items
            keep(true) { films.map { FilmRecord($0) } }
            return records
        }
        var records = try await answer(from: whole) { (local) async throws(CatalogError) in
            try await local.records(query, page: page)
        }
        records.origin = origin(of: whole, for: query)
        for (place, record) in records.items.enumerated()
        where whole.missing.contains(record.id.text) {
            records.items[place] = try await film(record.id)
        }
        return records
    }

    /// Always of the server: a copy of rows has no documents. Of rows that
    /// came of the copy it shows what the server would be asked, and says so.
    func inspect(_ subject: InspectionSubject) async throws(CatalogError) -> Inspection {
        guard monitor.mayAsk else { throw awayError }
        do throws(CatalogError) {
            var told = try await server.inspect(subject)
            monitor.reached()
            if case .request = subject, holder.whole != nil {
                let sentence = "The rows came of the local copy; the server would be asked so:"
                told.lines.insert(Inspection.Line(sentence), at: 0)
            }
            return told
        } catch {
            // A source that has none was not even asked.
            if error.kind != .unsupported { note(error) }
            throw error
        }
    }
}

internal import CinemaCore

extension RemoteCatalog {
    /// Whole films: of the snapshot, and of the server what that has not read;
    /// without one of the server, else of what was seen, as the origin says.
    func records(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<Film> {
        guard holder.whole == nil else { return try await recordsByRow(query, page) }
        return try await either(
            isTold: false,
            { (local) async throws(CatalogError) in
                var films = try await local.records(query, page: page)
                films.origin = holder.built.flatMap { origin(of: $0, for: query) }
                return films
            },
            { (server) async throws(CatalogError) in
                let films = try await server.records(query, page: page)
                let whole = films.items
                keep(true) { whole.map { FilmRecord($0) } }
                return films
            })
    }

    private func recordsByRow(
        _ query: FilmQuery, _ page: PageRequest
    ) async throws(CatalogError) -> Page<Film> {
        let rows = try await films(query, page: page)
        var records: [Film] = []
        records.reserveCapacity(rows.items.count)
        for row in rows.items { records.append(try await film(row.id)) }
        return Page(items: records, offset: rows.offset, total: rows.total, origin: rows.origin)
    }

    /// Always of the server: a copy of rows has no documents.
    func inspect(_ subject: InspectionSubject) async throws(CatalogError) -> Inspection {
        guard monitor.mayAsk else { throw awayError }
        do throws(CatalogError) {
            let told = try await server.inspect(subject)
            monitor.reached()
            return told
        } catch {
            // A source that has none was not even asked.
            if error.kind != .unsupported { note(error) }
            throw error
        }
    }
}

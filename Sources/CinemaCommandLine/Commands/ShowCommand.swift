import CinemaCore

/// Prints all that is known of one record.
struct ShowCommand {
    let console: Console
    let services: CommandServices

    func run(_ request: ShowRequest) async throws(CommandFailure) {
        let catalog = try await CommandFailure.asking { () async throws(CatalogError) in
            try await services.catalog(request.source)
        }
        switch request.kind {
        case .film:
            try await show(request, FilmSummary.self, catalog) { id throws(CatalogError) -> Film in
                try await catalog.film(Identifier(id))
            }
        case .person:
            try await show(request, PersonSummary.self, catalog) {
                id throws(CatalogError) -> Person in
                try await catalog.person(Identifier(id))
            }
        case .genre:
            try await show(request, GenreSummary.self, catalog) {
                id throws(CatalogError) -> Genre in
                try await catalog.genre(Identifier(id))
            }
        }
    }

    private func show<Row: CatalogRow, Record: PrintableRecord>(
        _ request: ShowRequest, _ type: Row.Type, _ catalog: any Catalog,
        record: (String) async throws(CatalogError) -> Record
    ) async throws(CommandFailure) {
        let known: Result<Record, CatalogError>
        do throws(CatalogError) {
            known = .success(try await record(request.name))
        } catch {
            known = .failure(error)
        }
        let match: NameSearch<Row>.Match
        switch known {
        case .success(let known): return try print(known, request.format)
        case .failure(let error):
            match = try await self.match(request.name, catalog, after: error)
        }
        let found = try await CommandFailure.asking { () async throws(CatalogError) in
            try await record(match.row.key)
        }
        try print(found, request.format)
        sentences(about: match, name: request.name).forEach(console.say)
    }

    /// What is called so where there is nothing of that id, or where a server
    /// that is away cannot tell: then what was kept of it may.
    private func match<Row: CatalogRow>(
        _ name: String, _ catalog: any Catalog, after unknown: CatalogError
    ) async throws(CommandFailure) -> NameSearch<Row>.Match {
        guard unknown.kind == .notFound || unknown.kind == .unavailable else {
            throw .catalog(unknown)
        }
        do {
            return try await NameSearch<Row>(name: name, catalog: catalog).match()
        } catch {
            guard case .nothingFound = error, unknown.kind == .unavailable else { throw error }
            throw .catalog(unknown)
        }
    }

    private func print(
        _ record: some PrintableRecord, _ format: ShowFormat
    ) throws(CommandFailure) {
        try CommandFailure.printing { () throws(OutputFailure) in
            switch format {
            case .table:
                for line in record.page(on: console).lines { try console.print(line) }
            case .json:
                try console.output.write(record.json())
            }
            try console.output.flush()
        }
    }

    /// What the reader of a record that was found by name has to know.
    private func sentences<Row: CatalogRow>(
        about match: NameSearch<Row>.Match, name: String
    ) -> [String] {
        guard match.isExact else {
            return [
                """
                no \(Row.kind.singular) is called \(Quotation.quoted(name)); shown: the best \
                one that the words find
                """
            ]
        }
        guard !match.others.isEmpty else { return [] }
        let shown = match.others.prefix(10)
        let count = match.others.count + 1
        let more = match.others.count - shown.count
        return [
            """
            shown: the best known of \(count) \(Row.kind.plural) called \
            \(Quotation.quoted(name)); the others, by id:
            """
        ]
            + shown.map { row in
                row.distinction.isEmpty ? "  \(row.key)" : "  \(row.key)  \(row.distinction)"
            }
            + (more > 0 ? ["  and \(more) more; cinema search \(Row.kind.plural) lists them"] : [])
    }
}

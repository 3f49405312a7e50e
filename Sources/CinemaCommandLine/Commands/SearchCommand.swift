import CinemaCore

/// Prints the rows of a result.
struct SearchCommand {
    let console: Console
    let services: CommandServices

    func run(_ request: SearchRequest) async throws(CommandFailure) {
        let query = try QueryReading.query(
            request.query, for: request.kind, command: request.command)
        let catalog = try await CommandFailure.asking { () async throws(CatalogError) in
            try await services.catalog(request.source)
        }
        switch request.kind {
        case .film: try await print(FilmSummary.self, request, query, catalog)
        case .person: try await print(PersonSummary.self, request, query, catalog)
        case .genre: try await print(GenreSummary.self, request, query, catalog)
        }
    }

    private func print<Row: CatalogRow>(
        _ type: Row.Type, _ request: SearchRequest, _ query: FilmQuery, _ catalog: any Catalog
    ) async throws(CommandFailure) {
        let printing = ResultPrinting<Row>(
            request: request, query: query, catalog: catalog, console: console)
        try await printing.run()
    }
}

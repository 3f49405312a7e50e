internal import CinemaCore

extension RemoteCatalog {
    /// The shortest text that is worth a request.
    private static let shortestText = 3

    func confirm(
        _ query: FilmQuery, count: Int
    ) async throws(CatalogError) -> SearchResults? {
        let letters = query.text.terms.flatMap(\.words).reduce(0) { $0 + $1.joined.count }
        guard let whole = holder.whole, monitor.mayAsk, letters >= Self.shortestText else {
            return nil
        }
        let question = FilmQuery(text: query.text, typed: query.typed, filters: query.filters)
        let told: SearchResults
        do throws(CatalogError) {
            told = try await ask(failure: \.sourceFailure) { (server) async throws(CatalogError) in
                try await server.completeSearch(question, count: count)
            }.answer
        } catch {
            if error.kind == .cancelled { throw error }
            // The rows are there; the status line says the rest.
            return nil
        }
        // Parts of a search fail apart, also where nobody answered; `ask` has
        // told the status line.
        guard told.filmsFailure?.meansAway != true else { return nil }
        return try await additions(told, to: whole)
    }

    /// What of the server's rows the snapshot does not have, or has otherwise.
    private func additions(
        _ told: SearchResults, to whole: BuiltSnapshot
    ) async throws(CatalogError) -> SearchResults? {
        var films: [FilmSummary] = []
        // Rows that only some of the conditions were applied to are no rows.
        if told.origin?.ignored.isEmpty ?? true {
            for film in told.films.items {
                guard
                    let known = try await known(
                        { (local) async throws(CatalogError) in
                            try await local.film(film.id).summary
                        }, in: whole)
                else {
                    films.append(film)
                    continue
                }
                let isOther =
                    known.title != film.title
                    || film.rating != nil && known.rating != film.rating
                if isOther { films.append(film) }
            }
        }
        var people: [PersonSummary] = []
        for person in told.people.items {
            let known = try await known(
                { (local) async throws(CatalogError) in
                    try await local.person(person.id).summary
                }, in: whole)
            if known == nil { people.append(person) }
        }
        guard !films.isEmpty || !people.isEmpty else { return nil }
        let new = films
        keep(false, wanted: true) { new.map { FilmRecord($0) } }
        return SearchResults(
            films: Page(items: films, total: .exact(films.count)),
            people: Page(items: people, total: .exact(people.count)),
            origin: ResultOrigin(place: .server))
    }

    /// What the snapshot has; nil where it has no such thing.
    private func known<Answer: Sendable>(
        _ local: (LocalCatalog) async throws(CatalogError) -> Answer, in whole: BuiltSnapshot
    ) async throws(CatalogError) -> Answer? {
        do throws(CatalogError) {
            return try await local(whole.catalog)
        } catch {
            guard error.kind == .notFound else { throw error }
            return nil
        }
    }
}

internal import CinemaCore

extension APICatalog {
    /// What is told without reading everything: the films of an envelope, the
    /// genres.
    func summary() async throws(CatalogError) -> CatalogSummary {
        try await answer { dialect throws(APIFailure) in
            var films = Count.exact(0)
            if dialect.routes[.films] != nil {
                films = try await select(FilmQuery(), upTo: 1, anew: true, dialect).total
            }
            let genres = try await knownGenres(dialect).count
            var summary = CatalogSummary(
                name: name, films: films.value, people: 0, genres: genres)
            summary.hasMoreFilms = !films.isExact
            return summary
        }
    }

    /// Totals as far as they are known, and the spread of the films where all
    /// of them were read.
    func statistics(_ query: FilmQuery) async throws(CatalogError) -> SearchStatistics {
        try await answer { dialect throws(APIFailure) in
            let films = try await select(query, upTo: 1, anew: false, dialect)
            var people = Count.atLeast(0)
            var genres = Count.atLeast(0)
            do throws(APIFailure) {
                people = try await peoplePage(query, PageRequest(offset: 1, count: 0), dialect)
                    .total
                genres = try await genresPage(query, PageRequest(offset: 1, count: 0), dialect)
                    .total
            } catch {
                if error.error.kind == .cancelled { throw error }
            }
            return SearchStatistics(
                films: films.total, people: people, genres: genres,
                facets: films.isComplete ? FilmFacets(films.films, genreNames) : FilmFacets())
        }
    }

    func bestFilms(count: Int) async throws(CatalogError) -> [FilmSummary] {
        try await films(FilmQuery(), page: PageRequest(count: count)).items
    }

    /// One of all where their number is known, else of the first rows.
    func randomFilm(
        _ query: FilmQuery, seed: UInt64
    ) async throws(CatalogError) -> FilmSummary? {
        try await answer { dialect throws(APIFailure) in
            let plan = try await plan(query, dialect)
            guard let list = plan.list else { return nil }
            let size = list.size(dialect)
            let first = try await select(query, upTo: 3 * size, anew: true, dialect)
            if plan.isOfTheServer, case .exact(let total) = first.total, total > first.films.count {
                let size = filmLists.value(list)?.size ?? size
                let place = Int(seed % UInt64(total))
                let offset = place / size * size
                let page: APINormalizer.RowPage<FilmRecord>? = try await page(
                    list, offset: offset, size: size, dialect)
                if let page, !page.records.isEmpty {
                    return page.records[(place - offset) % page.records.count].summary(genreNames)
                }
            }
            guard !first.films.isEmpty else { return nil }
            return first.films[Int(seed % UInt64(first.films.count))].summary(genreNames)
        }
    }
}

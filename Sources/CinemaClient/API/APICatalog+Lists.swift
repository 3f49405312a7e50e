internal import CinemaCore

extension APICatalog {
    func films(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<FilmSummary> {
        try await answer { dialect throws(APIFailure) in
            let found = try await filmsPage(query, page, dialect)
            var films = found.page
            films.origin = found.origin
            return films
        }
    }

    func filmsPage(
        _ query: FilmQuery, _ page: PageRequest, _ dialect: APIDialect
    ) async throws(APIFailure) -> (page: Page<FilmSummary>, origin: ResultOrigin) {
        let selection = try await select(
            query, upTo: page.end, anew: page.offset == 0, dialect)
        let films = selection.films.dropFirst(page.offset).prefix(page.count)
        return (
            Page(
                items: films.map { $0.summary(genreNames) }, offset: page.offset,
                total: selection.total), selection.origin
        )
    }

    func people(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<PersonSummary> {
        try await answer { dialect throws(APIFailure) in
            try await peoplePage(query, page, dialect)
        }
    }

    func peoplePage(
        _ query: FilmQuery, _ page: PageRequest, _ dialect: APIDialect
    ) async throws(APIFailure) -> Page<PersonSummary> {
        let text = ServerText.text(query)
        if !text.isEmpty, let route = dialect.routes[.personSearch] {
            try check(text, route, of: "people")
            let loaded = try await people(
                APIList(role: .personSearch, text: text), upTo: page.end, anew: page.offset == 0,
                dialect)
            return Self.page(loaded.records, page, total: loaded.total)
        }
        guard dialect.routes[.people] != nil else {
            let cause =
                text.isEmpty
                ? "it does not list people; search for a name" : "it cannot search for people"
            throw failure(.unsupported, cause)
        }
        let list = APIList(role: .people)
        let isFiltered = !text.isEmpty
        let count = isFiltered ? Self.rowsToFilter(list, dialect) : page.end
        let loaded = try await people(list, upTo: count, anew: page.offset == 0, dialect)
        guard isFiltered else { return Self.page(loaded.records, page, total: loaded.total) }
        let found = loaded.records.filter { NameMatch.begins($0.name, with: text) }
        return Self.page(
            found, page,
            total: loaded.isComplete ? .exact(found.count) : .atLeast(found.count))
    }

    private static func page(
        _ people: [PersonRecord], _ page: PageRequest, total: Count
    ) -> Page<PersonSummary> {
        Page(
            items: people.dropFirst(page.offset).prefix(page.count).map(\.summary),
            offset: page.offset, total: total)
    }

    func genres(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<GenreSummary> {
        try await answer { dialect throws(APIFailure) in
            try await genresPage(query, page, dialect)
        }
    }

    /// Genres by name: there are few of them, so they are matched here.
    func genresPage(
        _ query: FilmQuery, _ page: PageRequest, _ dialect: APIDialect
    ) async throws(APIFailure) -> Page<GenreSummary> {
        let text = ServerText.text(query)
        let isListing = text.isEmpty && page.offset == 0
        let all = try await genres(anew: isListing, dialect)
        let found = text.isEmpty ? all : all.filter { NameMatch.begins($0.name, with: text) }
        return Page(
            items: found.dropFirst(page.offset).prefix(page.count).map {
                GenreSummary(id: Identifier($0.id), name: $0.name, films: 0)
            }, offset: page.offset, total: .exact(found.count))
    }
}

extension PageRequest {
    /// The row behind the last one.
    var end: Int { offset.addingReportingOverflow(count).overflow ? .max : offset + count }
}

extension PersonRecord {
    var summary: PersonSummary {
        PersonSummary(id: Identifier(id), name: name, films: films.count, roles: roles)
    }
}

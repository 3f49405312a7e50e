internal import CinemaCore

// Rows of any place.
extension ElasticsearchCatalog {
    func films(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<FilmSummary> {
        try await answer { knowledge throws(SearchFailure) in
            let rows = try await filmRows(query, page, whole: false, knowledge)
            return rows.page { $0.summary(knowledge.genres.names) }
        }
    }

    func records(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<Film> {
        try await answer { knowledge throws(SearchFailure) in
            let rows = try await filmRows(query, page, whole: true, knowledge)
            return rows.page { $0.film(knowledge.genres.names) }
        }
    }

    func people(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<PersonSummary> {
        try await answer { knowledge throws(SearchFailure) in
            try await peopleRows(query, page, knowledge)
        }
    }

    func genres(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<GenreSummary> {
        try await answer { knowledge throws(SearchFailure) in
            let typed = knowledge.genres.matches(query.text)
            let isEnough = typed.count >= Rescue.threshold
            let rescued = isEnough ? nil : try await rescue(query, knowledge)
            return GenreRows(typed: typed, rescued: rescued, knowledge.genres).page(page)
        }
    }

    func bestFilms(count: Int) async throws(CatalogError) -> [FilmSummary] {
        try await films(FilmQuery(), page: PageRequest(count: count)).items
    }

    /// Of the first ten thousand of the result, which is as far as one
    /// request reaches.
    func randomFilm(
        _ query: FilmQuery, seed: UInt64
    ) async throws(CatalogError) -> FilmSummary? {
        let total = try await films(query, page: PageRequest(count: 0)).total.value
        let reach = UInt64(min(total, 10_000))
        guard reach > 0 else { return nil }
        // Neighbouring seeds are spread.
        let place = (seed &* 0x9e37_79b9_7f4a_7c15) >> 16
        return try await films(query, page: PageRequest(offset: Int(place % reach), count: 1))
            .items.first
    }

    // MARK: Films

    /// Rows as typed, then those of a rescue.
    private func filmRows(
        _ query: FilmQuery, _ page: PageRequest, whole: Bool, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> FilmRows {
        let typed = FilmQuestion(query, knowledge)
        let walk = walk(knowledge.layout)
        var rows = FilmRows(
            try await walk.rows(
                typed.result(whole: whole), offset: page.offset, count: page.count),
            offset: page.offset, ignored: typed.ignored)
        guard rows.total < Rescue.threshold, let rescued = try await rescue(query, knowledge) else {
            return rows
        }
        let plan = FilmQuestion(query.reading(rescued.text), knowledge)
        rows.add(
            try await walk.rows(
                plan.result(without: typed.films(), whole: whole),
                offset: max(0, page.offset - rows.total),
                count: page.count - rows.hits.count))
        return rows
    }

    // MARK: People

    private func peopleRows(
        _ query: FilmQuery, _ page: PageRequest, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> Page<PersonSummary> {
        guard let index = knowledge.layout.people else {
            let typed = try await derivedPeople(query.text, page: PageRequest(count: 0)).total
            let isEnough = typed.value >= Rescue.threshold
            let rescued = isEnough ? nil : try await rescue(query, knowledge)
            return try await derivedPeople(query.text, then: rescued?.text, page: page)
        }
        let people = PeopleQuestion(index: index, people: knowledge.people)
        guard let plan = people.result(query.text) else { return Page(offset: page.offset) }
        let walk = walk(knowledge.layout)
        let found = foundPeople.value(query.text)?.rows(page.offset, count: page.count)
        let typed: ResultWindow
        if let found {
            typed = found
        } else {
            typed = try await walk.rows(plan, offset: page.offset, count: page.count)
        }
        var hits = typed.hits
        var total = typed.total
        if typed.total < Rescue.threshold, let rescued = try await rescue(query, knowledge),
            let plan = people.result(rescued.text, without: people.query(query.text))
        {
            let added = try await walk.rows(
                plan, offset: max(0, page.offset - typed.total),
                count: page.count - typed.hits.count)
            hits += added.hits
            total += added.total
        }
        return Page(
            items: try await summaries(of: hits, knowledge), offset: page.offset,
            total: .exact(total),
            origin: ResultOrigin(place: .server, missing: ResultOrigin.Missing(typed)))
    }
}

extension FilmQuery {
    /// The same with another text.
    func reading(_ text: SearchText) -> FilmQuery {
        var query = self
        query.text = text
        return query
    }
}

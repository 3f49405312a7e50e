internal import CinemaCore

extension ElasticsearchCatalog {
    func summary() async throws(CatalogError) -> CatalogSummary {
        try await answer { knowledge throws(SearchFailure) in
            let layout = knowledge.layout
            var summary = CatalogSummary(
                name: name, films: knowledge.films, people: try await people(knowledge),
                genres: knowledge.genres.entries.count)
            let films = layout.films
            let behind = films.indices == [films.name] ? "" : " (\(films.indices.listed))"
            summary.place = "\(films.name)\(behind), \(layout.server.words)"
            return summary
        }
    }

    /// How many people there are; 0 where nobody tells.
    private func people(_ knowledge: IndexKnowledge) async throws(SearchFailure) -> Int {
        if let people = knowledge.people { return people }
        guard knowledge.layout.films.fields.countsPeopleCheaply else { return 0 }
        let total = try await derivedPeople(SearchText(), page: PageRequest(count: 0)).total
        return total.isExact ? total.value : 0
    }

    func statistics(_ query: FilmQuery) async throws(CatalogError) -> SearchStatistics {
        try await answer { knowledge throws(SearchFailure) in
            let rescued = try await rescue(query, knowledge)
            let plan = FilmQuestion(query, knowledge)
            let films = FacetQuestion(plan: plan, text: text(plan, rescued))
            var searches = [
                IndexRequest.Search(index: knowledge.layout.films.name, body: films.body)
            ]
            if let people = peopleTotal(query, rescued, knowledge) { searches.append(people) }
            let answers = try await answers(searches)
            let counted = try answers.part(0)
            let reader = FacetReader(knowledge: knowledge)
            let people =
                searches.count > 1
                ? Count.exact((try? answers.part(1))?.totalHits ?? 0)
                : try await derivedPeople(
                    query.text, then: rescued?.text, page: PageRequest(count: 0)
                ).total
            let genres = GenreRows(
                typed: knowledge.genres.matches(query.text), rescued: rescued, knowledge.genres)
            return SearchStatistics(
                films: .exact(reader.total(counted) ?? 0), people: people,
                genres: .exact(genres.count), facets: reader.facets(counted))
        }
    }

    /// As typed, and as it was rescued.
    private func text(_ plan: FilmQuestion, _ rescued: RescuedText?) -> SearchJSON? {
        guard let rescued, let typed = plan.text,
            let other = plan.knowledge.filmText.query(rescued.text)
        else { return plan.text }
        return .any([typed, other])
    }

    private func peopleTotal(
        _ query: FilmQuery, _ rescued: RescuedText?, _ knowledge: IndexKnowledge
    ) -> IndexRequest.Search? {
        guard let index = knowledge.layout.people else { return nil }
        let people = PeopleQuestion(index: index, people: knowledge.people)
        var clause = people.query(query.text)
        if let rescued { clause = .any([clause, people.query(rescued.text)]) }
        return IndexRequest.Search(
            index: index.name, body: ["query": clause, "size": 0, "track_total_hits": true])
    }
}

extension [String] {
    fileprivate var listed: String {
        count > 3 ? prefix(2).joined(separator: ", ") + ", …" : joined(separator: ", ")
    }
}

extension SearchServer {
    /// `elasticsearch 8.12.1`.
    var words: String {
        (distribution == .openSearch ? "opensearch" : "elasticsearch")
            + (version.isEmpty ? "" : " \(version)")
    }
}

internal import CinemaCore

extension ElasticsearchCatalog {
    func search(_ query: FilmQuery, count: Int) async throws(CatalogError) -> SearchResults {
        try await answer { knowledge throws(SearchFailure) in
            let found = try await found(query, count: count, knowledge)
            guard let rescued = try await rescue(query, found: found.count, knowledge) else {
                return found.results(nil, knowledge, count: count)
            }
            var results = found.results(rescued, knowledge, count: count)
            try await append(rescued, to: &results, query, count: count, knowledge)
            return results
        }
    }

    /// Until where films are counted before their rows are shown; the exact
    /// number comes with the statistics.
    private static let counted = 10_000

    /// The first rows as typed, films and people in one request.
    private func found(
        _ query: FilmQuery, count: Int, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> FoundRows {
        let plan = FilmQuestion(query, knowledge)
        let films = plan.result()
        // All films, and those of filters alone, are counted at no cost.
        let most = plan.text == nil ? nil : Self.counted
        var searches = [films.firstSearch(size: count, countingTo: most)]
        let people = knowledge.layout.people.map {
            PeopleQuestion(index: $0, people: knowledge.people)
        }?.result(query.text)
        if let people { searches.append(people.firstSearch(size: count)) }
        // What is shown beside the first row, in the same answer, as far as
        // looking for it twice takes no time to speak of.
        let hasFirst = count > 0 && knowledge.films <= FilmText.mostScanned
        if hasFirst {
            searches.append(plan.result(whole: true).firstSearch(size: 1, countingTo: 0))
        }
        let answers = try await answers(searches)
        var found = FoundRows(
            query: query, ignored: plan.ignored, genres: knowledge.genres.matches(query.text))
        found.films = read(answers, 0, knowledge)
        if hasFirst, let first = try? answers.part(searches.count - 1) {
            found.first = ResultWindow(first, knowledge).hits.first?.film
        }
        if let failure = found.filmsFailure, failure.isOfAnOldLayout { throw failure }
        if people != nil {
            found.people = read(answers, 1, knowledge)
            found.peopleRows = try await summaries(of: found.people, knowledge)
        } else if knowledge.layout.people == nil {
            await derive(&found, count)
        }
        return found
    }

    private func derive(_ found: inout FoundRows, _ count: Int) async {
        do throws(SearchFailure) {
            found.derivedPeople = try await derivedPeople(
                found.query.text, page: PageRequest(count: count))
        } catch {
            found.people = .failure(error)
        }
    }

    private func summaries(
        of people: Result<ResultWindow, SearchFailure>, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> [PersonSummary] {
        guard case .success(let window) = people else { return [] }
        return try await summaries(of: window.hits, knowledge)
    }

    private func read(
        _ answers: SearchAnswers, _ place: Int, _ knowledge: IndexKnowledge
    ) -> Result<ResultWindow, SearchFailure> {
        do throws(SearchFailure) {
            return .success(ResultWindow(try answers.part(place), knowledge))
        } catch {
            return .failure(error)
        }
    }

    /// Adds what a rescue finds behind the rows as typed.
    private func append(
        _ rescued: RescuedText, to results: inout SearchResults, _ query: FilmQuery, count: Int,
        _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) {
        let typed = FilmQuestion(query, knowledge)
        let plan = FilmQuestion(query.reading(rescued.text), knowledge)
            .result(without: typed.films())
        var searches = [plan.firstSearch(size: max(0, count - results.films.items.count))]
        let people = knowledge.layout.people.map {
            PeopleQuestion(index: $0, people: knowledge.people)
        }
        let named = people.flatMap { $0.result(rescued.text, without: $0.query(query.text)) }
        if let named {
            searches.append(named.firstSearch(size: max(0, count - results.people.items.count)))
        }
        let answers = try await answers(searches)
        let films = ResultWindow(try answers.part(0), knowledge)
        results.films.items += films.hits.compactMap(\.film).map {
            $0.summary(knowledge.genres.names)
        }
        results.films.total = .exact(results.films.total.value + films.total)
        guard results.peopleFailure == nil else { return }
        if people == nil {
            results.people = try await derivedPeople(
                query.text, then: rescued.text, page: PageRequest(count: count))
        }
        guard named != nil else { return }
        let added = ResultWindow(try answers.part(1), knowledge)
        results.people.items += try await summaries(of: added.hits, knowledge)
        results.people.total = .exact(results.people.total.value + added.total)
    }
}

extension ResultWindow {
    /// The rows of a search's answer.
    init(_ answer: JSONValue, _ knowledge: IndexKnowledge) {
        var reader = HitReader(knowledge.layout, genres: knowledge.genres.names)
        self.init(hits: reader.hits(answer), total: answer.totalHits ?? 0)
        hasMore = answer["hits"]?["total"]?["relation"]?.string == "gte"
        if let missing = ResultOrigin.Missing(answer) {
            failedShards = missing.parts
            shards = missing.of
            timedOut = missing.timedOut
        }
    }
}

internal import CinemaCore

extension ElasticsearchCatalog {
    /// One request, unless there are no films to show before a rescue. People
    /// whose films have to be counted, or who have to be gathered from these,
    /// come apart.
    func search(_ query: FilmQuery, count: Int) async throws(CatalogError) -> SearchResults {
        try await answer { knowledge throws(SearchFailure) in
            let found = try await found(query, count: count, knowledge)
            guard found.needsRescue, found.filmCount > 0 else {
                return try await rescued(found, count: count, knowledge)
            }
            unrescued = (found, count, clock())
            var results = found.results(nil, knowledge, count: count)
            results.rescueComesApart = true
            return results
        }
    }

    func rescuedSearch(
        _ query: FilmQuery, count: Int
    ) async throws(CatalogError) -> SearchResults {
        try await answer { knowledge throws(SearchFailure) in
            let former = unrescued
            unrescued = nil
            if let (found, asked, time) = former, found.query == query, asked == count,
                clock() - time < Self.rescueDelay
            {
                return try await rescued(found, count: count, knowledge)
            }
            return try await rescued(
                try await found(query, count: count, knowledge), count: count, knowledge)
        }
    }

    /// How long rows as typed are good for a rescue to stand behind.
    static let rescueDelay = Duration.seconds(10)

    private func rescued(
        _ found: FoundRows, count: Int, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> SearchResults {
        var found = found
        if knowledge.layout.people == nil, found.needsRescue {
            // Whether the query is to be rescued depends on them.
            await countDerived(&found)
        }
        guard let rescued = try await rescue(found, count: count, knowledge) else {
            return found.results(nil, knowledge, count: count)
        }
        var results = found.results(rescued.text, knowledge, count: count)
        append(rescued, to: &results, knowledge)
        return results
    }

    /// The first rows as typed, films and people in one request.
    private func found(
        _ query: FilmQuery, count: Int, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> FoundRows {
        // A list that is asked for anew is not made of what was gathered before.
        derived = BoundedCache(capacity: 8)
        let plan = FilmQuestion(query, knowledge)
        var searches = [plan.firstSearch(size: count)]
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
            let people = read(answers, 1, knowledge)
            found.people = people
            if case .success(let window) = people {
                foundPeople.insert(FoundPeople(asked: count, window: window), for: query.text)
                found.peopleRows = summariesAtOnce(of: window.hits, knowledge)
            }
        } else if knowledge.layout.people != nil {
            found.people = .success(ResultWindow(hits: [], total: 0))
            found.peopleRows = []
        }
        return found
    }

    private func countDerived(_ found: inout FoundRows) async {
        do throws(SearchFailure) {
            found.derivedPeople = try await derivedPeople(
                found.query.text, page: PageRequest(count: 0)
            ).total
        } catch {
            found.people = .failure(error)
        }
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
        _ rescued: RescuedRows, to results: inout SearchResults, _ knowledge: IndexKnowledge
    ) {
        results.films.items += rescued.films.hits.compactMap(\.film).map {
            $0.summary(knowledge.genres.names)
        }
        results.films.total = .exact(results.films.total.value + rescued.films.total)
        guard results.peopleFailure == nil else { return }
        guard let people = rescued.people else {
            if knowledge.layout.people == nil {
                results.people.total = .atLeast(results.people.total.value)
            }
            return
        }
        results.people.total = .exact(results.people.total.value + people.total)
        guard !results.peopleComeApart,
            let rows = summariesAtOnce(of: people.hits, knowledge)
        else {
            results.people.items = []
            results.peopleComeApart = true
            return
        }
        results.people.items += rows
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

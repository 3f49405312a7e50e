internal import CinemaCore

/// Helps a query that found next to nothing: the other keyboard layout, the
/// other alphabet, near spellings; the first that finds anything new counts.
///
/// Two requests: which words the index has near those typed, and which of the
/// texts made of them finds something.
extension ElasticsearchCatalog {
    /// Nil where the query finds enough, or nothing helps.
    func rescue(
        _ query: FilmQuery, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> RescuedText? {
        guard !query.text.terms.isEmpty else { return nil }
        if let known = rescues.value(query.unsorted) { return known.text }
        let typed = try await count(query, knowledge)
        return try await rescue(query, found: typed, knowledge)
    }

    func rescue(
        _ query: FilmQuery, found count: Int, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> RescuedText? {
        guard !query.text.terms.isEmpty else { return nil }
        var rescued: RescuedText?
        if count < Rescue.threshold {
            let texts = try await texts(for: query, foundNothing: count == 0, knowledge)
            rescued = try await firstNew(texts, query, knowledge)
        }
        rescues.insert(RescueOutcome(text: rescued), for: query.unsorted)
        return rescued
    }

    /// How many films, people and genres a query finds as typed.
    private func count(
        _ query: FilmQuery, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> Int {
        let answers = try await answers(totals(query, without: nil, knowledge))
        var count = knowledge.genres.matches(query.text).count
        count += try answers.part(0).totalHits ?? 0
        if knowledge.layout.people != nil {
            count += try answers.part(1).totalHits ?? 0
        } else if count < Rescue.threshold {
            count += await derivedCount(query.text)
        }
        return count
    }

    private func derivedCount(_ text: SearchText) async -> Int {
        do throws(SearchFailure) {
            return try await derivedPeople(text, page: PageRequest(count: 1)).total.value
        } catch {
            return 0
        }
    }

    /// The searches that count films and people up to the threshold.
    private func totals(
        _ query: FilmQuery, without typed: FilmQuery?, _ knowledge: IndexKnowledge
    ) -> [IndexRequest.Search] {
        let films = FilmQuestion(query, knowledge)
        let earlier = typed.map { FilmQuestion($0, knowledge).films() }
        var searches = [
            IndexRequest.Search(
                index: knowledge.layout.films.name,
                body: Self.counting(films.films(without: earlier)))
        ]
        if let index = knowledge.layout.people {
            let people = PeopleQuestion(index: index, people: knowledge.people)
            let clause = FilmQuestion.combined(
                people.query(query.text), [],
                without: typed.map { people.query($0.text) })
            searches.append(IndexRequest.Search(index: index.name, body: Self.counting(clause)))
        }
        return searches
    }

    private static func counting(_ clause: SearchJSON) -> SearchJSON {
        ["query": clause, "size": 0, "track_total_hits": .integer(Rescue.threshold)]
    }

    /// What may have been meant, likeliest first.
    private func texts(
        for query: FilmQuery, foundNothing: Bool, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> [RescuedText] {
        var texts: [RescuedText] = []
        if let converted = KeyboardLayout.converted(query.shownText) {
            let text = QuerySyntax.searchText(converted)
            if !text.terms.isEmpty {
                texts.append(RescuedText(kind: .keyboardLayout, shown: converted, text: text))
            }
        }
        let vocabulary = try await vocabulary(for: query.text, knowledge)
        for words in vocabulary.transliterations(query.text) {
            let text = query.text.replacingWords(words)
            texts.append(RescuedText(kind: .transliteration, shown: text.shown, text: text))
        }
        for words in vocabulary.respellings(query.text, foundNothing: foundNothing) {
            let text = query.text.replacingWords(words)
            texts.append(RescuedText(kind: .spelling, shown: text.shown, text: text))
        }
        return texts
    }

    private func vocabulary(
        for text: SearchText, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> RescueVocabulary {
        let question = VocabularyQuestion(layout: knowledge.layout)
        let searches = text.looseWords.prefix(VocabularyQuestion.mostWords)
            .flatMap { place, word in
                question.searches(
                    word, isPrefix: text.endsInPrefix && place == text.terms.count - 1)
            }
        var vocabulary = RescueVocabulary()
        vocabulary.add(knowledge.genres.entries.map(\.name))
        guard !searches.isEmpty else { return vocabulary }
        let answers = try await answers(searches)
        var reader = HitReader(knowledge.layout)
        for place in searches.indices {
            guard let part = try? answers.part(place) else { continue }
            vocabulary.add(reader.hits(part))
        }
        return vocabulary
    }

    /// The first text that finds what is not found as typed.
    private func firstNew(
        _ texts: [RescuedText], _ query: FilmQuery, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> RescuedText? {
        guard !texts.isEmpty else { return nil }
        let genres = knowledge.genres.matches(query.text)
        let questions = texts.map { totals(query.reading($0.text), without: query, knowledge) }
        let answers = try await answers(questions.flatMap { $0 })
        var place = 0
        for (text, searches) in zip(texts, questions) {
            var found = knowledge.genres.matches(text.text).filter { !genres.contains($0) }.count
            for _ in searches {
                found += (try? answers.part(place))?.totalHits ?? 0
                place += 1
            }
            if found > 0 { return text }
        }
        return nil
    }
}

/// What became of the attempt to rescue a query.
struct RescueOutcome {
    var text: RescuedText?
}

extension FilmQuery {
    /// The same in whatever order: what is found does not depend on it.
    fileprivate var unsorted: FilmQuery {
        var query = self
        query.sort = .relevance
        return query
    }
}

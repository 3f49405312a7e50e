internal import CinemaCore

/// Helps a query that found next to nothing: the other keyboard layout, the
/// other alphabet, near spellings; the first that finds anything new counts.
///
/// Two requests: which words the index has near those typed, and what the texts
/// made of them find; the likeliest of these bring their rows along.
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

    private func rescue(
        _ query: FilmQuery, found count: Int, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> RescuedText? {
        var rescued: RescuedText?
        if count < Rescue.threshold {
            let texts = try await texts(for: query, foundNothing: count == 0, knowledge)
            rescued = try await firstNew(texts, query, room: nil, knowledge)?.text
        }
        rescues.insert(RescueOutcome(text: rescued), for: query.unsorted)
        return rescued
    }

    /// The same with the rows that stand behind those that were found, up to
    /// `count` of either kind.
    func rescue(
        _ found: FoundRows, count: Int, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> RescuedRows? {
        let query = found.query
        guard !query.text.terms.isEmpty else { return nil }
        var rescued: RescuedRows?
        if found.needsRescue {
            let texts = try await texts(for: query, foundNothing: found.count == 0, knowledge)
            let room = RowRoom(
                films: max(0, count - found.filmCount),
                people: max(0, count - found.peopleTotal.value))
            rescued = try await firstNew(texts, query, room: room, knowledge)
        }
        rescues.insert(RescueOutcome(text: rescued?.text), for: query.unsorted)
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

    /// The first text that finds what is not found as typed; with its rows
    /// where there is room for them.
    private func firstNew(
        _ texts: [RescuedText], _ query: FilmQuery, room: RowRoom?, _ knowledge: IndexKnowledge
    ) async throws(SearchFailure) -> RescuedRows? {
        guard !texts.isEmpty else { return nil }
        let genres = knowledge.genres.matches(query.text)
        let questions = texts.enumerated().map { place, text in
            if let room, place < Self.textsWithRows {
                rows(of: text, query, room, knowledge)
            } else {
                totals(query.reading(text.text), without: query, knowledge)
            }
        }
        let answers = try await answers(questions.flatMap { $0 })
        var start = 0
        for (place, text) in texts.enumerated() {
            let parts = start..<start + questions[place].count
            start = parts.upperBound
            let named = knowledge.genres.matches(text.text).filter { !genres.contains($0) }.count
            let found = parts.reduce(named) { $0 + ((try? answers.part($1))?.totalHits ?? 0) }
            guard found > 0 else { continue }
            guard let room else { return RescuedRows(text: text) }
            if place < Self.textsWithRows { return try rows(of: text, answers, parts, knowledge) }
            let rows = rows(of: text, query, room, knowledge)
            return try self.rows(
                of: text, try await self.answers(rows), rows.indices, knowledge)
        }
        return nil
    }

    /// How many texts, likeliest first, are asked for their rows at once; most
    /// of them find nothing.
    private static let textsWithRows = 3

    /// The searches for what a text finds that was not found as typed.
    private func rows(
        of text: RescuedText, _ query: FilmQuery, _ room: RowRoom, _ knowledge: IndexKnowledge
    ) -> [IndexRequest.Search] {
        let films = FilmQuestion(query.reading(text.text), knowledge)
            .result(without: FilmQuestion(query, knowledge).films())
        var searches = [films.firstSearch(size: room.films)]
        if let index = knowledge.layout.people {
            let people = PeopleQuestion(index: index, people: knowledge.people)
            if let named = people.result(text.text, without: people.query(query.text)) {
                searches.append(named.firstSearch(size: room.people))
            }
        }
        return searches
    }

    /// Their answers.
    private func rows(
        of text: RescuedText, _ answers: SearchAnswers, _ parts: Range<Int>,
        _ knowledge: IndexKnowledge
    ) throws(SearchFailure) -> RescuedRows {
        var windows: [ResultWindow] = []
        for place in parts { windows.append(ResultWindow(try answers.part(place), knowledge)) }
        return RescuedRows(
            text: text, films: windows.first ?? ResultWindow(hits: [], total: 0),
            people: windows.count > 1 ? windows[1] : nil)
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

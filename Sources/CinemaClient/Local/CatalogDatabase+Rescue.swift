internal import CinemaCore

/// Helps a query that found next to nothing: the other keyboard layout, the
/// other alphabet, near spellings; the first that finds anything new counts.
extension CatalogDatabase {
    func rescued(_ attempt: RescueAttempt) throws(SQLiteError) -> QueryMatches? {
        if let converted = KeyboardLayout.converted(attempt.typed) {
            let text = QuerySyntax.searchText(converted)
            if !text.terms.isEmpty,
                let found = try added(text, shown: converted, .keyboardLayout, to: attempt)
            {
                return found
            }
        }
        for words in try transliterations(attempt.query.text) {
            let text = attempt.query.text.replacingWords(words)
            if let found = try added(text, shown: text.shown, .transliteration, to: attempt) {
                return found
            }
        }
        for words in try respellings(attempt) {
            let text = attempt.query.text.replacingWords(words)
            if let found = try added(text, shown: text.shown, .spelling, to: attempt) {
                return found
            }
        }
        return nil
    }

    /// The matches with those of another text behind them; nil if that finds
    /// nothing new.
    private func added(
        _ text: SearchText, shown: String, _ kind: Rescue.Kind, to attempt: RescueAttempt
    ) throws(SQLiteError) -> QueryMatches? {
        var result = attempt.asTyped
        let found = try matches(text)
        let filmsAsTyped = result.films.union(lastRow: lastFilm)
        let films = found.films.within(attempt.allowed).map { $0.subtracting(filmsAsTyped) }
        let peopleAsTyped = result.people.union(lastRow: lastPerson)
        let people = found.people.map { $0.subtracting(peopleAsTyped) }
        let genres = found.genres.filter { !result.genres.contains($0) }
        guard !films.allSatisfy(\.isEmpty) || !people.allSatisfy(\.isEmpty) || !genres.isEmpty
        else { return nil }
        result.rescue = Rescue(
            kind: kind, typed: attempt.typed, shown: shown, filmsAsTyped: result.filmCount,
            peopleAsTyped: result.peopleCount, genresAsTyped: result.genres.count)
        result.films += films
        result.people += people
        result.genres += genres
        result.filmCount += films.total
        result.peopleCount += people.total
        result.unfiltered?.formUnion(found.films.union(lastRow: lastFilm))
        return result
    }

    // MARK: The other alphabet

    /// The text's words as the vocabulary may have them in the other
    /// alphabet, likeliest first; each has a word for every place that changes.
    private func transliterations(
        _ text: SearchText
    ) throws(SQLiteError) -> [[Int: FoldedWord]] {
        var choices: [(place: Int, words: [String])] = []
        for (place, word) in text.looseWords {
            let isPrefix = text.endsInPrefix && place == text.terms.count - 1
            if try hasWord(word.joined, isPrefix: isPrefix) { continue }
            let readings = try readings(of: word.joined, isPrefix: isPrefix)
            guard !readings.isEmpty else { return [] }
            choices.append((place, readings))
        }
        return Combinations.likeliest(choices, limit: 6)
    }

    private func readings(
        of word: String, isPrefix: Bool
    ) throws(SQLiteError) -> [String] {
        // The vocabulary is asked from a closure that cannot throw; the first
        // failure ends the search and is thrown behind it.
        var failure: SQLiteError?
        func ask(_ word: String, isPrefix: Bool) -> Bool {
            guard failure == nil else { return false }
            do throws(SQLiteError) {
                return try hasWord(word, isPrefix: isPrefix)
            } catch {
                failure = error
                return false
            }
        }
        let readings = Transliteration.readings(
            of: word, hasPrefix: { ask($0, isPrefix: true) },
            isWord: { ask($0, isPrefix: isPrefix) })
        if let failure { throw failure }
        return readings
    }

    // MARK: Near spellings

    /// The text with the nearest words of the vocabulary in the place of
    /// those that it does not have; where it has all and they find nothing
    /// together, with one of them changed.
    private func respellings(
        _ attempt: RescueAttempt
    ) throws(SQLiteError) -> [[Int: FoldedWord]] {
        try Respelling.choices(
            attempt.query.text, foundNothing: attempt.foundNothing,
            limits: Respelling.Limits(unknown: 16, known: 12),
            isKnown: { (word, isPrefix) throws(SQLiteError) in
                try hasWord(word, isPrefix: isPrefix)
            },
            near: { (word) throws(SQLiteError) in try nearWords(to: word) })
    }
}

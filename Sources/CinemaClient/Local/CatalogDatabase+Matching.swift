internal import CinemaCore

/// What a text matches, tier by tier.
extension CatalogDatabase {
    func matches(_ text: SearchText) throws(SQLiteError) -> TextMatches {
        TextMatches(
            films: try filmTiers(text), people: try peopleTiers(text), genres: genreRows(text))
    }

    /// Exact title; title begins with it; all words in the title; all among
    /// the people; each anywhere.
    func filmTiers(_ text: SearchText) throws(SQLiteError) -> [RowSet] {
        if let literal = text.literal { return try literalTiers(literal) }
        var tiers: [RowSet] = []
        if text.terms.isEmpty {
            tiers = [RowSet.all(lastRow: lastFilm)]
        } else {
            let titles = try sets(of: text, titles)
            let inTitle = titles.common(lastRow: lastFilm)
            tiers.append(try exactTitles(text, titles))
            tiers.append(try titleStarts(text).intersection(inTitle))
            tiers.append(inTitle)
            if text.terms.count > 1 || !text.endsInShortWord {
                let credits = try sets(of: text, grown(text, credits))
                if !text.endsInShortWord { tiers.append(credits.common(lastRow: lastFilm)) }
                var anywhere = try sets(of: text, grown(text, genreFilms))
                for index in anywhere.indices {
                    anywhere[index].formUnion(titles[index])
                    anywhere[index].formUnion(credits[index])
                }
                tiers.append(anywhere.common(lastRow: lastFilm))
            }
        }
        for exclusion in text.exclusions {
            let excluded = try films(excludedBy: exclusion)
            for index in tiers.indices { tiers[index].subtract(excluded) }
        }
        tiers.removeRepeated()
        return tiers
    }

    /// The same match, with nothing for a short word that still grows.
    private func grown(
        _ text: SearchText,
        _ match: @escaping (SearchText.Term, Bool) throws(SQLiteError) -> RowSet
    ) -> (SearchText.Term, Bool) throws(SQLiteError) -> RowSet {
        guard text.endsInShortWord else { return match }
        return { [lastFilm] (term, isPrefix) throws(SQLiteError) in
            isPrefix ? RowSet(lastRow: lastFilm) : try match(term, isPrefix)
        }
    }

    /// What each term of a text matches.
    private func sets(
        of text: SearchText,
        _ match: (SearchText.Term, Bool) throws(SQLiteError) -> RowSet
    ) throws(SQLiteError) -> [RowSet] {
        var sets: [RowSet] = []
        for (index, term) in text.terms.enumerated() {
            let isLast = index == text.terms.count - 1
            sets.append(try match(term, text.endsInPrefix && isLast))
        }
        return sets
    }

    /// Titles of the same letters that have the text's phrases.
    private func exactTitles(
        _ text: SearchText, _ titles: [RowSet]
    ) throws(SQLiteError) -> RowSet {
        var set = RowSet(lastRow: lastFilm)
        let key = TextFolding.titleKey(text.words)
        guard !key.isEmpty else { return set }
        try insert("SELECT film FROM title_key WHERE key = ?", [.text(key)], into: &set)
        for (term, films) in zip(text.terms, titles) {
            if case .phrase = term { set.formIntersection(films) }
        }
        return set
    }

    private func titleStarts(_ text: SearchText) throws(SQLiteError) -> RowSet {
        var set = RowSet(lastRow: lastFilm)
        for start in FoldedTitle(words: text.words).startTexts {
            set.formUnion(try starts(.titleStarts, with: start, isPrefix: text.endsInPrefix))
        }
        return set
    }

    /// The films that an exclusion takes away: its words are whole ones, and
    /// those of one or two letters count in titles only.
    private func films(excludedBy term: SearchText.Term) throws(SQLiteError) -> RowSet {
        var set = try titles(term, isPrefix: false)
        if case .word(let word) = term, word.joined.unicodeScalars.count < 3 { return set }
        set.formUnion(try credits(term, isPrefix: false))
        set.formUnion(try genreFilms(term, isPrefix: false))
        return set
    }

    /// Titles that are a text without letters and digits, then those that
    /// contain it.
    private func literalTiers(_ literal: String) throws(SQLiteError) -> [RowSet] {
        var exact = RowSet(lastRow: lastFilm)
        var containing = RowSet(lastRow: lastFilm)
        // A blank has no index: whoever types only blanks asks for nothing.
        guard let sign = TitleSigns.signs(in: literal).first else { return [exact, containing] }
        let sql = """
            SELECT film.row, title = ?2 FROM title_sign JOIN film ON film.row = title_sign.film
            WHERE sign = ?1 AND instr(title, ?2) > 0
            """
        try connection.withStatement(sql) { (statement) throws(SQLiteError) in
            try statement.bind([.integer(Int64(sign)), .text(literal)])
            while try statement.step() {
                let row = Int(clamping: statement.integer(0))
                if statement.integer(1) != 0 { exact.insert(row) } else { containing.insert(row) }
            }
        }
        return [exact, containing]
    }

    /// Exact name; name begins with it; all words in the name.
    func peopleTiers(_ text: SearchText) throws(SQLiteError) -> [RowSet] {
        guard text.literal == nil else { return [] }
        var tiers: [RowSet] = []
        if text.terms.isEmpty {
            tiers = [RowSet.all(lastRow: lastPerson)]
        } else {
            let inName = try sets(of: text, names).common(lastRow: lastPerson)
            var exact = RowSet(lastRow: lastPerson)
            var starting = RowSet(lastRow: lastPerson)
            for start in FoldedTitle(words: text.words).texts {
                try insert(
                    "SELECT person FROM name_start WHERE text = ?", [.text(start)], into: &exact)
                starting.formUnion(
                    try starts(.nameStarts, with: start, isPrefix: text.endsInPrefix))
            }
            tiers = [exact.intersection(inName), starting.intersection(inName), inName]
        }
        for exclusion in text.exclusions {
            let excluded = try names(exclusion, isPrefix: false)
            for index in tiers.indices { tiers[index].subtract(excluded) }
        }
        tiers.removeRepeated()
        return tiers
    }

    /// The rows of genres in the same tiers.
    func genreRows(_ text: SearchText) -> [Int] {
        guard text.literal == nil else { return [] }
        var tiers: [[Int]] = [[], [], []]
        let wanted = FoldedTitle(words: text.words).texts
        let beginnings = text.endsInPrefix ? wanted : wanted.map { $0 + " " }
        for (index, genre) in genres.enumerated() {
            let title = genre.title
            let isExcluded = text.exclusions.contains { title.contains($0, isPrefix: false) }
            let isMatch = text.terms.enumerated().allSatisfy { place, term in
                title.contains(
                    term, isPrefix: text.endsInPrefix && place == text.terms.count - 1)
            }
            guard isMatch, !isExcluded else { continue }
            let texts = title.texts
            if texts.contains(where: { wanted.contains($0) }) {
                tiers[0].append(index + 1)
            } else if texts.contains(where: { text in
                beginnings.contains { text.hasFoldedPrefix($0) }
            }) {
                tiers[1].append(index + 1)
            } else {
                tiers[2].append(index + 1)
            }
        }
        return tiers.flatMap { $0 }
    }
}

extension [RowSet] {
    /// The rows that are in every set.
    func common(lastRow: Int) -> RowSet {
        guard var result = first else { return RowSet(lastRow: lastRow) }
        for set in dropFirst() { result.formIntersection(set) }
        return result
    }
}

extension SearchText {
    /// The words of all terms, in order.
    var words: [FoldedWord] { terms.flatMap(\.words) }

    /// A word of one or two letters that may still grow is looked for in
    /// titles only: nearly every film has somebody whose name begins so.
    var endsInShortWord: Bool {
        guard endsInPrefix, case .word(let word) = terms.last else { return false }
        return word.joined.unicodeScalars.count < 3
    }
}

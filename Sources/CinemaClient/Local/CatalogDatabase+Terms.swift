internal import CinemaCore

/// What one term of a text matches.
extension CatalogDatabase {
    /// Films with the term in their title.
    func titles(_ term: SearchText.Term, isPrefix: Bool) throws(SQLiteError) -> RowSet {
        try rows(
            term, .titleWords, isPrefix: isPrefix, textOf: "SELECT title FROM film WHERE row = ?")
    }

    /// People with the term in their name.
    func names(_ term: SearchText.Term, isPrefix: Bool) throws(SQLiteError) -> RowSet {
        try rows(
            term, .nameWords, isPrefix: isPrefix, textOf: "SELECT name FROM person WHERE row = ?")
    }

    /// Films with the term in the name of one of their people.
    func credits(_ term: SearchText.Term, isPrefix: Bool) throws(SQLiteError) -> RowSet {
        if case .word(let word) = term, word.isSimple {
            return try rows(.creditWords, word.joined, isPrefix: isPrefix)
        }
        return try films(of: try names(term, isPrefix: isPrefix))
    }

    /// Films of the genres that the term names.
    func genreFilms(_ term: SearchText.Term, isPrefix: Bool) throws(SQLiteError) -> RowSet {
        var set = RowSet(lastRow: lastFilm)
        for (index, genre) in genres.enumerated()
        where genre.title.contains(term, isPrefix: isPrefix) {
            set.formUnion(try films(of: .genre, index + 1))
        }
        return set
    }

    /// The films of people, in any role or in one.
    func films(of people: RowSet, role: UInt64 = .max) throws(SQLiteError) -> RowSet {
        var set = RowSet(lastRow: lastFilm)
        // Most people never had the role: their films are not read.
        let sql = "SELECT filmography FROM person WHERE row = ? AND roles & ?"
        try connection.withStatement(sql) { (statement) throws(SQLiteError) in
            try statement.bind(Int64(bitPattern: role), at: 2)
            for row in people.rows() {
                try checkInterruption()
                try statement.bind(row, at: 1)
                defer { statement.reset() }
                guard try statement.step() else { continue }
                try statement.withBytes(0) { (bytes) throws(SQLiteError) in
                    try Self.visitFilmography(bytes) { film, roles in
                        if roles & role != 0 { set.insert(film) }
                    }
                }
            }
        }
        return set
    }

    /// Calls `body` with the films of a stored filmography, and what was done
    /// in each.
    static func visitFilmography(
        _ bytes: UnsafeRawBufferPointer, _ body: (_ film: Int, _ roles: UInt64) -> Void
    ) throws(SQLiteError) {
        var reader = ByteReader(bytes)
        var film = 0
        while !reader.isAtEnd {
            let (next, isTooGreat) = film.addingReportingOverflow(try reader.integer())
            guard !isTooGreat else { throw .damagedRecord }
            film = next
            body(film, try reader.number())
        }
    }

    /// A simple word is looked up. A word of several parts is found joined,
    /// or as its parts in sequence; a phrase as its words in sequence: what
    /// has all the words is read and compared.
    private func rows(
        _ term: SearchText.Term, _ kind: PrefixKind, isPrefix: Bool, textOf sql: String
    ) throws(SQLiteError) -> RowSet {
        if case .word(let word) = term, word.isSimple {
            return try rows(kind, word.joined, isPrefix: isPrefix)
        }
        // No folded word has a blank or a hyphen, so no word has this key.
        let text = " " + term.words.map { $0.parts.joined(separator: "-") }.joined(separator: " ")
        return try remembered(SetKey(kind: kind, text: text, isPrefix: isPrefix)) {
            () throws(SQLiteError) in
            try compared(term, kind, isPrefix: isPrefix, textOf: sql)
        }
    }

    private func compared(
        _ term: SearchText.Term, _ kind: PrefixKind, isPrefix: Bool, textOf sql: String
    ) throws(SQLiteError) -> RowSet {
        var found = RowSet(lastRow: lastRow(kind))
        if case .word(let word) = term { found = try rows(kind, word.joined, isPrefix: isPrefix) }
        let wanted = FoldedTitle(words: term.words)
        var candidates = try rows(having: wanted.parts, kind, isPrefix: isPrefix)
        if wanted.words.contains(where: { !$0.isSimple }) {
            candidates.formUnion(try rows(having: wanted.joined, kind, isPrefix: isPrefix))
        }
        candidates.subtract(found)
        var plain = PlainTitleMatcher(wanted, isPrefix: isPrefix)
        try connection.withStatement(sql) { (statement) throws(SQLiteError) in
            for row in candidates.rows() {
                try checkInterruption()
                try statement.bind(row, at: 1)
                defer { statement.reset() }
                guard try statement.step() else { continue }
                let isThere =
                    statement.withText(0) { plain.isIn($0) }
                    ?? FoldedTitle(statement.string(0)).contains(
                        sequence: wanted, isPrefix: isPrefix)
                if isThere { found.insert(row) }
            }
        }
        return found
    }

    private func rows(
        having words: [String], _ kind: PrefixKind, isPrefix: Bool
    ) throws(SQLiteError) -> RowSet {
        var found: RowSet?
        for (index, word) in words.enumerated() {
            let isLast = index == words.count - 1
            let set = try rows(kind, word, isPrefix: isPrefix && isLast)
            found = found?.intersection(set) ?? set
        }
        return found ?? RowSet(lastRow: lastRow(kind))
    }
}

/// The same on a text that is at hand.
extension FoldedTitle {
    func contains(_ term: SearchText.Term, isPrefix: Bool) -> Bool {
        if case .word(let word) = term {
            let isThere = tokens.contains {
                isPrefix ? $0.hasFoldedPrefix(word.joined) : $0 == word.joined
            }
            if isThere || word.isSimple { return isThere }
        }
        return contains(sequence: FoldedTitle(words: term.words), isPrefix: isPrefix)
    }

    /// Whether the words of another title stand in this one in sequence,
    /// split or joined.
    func contains(sequence: FoldedTitle, isPrefix: Bool) -> Bool {
        [parts, joined].contains { words in
            sequence.sequences.contains { Self.contains($0, in: words, isPrefix: isPrefix) }
        }
    }

    private static func contains(
        _ needle: [String], in words: [String], isPrefix: Bool
    ) -> Bool {
        guard let last = needle.last, needle.count <= words.count else { return false }
        for start in 0...(words.count - needle.count) {
            let end = start + needle.count - 1
            guard words[start..<end].elementsEqual(needle.dropLast()) else { continue }
            if isPrefix ? words[end].hasFoldedPrefix(last) : words[end] == last { return true }
        }
        return false
    }
}

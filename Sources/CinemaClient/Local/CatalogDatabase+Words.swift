internal import CinemaCore

extension CatalogDatabase {
    /// The rows that have a word, or any word that begins with it.
    ///
    /// One look for a whole word and for the beginnings whose union is
    /// stored, else a walk over the words of the range.
    func rows(
        _ kind: PrefixKind, _ word: String, isPrefix: Bool
    ) throws(SQLiteError) -> RowSet {
        try remembered(SetKey(kind: kind, text: word, isPrefix: isPrefix)) {
            () throws(SQLiteError) in
            var set = RowSet(lastRow: lastRow(kind))
            if isPrefix {
                try addPrefix(kind, word, to: &set)
            } else if let row = try wordRow(word), let table = kind.wordTable {
                let values = [SQLiteValue.integer(Int64(row))]
                try add("SELECT rows FROM \(table) WHERE word = ?", values, to: &set)
            }
            return set
        }
    }

    /// The rows of a key, made unless they are known.
    func remembered(
        _ key: SetKey, _ make: () throws(SQLiteError) -> RowSet
    ) throws(SQLiteError) -> RowSet {
        if let known = shared.rows(key) { return known }
        try checkInterruption()
        let set = try make()
        shared.insert(set, for: key)
        return set
    }

    func lastRow(_ kind: PrefixKind) -> Int {
        switch kind {
        case .titleWords, .creditWords, .titleStarts: lastFilm
        case .nameWords, .nameStarts: lastPerson
        }
    }

    private func addPrefix(
        _ kind: PrefixKind, _ prefix: String, to set: inout RowSet
    ) throws(SQLiteError) {
        if try addUnion(kind, prefix, to: &set) { return }
        guard let table = kind.wordTable, let range = try wordRange(prefix) else { return }
        try add(
            "SELECT rows FROM \(table) WHERE word BETWEEN ? AND ?",
            [.integer(Int64(range.lowerBound)), .integer(Int64(range.upperBound))], to: &set)
    }

    /// Adds the stored union of a beginning, if it has one.
    private func addUnion(
        _ kind: PrefixKind, _ prefix: String, to set: inout RowSet
    ) throws(SQLiteError) -> Bool {
        guard prefix.unicodeScalars.count <= 4 else { return false }
        return try add(
            "SELECT rows FROM prefix_rows WHERE kind = ? AND prefix = ?",
            [.integer(Int64(kind.rawValue)), .text(prefix)], to: &set) > 0
    }

    /// Adds the stored rows of a statement's first column; tells how many.
    @discardableResult
    private func add(
        _ sql: String, _ values: [SQLiteValue], to set: inout RowSet
    ) throws(SQLiteError) -> Int {
        var found = 0
        try connection.withStatement(sql) { (statement) throws(SQLiteError) in
            try statement.bind(values)
            while try statement.step() {
                found += 1
                try statement.withBytes(0) { (bytes) throws(SQLiteError) in
                    try Posting.add(bytes, to: &set)
                }
            }
        }
        return found
    }

    /// The titles or names that begin with a text of folded words, or whose
    /// first words it is.
    func starts(
        _ kind: PrefixKind, with text: String, isPrefix: Bool
    ) throws(SQLiteError) -> RowSet {
        try remembered(SetKey(kind: kind, text: text, isPrefix: isPrefix)) {
            () throws(SQLiteError) in
            try readStarts(kind, with: text, isPrefix: isPrefix)
        }
    }

    private func readStarts(
        _ kind: PrefixKind, with text: String, isPrefix: Bool
    ) throws(SQLiteError) -> RowSet {
        var set = RowSet(lastRow: lastRow(kind))
        let table = kind == .titleStarts ? "title_start" : "name_start"
        let column = kind == .titleStarts ? "film" : "person"
        if isPrefix {
            if try !addUnion(kind, text, to: &set) {
                try insert(
                    "SELECT \(column) FROM \(table) WHERE text >= ? AND text < ?",
                    [.text(text), .text(text + Self.pastAnyText)], into: &set)
            }
        } else {
            try insert(
                "SELECT \(column) FROM \(table) WHERE text = ?", [.text(text)], into: &set)
            try insert(
                "SELECT \(column) FROM \(table) WHERE text >= ? AND text < ?",
                [.text(text + " "), .text(text + " " + Self.pastAnyText)], into: &set)
        }
        return set
    }

    /// Adds the rows that a statement gives in its first column.
    func insert(
        _ sql: String, _ values: [SQLiteValue], into set: inout RowSet
    ) throws(SQLiteError) {
        try connection.withStatement(sql) { (statement) throws(SQLiteError) in
            try statement.bind(values)
            while try statement.step() { set.insert(Int(clamping: statement.integer(0))) }
        }
    }

    /// Sorts behind everything that follows in a text of folded words.
    static let pastAnyText = "\u{10FFFF}"
}

// The vocabulary.
extension CatalogDatabase {
    func wordRow(_ word: String) throws(SQLiteError) -> Int? {
        try connection.firstRow("SELECT row FROM word WHERE text = ?", [.text(word)]) {
            Int(clamping: $0.integer(0))
        }
    }

    /// The rows of the words that begin with a text.
    func wordRange(_ prefix: String) throws(SQLiteError) -> ClosedRange<Int>? {
        let first = try connection.firstRow(
            "SELECT row FROM word WHERE text >= ? ORDER BY text LIMIT 1", [.text(prefix)]
        ) { Int(clamping: $0.integer(0)) }
        let last = try connection.firstRow(
            "SELECT row FROM word WHERE text < ? ORDER BY text DESC LIMIT 1",
            [.text(prefix + Self.pastAnyText)]
        ) { Int(clamping: $0.integer(0)) }
        guard let first, let last, first <= last else { return nil }
        return first...last
    }

    func hasWord(_ word: String, isPrefix: Bool) throws(SQLiteError) -> Bool {
        guard isPrefix else { return try wordRow(word) != nil }
        return try connection.firstRow(
            "SELECT text >= ? AND text < ? FROM word WHERE text >= ? ORDER BY text LIMIT 1",
            [.text(word), .text(word + Self.pastAnyText), .text(word)]
        ) { $0.integer(0) != 0 } ?? false
    }
}

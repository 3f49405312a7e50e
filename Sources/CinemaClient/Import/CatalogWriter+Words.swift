internal import CinemaCore

extension CatalogWriter {
    /// Words or texts with one beginning whose rows are stored together, from
    /// so many on; fewer are gathered as quickly when asked for.
    private static let mostSeparateWords = 24
    private static let mostSeparateStarts = 64

    /// Writes the vocabulary and the rows of each word.
    func writeWords() throws(SQLiteError) {
        let texts = words.texts
        let order = texts.indices.sorted { texts[$0].precedes(texts[$1]) }
        let titles = words.lists(words.titles)
        let names = words.lists(words.names)
        let credits = words.creditLists(credits)
        let statement = try connection.prepare("INSERT INTO word VALUES (?, ?, ?)")
        for (index, word) in order.enumerated() {
            let frequency =
                titles[word].count + credits[word].count + (words.genreCounts[word] ?? 0)
            try statement.bind(index + 1, at: 1)
            try statement.bind(texts[word], at: 2)
            try statement.bind(frequency, at: 3)
            try statement.run()
        }
        let films = numbering.films.count
        try write(titles, order, kind: .titleWords, lengths: 1...3, lastRow: films)
        try write(credits, order, kind: .creditWords, lengths: 3...3, lastRow: films)
        try write(
            names, order, kind: .nameWords, lengths: 1...3, lastRow: numbering.people.count)
        try NearWordIndex.write(order.map { texts[$0] }, to: connection)
    }

    private func write(
        _ lists: RowLists, _ order: [Int], kind: PrefixKind, lengths: ClosedRange<Int>,
        lastRow: Int
    ) throws(SQLiteError) {
        guard let table = kind.wordTable else { return }
        let statement = try connection.prepare("INSERT INTO \(table) VALUES (?, ?)")
        for (index, word) in order.enumerated() where !lists[word].isEmpty {
            try statement.bind(index + 1, at: 1)
            try statement.bind(Posting.encoded(lists[word]), at: 2)
            try statement.run()
        }
        let present = order.filter { !lists[$0].isEmpty }
        let texts = present.map { words.texts[$0] }
        let union = try connection.prepare("INSERT INTO prefix_rows VALUES (?, ?, ?)")
        for length in lengths {
            for group in PrefixGroups.ranges(texts, length: length)
            where group.range.count >= Self.mostSeparateWords {
                var set = RowSet(lastRow: lastRow)
                for position in group.range {
                    for row in lists[present[position]] { set.insert(Int(row)) }
                }
                try write(set, of: group.prefix, kind, with: union)
            }
        }
    }

    /// Writes the unions of texts that begin alike.
    func writeUnions(
        _ starts: [(text: String, row: Int)], kind: PrefixKind, lastRow: Int
    ) throws(SQLiteError) {
        let texts = starts.map(\.text)
        let union = try connection.prepare("INSERT INTO prefix_rows VALUES (?, ?, ?)")
        for length in 1...4 {
            for group in PrefixGroups.ranges(texts, length: length)
            where group.range.count >= Self.mostSeparateStarts {
                let set = RowSet(
                    lastRow: lastRow, rows: group.range.lazy.map { starts[$0].row })
                try write(set, of: group.prefix, kind, with: union)
            }
        }
    }

    private func write(
        _ set: RowSet, of prefix: String, _ kind: PrefixKind, with statement: Statement
    ) throws(SQLiteError) {
        try statement.bind(kind.rawValue, at: 1)
        try statement.bind(prefix, at: 2)
        try statement.bind(Posting.encoded(set), at: 3)
        try statement.run()
    }
}

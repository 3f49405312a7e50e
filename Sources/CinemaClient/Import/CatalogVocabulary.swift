internal import CinemaCore

/// The vocabulary of a catalogue with the rows of each word, encoded, in the
/// order it is written.
///
/// Needs no database, so it is made beside the writing of people.
struct CatalogVocabulary: Sendable {
    /// Many byte strings in one block of memory.
    struct Blobs: Sendable {
        private(set) var keys: [Int] = []
        private var ends: [Int] = []
        private var bytes: [UInt8] = []

        mutating func add(_ blob: [UInt8], key: Int) {
            keys.append(key)
            bytes.append(contentsOf: blob)
            ends.append(bytes.count)
        }

        func visit(
            _ body: (Int, UnsafeRawBufferPointer) throws(SQLiteError) -> Void
        ) throws(SQLiteError) {
            let outcome = bytes.withUnsafeBytes { bytes in
                Result { () throws(SQLiteError) in
                    var start = 0
                    for (index, end) in ends.enumerated() {
                        try body(keys[index], UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
                        start = end
                    }
                }
            }
            try outcome.get()
        }
    }

    /// The rows of all words or texts with one beginning.
    struct Union: Sendable {
        var kind: PrefixKind
        var prefix: String
        var rows: [UInt8]
    }

    /// Words or texts with one beginning whose rows are stored together, from
    /// so many on; fewer are gathered as quickly when asked for.
    private static let mostSeparateWords = 24
    private static let mostSeparateStarts = 64

    /// The words by row, from row 1, and how many films have each.
    private(set) var words: [String] = []
    private(set) var frequencies: [Int] = []
    /// The rows of each word by the word's row.
    private(set) var rows: [(kind: PrefixKind, blobs: Blobs)] = []
    private(set) var unions: [Union] = []
    /// The near words by bucket: NearWordIndex.
    private(set) var near: [[UInt64]] = []

    /// - Parameter credits: The people of each film.
    init(
        _ texts: consuming CatalogTexts, credits: consuming WordCollector.Occurrences,
        films: Int, people: Int
    ) {
        addUnions(texts.titleStarts, kind: .titleStarts, lastRow: films)
        addUnions(texts.nameStarts, kind: .nameStarts, lastRow: people)
        addWords(texts.words, credits, films: films, people: people)
        near = NearWordIndex.buckets(words)
    }

    private mutating func addWords(
        _ collector: WordCollector, _ credits: WordCollector.Occurrences, films: Int, people: Int
    ) {
        let titles = collector.lists(collector.titles)
        let names = collector.lists(collector.names)
        let credits = collector.creditLists(credits)
        // A word whose people have no films left has neither.
        let order = collector.texts.indices
            .filter {
                !titles[$0].isEmpty || !names[$0].isEmpty || collector.genreCounts[$0] != nil
            }
            .sorted { collector.texts[$0].precedes(collector.texts[$1]) }
        words = order.map { collector.texts[$0] }
        frequencies = order.map {
            titles[$0].count + credits[$0].count + (collector.genreCounts[$0] ?? 0)
        }
        add(titles, order, kind: .titleWords, lengths: 1...3, lastRow: films)
        add(credits, order, kind: .creditWords, lengths: 3...3, lastRow: films)
        add(names, order, kind: .nameWords, lengths: 1...3, lastRow: people)
    }

    private mutating func add(
        _ lists: RowLists, _ order: [Int], kind: PrefixKind, lengths: ClosedRange<Int>,
        lastRow: Int
    ) {
        var blobs = Blobs()
        var present: [Int] = []
        var texts: [String] = []
        for (index, word) in order.enumerated() where !lists[word].isEmpty {
            blobs.add(Posting.encoded(lists[word]), key: index + 1)
            present.append(word)
            texts.append(words[index])
        }
        rows.append((kind, blobs))
        for length in lengths {
            for group in PrefixGroups.ranges(texts, length: length)
            where group.range.count >= Self.mostSeparateWords {
                var set = RowSet(lastRow: lastRow)
                for position in group.range {
                    for row in lists[present[position]] { set.insert(Int(row)) }
                }
                unions.append(
                    Union(kind: kind, prefix: group.prefix, rows: Posting.encoded(set)))
            }
        }
    }

    /// The unions of texts that begin alike.
    private mutating func addUnions(_ starts: [RowText], kind: PrefixKind, lastRow: Int) {
        let texts = starts.map(\.text)
        for length in 1...4 {
            for group in PrefixGroups.ranges(texts, length: length)
            where group.range.count >= Self.mostSeparateStarts {
                let set = RowSet(
                    lastRow: lastRow, rows: group.range.lazy.map { starts[$0].row })
                unions.append(
                    Union(kind: kind, prefix: group.prefix, rows: Posting.encoded(set)))
            }
        }
    }
}

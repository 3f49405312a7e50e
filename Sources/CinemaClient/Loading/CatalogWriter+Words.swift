internal import CinemaCore

extension CatalogWriter {
    /// Words or texts with one beginning whose rows are stored together, from
    /// so many on.
    private static let fewestWords = 24
    private static let fewestStarts = 64

    /// Writes the vocabulary and the rows of each word.
    func writeWords() throws(SQLiteError) {
        let entries = try nearWords()
        try progress.begin(
            .words,
            total: titleWords.count + creditWords.count + nameWords.count + entries.count)
        var frequencies = [Int](repeating: 0, count: vocabulary.count + 1)
        for (word, films) in vocabulary.genreCounts { frequencies[word] += films }
        try write(titleWords, .titleWords, lengths: 1...3, lastRow: lastFilm) {
            frequencies[$0] += $1
        }
        try write(creditWords, .creditWords, lengths: 3...3, lastRow: lastFilm) {
            frequencies[$0] += $1
        }
        try write(nameWords, .nameWords, lengths: 1...3, lastRow: lastPerson) { _, _ in }
        let word = try connection.prepare("INSERT INTO word VALUES (?, ?, ?)")
        for number in 0..<vocabulary.count {
            try word.bind(number + 1, at: 1)
            try word.bind(vocabulary.text(number + 1), at: 2)
            try word.bind(frequencies[number + 1], at: 3)
            try word.run()
        }
        try write(entries)
    }

    /// Writes the rows of each word, and the unions of words that begin alike.
    private func write(
        _ sort: ExternalSort, _ kind: PrefixKind, lengths: ClosedRange<Int>, lastRow: Int,
        _ count: (Int, Int) -> Void
    ) throws(SQLiteError) {
        guard let table = kind.wordTable else { return }
        let statement = try connection.prepare("INSERT INTO \(table) VALUES (?, ?)")
        let store = try unionStore(kind)
        var unions = PrefixUnions(lengths: lengths, fewest: Self.fewestWords, lastRow: lastRow)
        var rows = PostingEncoder(lastRow: lastRow)
        var word = 0
        func endWord() throws(SQLiteError) {
            guard word > 0 else { return }
            count(word, rows.count)
            try statement.bind(word, at: 1)
            try statement.bind(rows.finish(), at: 2)
            try statement.run()
        }
        let records = try sort.sorted()
        while try records.next() {
            let here = Int(records.key >> 32)
            if here != word {
                try endWord()
                word = here
                let outcome = vocabulary.withText(word) { text in
                    Result { () throws(SQLiteError) in try unions.begin(text, store) }
                }
                try outcome.get()
            }
            let row = UInt32(truncatingIfNeeded: records.key)
            rows.add(row)
            unions.add(row)
            try progress.advance()
        }
        try endWord()
        try unions.end(store)
    }

    private func unionStore(
        _ kind: PrefixKind
    ) throws(SQLiteError) -> ([UInt8], [UInt8]) throws(SQLiteError) -> Void {
        let statement = try connection.prepare("INSERT INTO prefix_rows VALUES (?, ?, ?)")
        return { (prefix, rows) throws(SQLiteError) in
            try statement.bind(kind.rawValue, at: 1)
            try statement.bind(String(decoding: prefix, as: UTF8.self), at: 2)
            try statement.bind(rows, at: 3)
            try statement.run()
        }
    }

    private func nearWords() throws(SQLiteError) -> ExternalSort {
        let entries = ExternalSort(space, bufferSize: 4 << 20)
        try NearWordIndex.addEntries(words: vocabulary.count, to: entries) { vocabulary.text($0) }
        return entries
    }

    /// Writes the entries of the near words, a bucket a row.
    private func write(_ entries: ExternalSort) throws(SQLiteError) {
        let statement = try connection.prepare("INSERT INTO near_word VALUES (?, ?)")
        var bucket = -1
        var packed = ByteWriter()
        func endBucket() throws(SQLiteError) {
            guard bucket >= 0 else { return }
            try statement.bind(bucket, at: 1)
            try statement.bind(packed.bytes, at: 2)
            try statement.run()
            packed.removeAll()
        }
        var last: UInt64?
        let records = try entries.sorted()
        while try records.next() {
            try progress.advance()
            // "aab" without its first or its second letter is the same.
            guard records.key != last else { continue }
            last = records.key
            let here = NearWordIndex.bucket(ofEntry: records.key)
            if here != bucket {
                try endBucket()
                bucket = here
            }
            withUnsafeBytes(of: records.key.littleEndian) { packed.write(raw: $0) }
        }
        try endBucket()
    }

    /// Writes what titles and names begin with, and titles by key and sign.
    func writeTexts() throws(SQLiteError) {
        try progress.begin(
            .starts,
            total: titleStarts.count + titleKeys.count + nameStarts.count + signs.count)
        try writeTitleStarts()
        try write(
            nameStarts, to: "INSERT OR IGNORE INTO name_start VALUES (?, ?)", .nameStarts,
            lastRow: lastPerson)
        try write(titleKeys, to: "INSERT OR IGNORE INTO title_key VALUES (?, ?)")
        let sign = try connection.prepare("INSERT OR IGNORE INTO title_sign VALUES (?, ?)")
        let records = try signs.sorted()
        while try records.next() {
            try sign.bind(Int(records.key >> 32), at: 1)
            try sign.bind(Int(records.key & 0xffff_ffff), at: 2)
            try sign.run()
            try progress.advance()
        }
    }

    private func writeTitleStarts() throws(SQLiteError) {
        var ranks = TitleRanks(lastFilm: lastFilm)
        try write(
            titleStarts, to: "INSERT OR IGNORE INTO title_start VALUES (?, ?)", .titleStarts,
            lastRow: lastFilm
        ) { ranks.add($0, row: $1) }
        var column = try FilmColumnWriter<UInt32>(
            "title_ranks", connection, lastRow: lastFilm, first: 1)
        for rank in ranks.ranks.dropFirst() { try column.add(rank) }
        try column.flush()
    }

    private func write(
        _ texts: TextSort, to sql: String, _ kind: PrefixKind? = nil, lastRow: Int = 0,
        _ body: (UnsafeBufferPointer<UInt8>, UInt32) -> Void = { _, _ in }
    ) throws(SQLiteError) {
        let statement = try connection.prepare(sql)
        var unions = PrefixUnions(lengths: 1...4, fewest: Self.fewestStarts, lastRow: lastRow)
        let store = try kind.map { (kind) throws(SQLiteError) in try unionStore(kind) }
        try texts.visit { (text, row) throws(SQLiteError) in
            try statement.bind(text: text, at: 1)
            try statement.bind(Int(row), at: 2)
            try statement.run()
            if let store {
                try unions.begin(UnsafeRawBufferPointer(text), store)
                unions.add(row)
            }
            body(text, row)
            try progress.advance()
        }
        if let store { try unions.end(store) }
    }
}

/// The place of each film's title among all.
///
/// Films in the order of their split start text; equal ones share a rank, so
/// that they stand by relevance. A title without words comes first.
private struct TitleRanks {
    /// By row. Four bytes a film: the order of titles is not that of rows.
    private(set) var ranks: [UInt32]
    private var rank: UInt32 = 1
    private var previous: [UInt8] = []

    init(lastFilm: Int) { ranks = Array(repeating: 1, count: lastFilm + 1) }

    /// Takes the start texts in order. Of two texts of a title the split one
    /// comes first: a space sorts before every letter.
    mutating func add(_ text: UnsafeBufferPointer<UInt8>, row: UInt32) {
        guard ranks[Int(row)] == 1 else { return }
        if !text.elementsEqual(previous) {
            rank += 1
            previous.removeAll(keepingCapacity: true)
            previous.append(contentsOf: text)
        }
        ranks[Int(row)] = rank
    }
}

internal import CinemaCore

extension CatalogWriter {
    /// Writes what titles and names begin with, and titles by key and sign.
    func writeTexts(_ texts: CatalogTexts) throws(SQLiteError) {
        try write(texts.keys, to: "INSERT OR IGNORE INTO title_key VALUES (?, ?)")
        try write(
            texts.signs.lazy.map { (sign, row) in (Int(sign), row) },
            to: "INSERT OR IGNORE INTO title_sign VALUES (?, ?)")
        try write(texts.titleStarts, to: "INSERT OR IGNORE INTO title_start VALUES (?, ?)")
        try write(texts.nameStarts, to: "INSERT OR IGNORE INTO name_start VALUES (?, ?)")
    }

    private func write(_ texts: [RowText], to sql: String) throws(SQLiteError) {
        let statement = try connection.prepare(sql)
        for text in texts {
            try statement.bind(text.text, at: 1)
            try statement.bind(text.row, at: 2)
            try statement.run()
        }
    }

    private func write(
        _ numbers: some Sequence<(Int, Int)>, to sql: String
    ) throws(SQLiteError) {
        let statement = try connection.prepare(sql)
        for (number, row) in numbers {
            try statement.bind(number, at: 1)
            try statement.bind(row, at: 2)
            try statement.run()
        }
    }

    /// Writes the vocabulary and the rows of each word.
    func writeWords(_ vocabulary: CatalogVocabulary) throws(SQLiteError) {
        let word = try connection.prepare("INSERT INTO word VALUES (?, ?, ?)")
        for (index, text) in vocabulary.words.enumerated() {
            try word.bind(index + 1, at: 1)
            try word.bind(text, at: 2)
            try word.bind(vocabulary.frequencies[index], at: 3)
            try word.run()
        }
        for (kind, blobs) in vocabulary.rows {
            guard let table = kind.wordTable else { continue }
            try write(blobs, to: "INSERT INTO \(table) VALUES (?, ?)")
        }
        let union = try connection.prepare("INSERT INTO prefix_rows VALUES (?, ?, ?)")
        for group in vocabulary.unions {
            try union.bind(group.kind.rawValue, at: 1)
            try union.bind(group.prefix, at: 2)
            try union.bind(group.rows, at: 3)
            try union.run()
        }
        let near = try connection.prepare("INSERT INTO near_word VALUES (?, ?)")
        for (bucket, entries) in vocabulary.near.enumerated() where !entries.isEmpty {
            try near.bind(bucket, at: 1)
            try near.bind(NearWordIndex.packed(entries), at: 2)
            try near.run()
        }
    }

    private func write(
        _ blobs: CatalogVocabulary.Blobs, to sql: String
    ) throws(SQLiteError) {
        let statement = try connection.prepare(sql)
        try blobs.visit { (key, bytes) throws(SQLiteError) in
            try statement.bind(key, at: 1)
            try statement.bind(bytes, at: 2)
            try statement.run()
        }
    }
}

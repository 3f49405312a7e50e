internal import CinemaCore

/// A word of the vocabulary that another may be a misspelling of.
struct NearWord: Equatable {
    var text: String
    var distance: Int
    /// How many films have it, in their titles, people or genres.
    var frequency: Int

    /// The nearest first, then the most frequent, then by the alphabet.
    static func isBetter(_ left: NearWord, _ right: NearWord) -> Bool {
        if left.distance != right.distance { return left.distance < right.distance }
        if left.frequency != right.frequency { return left.frequency > right.frequency }
        return left.text.precedes(right.text)
    }
}

extension CatalogDatabase {
    /// The words of the vocabulary near a word, best first, itself left out.
    ///
    /// Reads the few buckets of `NearWordIndex` that may have them and
    /// compares what is there; never the whole vocabulary.
    func nearWords(to word: String) throws(SQLiteError) -> [NearWord] {
        let tolerance = EditDistance.tolerance(for: word)
        guard tolerance > 0 else { return [] }
        var groups = Set<Int>()
        try connection.withStatement("SELECT entries FROM near_word WHERE bucket = ?") {
            (statement) throws(SQLiteError) in
            for hash in Set(NearWordIndex.hashes(word.unicodeScalars, deletions: tolerance)) {
                try statement.bind(NearWordIndex.bucket(hash), at: 1)
                defer { statement.reset() }
                guard try statement.step() else { continue }
                statement.withBytes(0) { groups.formUnion(NearWordIndex.rows(hash, in: $0)) }
            }
        }
        var near: [NearWord] = []
        for row in groups {
            try checkInterruption()
            try addWords(ofGroup: row, near: word, tolerance, to: &near)
        }
        near.sort(by: NearWord.isBetter)
        return near
    }

    /// Compares the words from `row` on that share its first letters.
    private func addWords(
        ofGroup row: Int, near word: String, _ tolerance: Int, to near: inout [NearWord]
    ) throws(SQLiteError) {
        let sql = "SELECT text, frequency FROM word WHERE row >= ? ORDER BY row"
        try connection.withStatement(sql) { (statement) throws(SQLiteError) in
            try statement.bind(row, at: 1)
            var letters: [Unicode.Scalar]?
            while try statement.step() {
                let text = statement.string(0)
                let beginning = Array(text.unicodeScalars.prefix(NearWordIndex.prefixLength))
                if let letters, letters != beginning { return }
                letters = beginning
                guard text != word,
                    let distance = EditDistance.between(text, word, limit: tolerance)
                else { continue }
                near.append(
                    NearWord(
                        text: text, distance: distance,
                        frequency: Int(clamping: statement.integer(1))))
            }
        }
    }
}

/// The words of all titles and names, numbered as they come, with the rows
/// that have them.
struct WordCollector {
    private(set) var texts: [String] = []
    private var numbers: [String: Int] = [:]

    /// The words of each row, one after the other, and where each row's end.
    struct Occurrences {
        private(set) var words: [UInt32] = []
        private(set) var ends: [Int] = []

        var rows: Int { ends.count }

        /// Adds the words of the next row, each once.
        mutating func addRow(_ row: some Collection<UInt32>) {
            words.append(contentsOf: row)
            ends.append(words.count)
        }

        /// The words of a row, from 1.
        subscript(row: Int) -> ArraySlice<UInt32> {
            words[(row == 1 ? 0 : ends[row - 2])..<ends[row - 1]]
        }
    }

    private(set) var titles = Occurrences()
    private(set) var names = Occurrences()
    /// How many films of genres have each word; for frequencies only.
    private(set) var genreCounts: [Int: Int] = [:]

    mutating func addTitle(_ title: FoldedTitle) {
        titles.addRow(title.tokens.map { UInt32(number($0)) })
    }

    mutating func addName(_ name: FoldedTitle) {
        names.addRow(name.tokens.map { UInt32(number($0)) })
    }

    mutating func addGenre(_ name: FoldedTitle, films: Int) {
        for token in name.tokens { genreCounts[number(token), default: 0] += films }
    }

    /// Puts the words of names in the order of rows; `numbers` has the place
    /// of each row's name among those that were added.
    mutating func orderNames(by numbers: [Int]) {
        var ordered = Occurrences()
        for number in numbers { ordered.addRow(names[number + 1]) }
        names = ordered
    }

    private mutating func number(_ word: String) -> Int {
        if let number = numbers[word] { return number }
        numbers[word] = texts.count
        texts.append(word)
        return texts.count - 1
    }

    /// The rows of each word.
    func lists(_ occurrences: Occurrences) -> RowLists {
        var counts = [UInt32](repeating: 0, count: texts.count)
        for word in occurrences.words { counts[Int(word)] += 1 }
        var lists = RowLists(counts: counts)
        var start = 0
        for (index, end) in occurrences.ends.enumerated() {
            for position in start..<end {
                lists.add(UInt32(index + 1), to: Int(occurrences.words[position]))
            }
            start = end
        }
        return lists
    }

    /// The films of each word of the names of their people.
    func creditLists(_ credits: Occurrences) -> RowLists {
        var counts = [UInt32](repeating: 0, count: texts.count)
        forEachCreditWord(credits) { word, _ in counts[word] += 1 }
        var lists = RowLists(counts: counts)
        forEachCreditWord(credits) { word, film in lists.add(film, to: word) }
        return lists
    }

    /// Calls `body` once for each word that a film has among its people.
    private func forEachCreditWord(_ credits: Occurrences, _ body: (Int, UInt32) -> Void) {
        var lastFilm = [UInt32](repeating: 0, count: texts.count)
        var start = 0
        for (index, end) in credits.ends.enumerated() {
            let film = UInt32(index + 1)
            for position in start..<end {
                for word in names[Int(credits.words[position])] where lastFilm[Int(word)] != film {
                    lastFilm[Int(word)] = film
                    body(Int(word), film)
                }
            }
            start = end
        }
    }
}

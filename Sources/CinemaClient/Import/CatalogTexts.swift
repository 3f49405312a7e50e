internal import CinemaCore

/// A text and the row that has it.
typealias RowText = (text: String, row: Int)

/// The identifiers and folded names of people by their numbers: what can be
/// had of them before they have rows.
struct PersonTexts: Sendable {
    private(set) var ids: [String] = []
    /// The words of each name.
    private(set) var words = WordCollector()
    /// What names begin with, with the people's numbers.
    private(set) var starts: [RowText] = []

    init(_ people: NameTable) {
        ids.reserveCapacity(people.count)
        starts.reserveCapacity(people.count)
        for (number, name) in people.names.enumerated() {
            ids.append(people.ids[number] ?? CatalogIdentity.person(name))
            let folded = FoldedTitle(name)
            words.addName(folded)
            for text in folded.texts { starts.append((text, number)) }
        }
    }
}

/// The folded texts of a catalogue by row, in the order they are written.
///
/// Needs no database, so it is made beside the writing of films.
struct CatalogTexts: Sendable {
    private(set) var words: WordCollector
    private(set) var titleStarts: [RowText] = []
    private(set) var nameStarts: [RowText] = []
    private(set) var keys: [RowText] = []
    private(set) var signs: [(sign: UInt32, row: Int)] = []
    /// Films in the order of their titles, as `FilmColumns` has them.
    private(set) var titleRanks: [UInt32] = []

    init(
        _ people: consuming PersonTexts, _ numbering: CatalogNumbering, _ builder: CatalogBuilder
    ) throws(SQLiteError) {
        words = people.words
        words.orderNames(by: numbering.people)
        nameStarts = people.starts
        try gatherTitles(numbering.films, builder)
        for number in numbering.genres {
            words.addGenre(
                FoldedTitle(builder.genres.names[number]), films: numbering.genreFilms[number])
        }
        for index in nameStarts.indices {
            nameStarts[index].row = numbering.personRows[nameStarts[index].row]
        }
        // People whose films were all replaced.
        nameStarts.removeAll { $0.row == 0 }
        titleStarts.sort(by: Self.isBefore)
        nameStarts.sort(by: Self.isBefore)
        keys.sort(by: Self.isBefore)
        signs.sort { $0.sign == $1.sign ? $0.row < $1.row : $0.sign < $1.sign }
        rankTitles(films: numbering.films.count)
    }

    private mutating func gatherTitles(
        _ films: [Int], _ builder: CatalogBuilder
    ) throws(SQLiteError) {
        titleStarts.reserveCapacity(films.count)
        keys.reserveCapacity(films.count)
        for (index, number) in films.enumerated() {
            let row = index + 1
            let title = try builder.title(number)
            let folded = FoldedTitle(title)
            words.addTitle(folded)
            for text in folded.startTexts { titleStarts.append((text, row)) }
            let key = folded.key
            if !key.isEmpty { keys.append((key, row)) }
            for sign in TitleSigns.signs(in: title) { signs.append((sign, row)) }
        }
    }

    /// By text, then by row.
    private static func isBefore(_ left: RowText, _ right: RowText) -> Bool {
        let order = left.text.order(before: right.text)
        return order != 0 ? order < 0 : left.row < right.row
    }

    /// Films in the order of their split start text; equal ones share a rank,
    /// so that they stand by relevance. A title without words comes first.
    private mutating func rankTitles(films: Int) {
        var ranks = [UInt32](repeating: 0, count: films + 1)
        var rank: UInt32 = 1
        var previous = ""
        // Of two texts of a title the split one comes first: a space sorts
        // before every letter.
        for start in titleStarts where ranks[start.row] == 0 {
            if start.text != previous { rank += 1 }
            previous = start.text
            ranks[start.row] = rank
        }
        titleRanks = ranks.map { max(1, $0) }
    }
}

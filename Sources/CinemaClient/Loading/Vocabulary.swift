/// The words of all titles, names and genres, numbered from 1 in their order.
struct Vocabulary {
    private let table: WordTable
    private let order: [UInt32]

    /// The numbers of the words of the two tables by their numbers there.
    let titleNumbers: [UInt32]
    let nameNumbers: [UInt32]
    /// How many films of genres have each word; for frequencies only.
    private(set) var genreCounts: [Int: Int] = [:]

    var count: Int { order.count }

    /// - Parameter genres: The names of genres, each with how many films it has.
    init(
        titles: WordTable, names: WordTable, genres: [(name: FoldedTitle, films: Int)]
    ) {
        var table = names
        let titleWords = (0..<titles.count).map { number in
            titles.withWord(number) { table.number($0) }
        }
        let genreWords = genres.flatMap { genre in
            genre.name.tokens.map { (table.number($0), genre.films) }
        }
        let order = table.order()
        var numbers = [UInt32](repeating: 0, count: table.count)
        for (place, number) in order.enumerated() { numbers[Int(number)] = UInt32(place + 1) }
        table.close()
        self.table = table
        self.order = order
        titleNumbers = titleWords.map { numbers[Int($0)] }
        nameNumbers = Array(numbers.prefix(names.count))
        for (word, films) in genreWords {
            genreCounts[Int(numbers[Int(word)]), default: 0] += films
        }
    }

    func text(_ number: Int) -> String { table.text(Int(order[number - 1])) }

    func withText<Result>(_ number: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        table.withWord(Int(order[number - 1]), body)
    }
}

internal import CinemaCore

/// Gives every film its identifier and its place in the order of rows.
struct FilmNumbering {
    /// `RankedFilm`, in the order of rows.
    let films: ExternalSort
    private(set) var titleWords = WordTable()
    /// How many films each genre has, by number.
    private(set) var genreFilms: [Int]

    var count: Int { films.count }

    /// - Parameter names: The names of directors that films wait for, in the
    ///   order of films.
    static func numbered(
        _ staging: FilmStaging, _ staged: StagedIdentifiers, _ ranking: FilmRanking,
        names: ExternalSort?, _ space: SortSpace, _ progress: LoadingProgress
    ) throws(SQLiteError) -> FilmNumbering {
        var identifiers = FilmIdentifiers(staged, space)
        try progress.begin(.ranking, total: staging.count)
        while true {
            var numbering = FilmNumbering(genres: staging.genres.count, space)
            let records = try staging.films.sorted()
            let names = try names?.sorted()
            var hasName = try names?.next() ?? false
            while try records.next() {
                try progress.advance()
                let number = Int(records.key)
                guard !staged.replaced.contains(number) else { continue }
                while hasName, let key = names?.key, key < records.key {
                    hasName = try names?.next() ?? false
                }
                let name = hasName && names?.key == records.key ? names?.payload : nil
                try numbering.add(
                    records.payload, number, director: name, &identifiers, ranking)
            }
            guard try identifiers.findEqual(staging.ids) else { return numbering }
        }
    }

    private var writer = ByteWriter()

    private init(genres: Int, _ space: SortSpace) {
        films = ExternalSort(space, bufferSize: 8 << 20)
        genreFilms = Array(repeating: 0, count: genres)
    }

    private mutating func add(
        _ payload: UnsafeRawBufferPointer, _ number: Int, director: UnsafeRawBufferPointer?,
        _ identifiers: inout FilmIdentifiers, _ ranking: FilmRanking
    ) throws(SQLiteError) {
        var reader = ByteReader(payload)
        let film = try StagedFilm(&reader)
        let bytes = reader.rest
        let content = try FilmContent(ranking: &reader)
        var name: String?
        switch film.director {
        case .none: break
        case .named(let text): name = text
        case .awaited: name = director.map { String(decoding: $0, as: UTF8.self) }
        }
        let id = try identifiers.identifier(of: film, content, number: number, director: name)
        for genre in content.genres where genre < genreFilms.count { genreFilms[genre] += 1 }
        let folded = FoldedTitle(film.title)
        let words = folded.tokens.map { Int(titleWords.number($0)) }
        let ranked = RankedFilm(film.title, folded, id: id, number: number, words: words)
        writer.removeAll()
        ranked.write(reviews: content.reviews, content: bytes, to: &writer)
        let score = ranking.score(tenths: content.tenths, reviews: content.reviews)
        try films.add(UInt64(bestFirst: score), writer.bytes)
    }
}

internal import CinemaCore

extension CatalogWriter {
    /// Writes the films in the order of their rows, with their people.
    func writeFilms() throws(SQLiteError) {
        try progress.begin(.films, total: films.count)
        let row = try connection.prepare("INSERT INTO film VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        let detail = try connection.prepare(
            "INSERT INTO film_detail VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        let records = try films.films.sorted()
        var cast = try FilmCast(credits.sorted())
        var columns = try FilmColumnsWriter(connection, lastRow: lastFilm)
        var labels = LabelFilms(lastFilm: lastFilm)
        var filmRow = 0
        while try records.next() {
            filmRow += 1
            var reader = ByteReader(records.payload)
            let film = try RankedFilm(&reader)
            let content = try FilmContent(&reader)
            try cast.read(filmRow)
            let genres = content.genres.map { genreNumbering.rows[$0] }
            try Self.write(film, content, genres, cast, at: filmRow, with: row)
            try Self.writeDetail(content, cast, at: filmRow, with: detail)
            try columns.add(content)
            labels.add(content, genres: genres, at: UInt32(filmRow))
            try progress.advance()
        }
        try columns.flush()
        try write(&labels)
    }

    private static func write(
        _ film: RankedFilm, _ content: FilmContent, _ genreRows: [Int], _ cast: FilmCast,
        at row: Int, with statement: Statement
    ) throws(SQLiteError) {
        var genres = ByteWriter()
        for genre in genreRows { genres.write(genre) }
        try statement.bind(row, at: 1)
        try statement.bind(StoredIdentifier.value(film.id), at: 2)
        try statement.bind(film.title, at: 3)
        try statement.bind(content.year, at: 4)
        try statement.bind(content.tenths, at: 5)
        try statement.bind(content.reviews, at: 6)
        try statement.bind(content.runtime, at: 7)
        try statement.bind(content.type.map { $0 + 1 }, at: 8)
        try statement.bind(genres.bytes, at: 9)
        try statement.bind(cast.directors.bytes, at: 10)
        try statement.run()
    }

    private static func writeDetail(
        _ film: FilmContent, _ cast: FilmCast, at row: Int, with statement: Statement
    ) throws(SQLiteError) {
        try statement.bind(row, at: 1)
        try statement.bind(film.description, at: 2)
        try statement.bind(film.released, at: 3)
        try statement.bind(packed(film.countries), at: 4)
        try statement.bind(packed(film.languages), at: 5)
        try statement.bind(cast.credits.bytes, at: 6)
        try statement.bind(film.awards, at: 7)
        try statement.bind(film.metacritic, at: 8)
        try statement.bind(film.tomatometer, at: 9)
        try statement.bind(film.boxOffice, at: 10)
        try statement.bind(film.imdb, at: 11)
        try statement.run()
    }

    private static func packed(_ labels: [Int]) -> [UInt8] {
        var writer = ByteWriter()
        for label in labels { writer.write(label + 1) }
        return writer.bytes
    }

    /// Writes the films of genres, countries, languages and types.
    private func write(_ labelFilms: inout LabelFilms) throws(SQLiteError) {
        let label = try connection.prepare("INSERT INTO label VALUES (?, ?, ?, ?)")
        for kind in LabelKind.allCases {
            for (index, name) in (labels[kind]?.names ?? []).enumerated() {
                try label.bind(kind.rawValue, at: 1)
                try label.bind(index + 1, at: 2)
                try label.bind(name, at: 3)
                try label.bind(labelFilms.count(kind.key(index + 1)), at: 4)
                try label.run()
            }
        }
        let posting = try connection.prepare("INSERT INTO label_films VALUES (?, ?)")
        for key in labelFilms.keys.sorted() {
            try posting.bind(key, at: 1)
            try posting.bind(labelFilms.encoded(key), at: 2)
            try posting.run()
        }
    }
}

/// The people of one film after the other, as they are stored with it.
private struct FilmCast {
    private(set) var directors = ByteWriter()
    private(set) var credits = ByteWriter()

    private let records: SortedRecords
    private var hasRecord: Bool

    init(_ records: SortedRecords) throws(SQLiteError) {
        self.records = records
        hasRecord = try records.next()
    }

    /// Reads the credits of a film; films are asked for in the order of rows.
    mutating func read(_ film: Int) throws(SQLiteError) {
        directors.removeAll()
        credits.removeAll()
        while hasRecord, WrittenCredit.film(ofKey: records.key) == film {
            var reader = ByteReader(records.payload)
            credits.write(try reader.number())
            let roles = try reader.number()
            credits.write(roles)
            // Id and name, as they are stored.
            if roles & 1 != 0 { directors.write(raw: reader.rest) }
            hasRecord = try records.next()
        }
    }
}

/// The columns by which films are filtered and sorted, but for the ranks of
/// titles.
private struct FilmColumnsWriter {
    private var years: FilmColumnWriter<UInt16>
    private var ratings: FilmColumnWriter<UInt8>
    private var reviews: FilmColumnWriter<UInt32>
    private var runtimes: FilmColumnWriter<UInt16>

    init(_ connection: Connection, lastRow: Int) throws(SQLiteError) {
        years = try FilmColumnWriter("years", connection, lastRow: lastRow)
        ratings = try FilmColumnWriter("ratings", connection, lastRow: lastRow)
        reviews = try FilmColumnWriter("reviews", connection, lastRow: lastRow)
        runtimes = try FilmColumnWriter("runtimes", connection, lastRow: lastRow)
    }

    mutating func add(_ film: FilmContent) throws(SQLiteError) {
        try years.add(UInt16(clamping: film.year ?? 0))
        try ratings.add(film.tenths.map { UInt8(clamping: $0 + 1) } ?? 0)
        try reviews.add(film.reviews.map { UInt32(clamping: $0 + 1) } ?? 0)
        try runtimes.add(film.runtime.map { UInt16(clamping: $0 + 1) } ?? 0)
    }

    mutating func flush() throws(SQLiteError) {
        try years.flush()
        try ratings.flush()
        try reviews.flush()
        try runtimes.flush()
    }
}

/// The films of genres and labels by their keys, encoded as they come.
private struct LabelFilms {
    private let lastFilm: Int
    private var films: [Int: PostingEncoder] = [:]

    init(lastFilm: Int) { self.lastFilm = lastFilm }

    var keys: some Sequence<Int> { films.keys }

    func count(_ key: Int) -> Int { films[key]?.count ?? 0 }

    mutating func encoded(_ key: Int) -> [UInt8] { films[key]?.finish() ?? [] }

    mutating func add(_ film: FilmContent, genres: [Int], at row: UInt32) {
        for genre in genres { add(LabelKind.genre.key(genre), row) }
        for label in film.countries { add(LabelKind.country.key(label + 1), row) }
        for label in film.languages { add(LabelKind.language.key(label + 1), row) }
        if let type = film.type { add(LabelKind.type.key(type + 1), row) }
    }

    private mutating func add(_ key: Int, _ row: UInt32) {
        films[key, default: PostingEncoder(lastRow: lastFilm)].add(row)
    }
}

/// A film with its people, genres and labels as numbers of their tables,
/// packed between the two passes of an import.
struct StagedFilm {
    struct Credit {
        var person: Int
        /// One bit a role.
        var roles: UInt64
    }

    var id: String?
    var imdb: String?
    var title: String
    var year: Int?
    var tenths: Int?
    var reviews: Int?
    var type: Int?
    var runtime: Int?
    var genres: [Int]
    var countries: [Int]
    var languages: [Int]
    var credits: [Credit]
    var description: String?
    var released: String?
    var awards: String?
    var metacritic: Int?
    var tomatometer: Int?
    var boxOffice: Int?
}

extension StagedFilm {
    func write(to writer: inout ByteWriter) {
        writer.write(title)
        for text in [id, imdb, description, released, awards] { writer.write(optional: text) }
        for number in [year, tenths, reviews, type, runtime, metacritic, tomatometer, boxOffice] {
            writer.write(optional: number)
        }
        for list in [genres, countries, languages] {
            writer.write(list.count)
            for number in list { writer.write(number) }
        }
        writer.write(credits.count)
        for credit in credits {
            writer.write(credit.person)
            writer.write(credit.roles)
        }
    }

    /// What a film begins with.
    static func title(_ reader: inout ByteReader) throws(SQLiteError) -> String {
        try reader.text()
    }

    init(_ reader: inout ByteReader) throws(SQLiteError) {
        title = try Self.title(&reader)
        id = try reader.optionalText()
        imdb = try reader.optionalText()
        description = try reader.optionalText()
        released = try reader.optionalText()
        awards = try reader.optionalText()
        year = try reader.optionalInteger()
        tenths = try reader.optionalInteger()
        reviews = try reader.optionalInteger()
        type = try reader.optionalInteger()
        runtime = try reader.optionalInteger()
        metacritic = try reader.optionalInteger()
        tomatometer = try reader.optionalInteger()
        boxOffice = try reader.optionalInteger()
        genres = try Self.numbers(&reader)
        countries = try Self.numbers(&reader)
        languages = try Self.numbers(&reader)
        credits = []
        for _ in 0..<(try reader.integer()) {
            credits.append(Credit(person: try reader.integer(), roles: try reader.number()))
        }
    }

    private static func numbers(_ reader: inout ByteReader) throws(SQLiteError) -> [Int] {
        var numbers: [Int] = []
        for _ in 0..<(try reader.integer()) { numbers.append(try reader.integer()) }
        return numbers
    }
}

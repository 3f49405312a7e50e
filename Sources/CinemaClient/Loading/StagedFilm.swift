internal import CinemaCore

/// A film as it waits for the last one to be read: packed, its genres and
/// labels as numbers of their tables, its people elsewhere (`StagedCredit`).
///
/// What gives it an identity and a place comes first; the rest, which only
/// writing needs, is carried along as it is (`FilmContent`).
struct StagedFilm {
    /// Whose name may tell the film from others of its title.
    enum Director {
        case none
        case named(String)
        /// One that another film may have named first and otherwise: by
        /// another name of the same id, or with its accents written otherwise.
        case awaited
    }

    var title: String
    var id: String?
    /// Only told of films without an id, which need it.
    var director: Director

    func write(to writer: inout ByteWriter) {
        writer.write(title)
        writer.write(optional: id)
        switch director {
        case .none: writer.write(0)
        case .awaited: writer.write(1)
        case .named(let name):
            writer.write(2)
            writer.write(name)
        }
    }

    init(title: String, id: String?, director: Director) {
        self.title = title
        self.id = id
        self.director = director
    }

    init(_ reader: inout ByteReader) throws(SQLiteError) {
        title = try reader.text()
        id = try reader.optionalText()
        switch try reader.integer() {
        case 0: director = .none
        case 1: director = .awaited
        default: director = .named(try reader.text())
        }
    }
}

/// What a film has besides title, identity and people.
struct FilmContent {
    var imdb: String?
    var year: Int?
    var tenths: Int?
    var reviews: Int?
    var genres: [Int] = []
    var type: Int?
    var runtime: Int?
    var countries: [Int] = []
    var languages: [Int] = []
    var description: String?
    var released: String?
    var awards: String?
    var metacritic: Int?
    var tomatometer: Int?
    var boxOffice: Int?

    init() {}

    func write(to writer: inout ByteWriter) {
        writer.write(optional: imdb)
        writer.write(optional: year)
        writer.write(optional: tenths)
        writer.write(optional: reviews)
        writer.write(list: genres)
        writer.write(optional: type)
        writer.write(optional: runtime)
        writer.write(list: countries)
        writer.write(list: languages)
        writer.write(optional: description)
        writer.write(optional: released)
        writer.write(optional: awards)
        writer.write(optional: metacritic)
        writer.write(optional: tomatometer)
        writer.write(optional: boxOffice)
    }

    /// What ranking needs, which is what comes first.
    init(ranking reader: inout ByteReader) throws(SQLiteError) {
        imdb = try reader.optionalText()
        year = try reader.optionalInteger()
        tenths = try reader.optionalInteger()
        reviews = try reader.optionalInteger()
        genres = try reader.list()
    }

    init(_ reader: inout ByteReader) throws(SQLiteError) {
        try self.init(ranking: &reader)
        type = try reader.optionalInteger()
        runtime = try reader.optionalInteger()
        countries = try reader.list()
        languages = try reader.list()
        description = try reader.optionalText()
        released = try reader.optionalText()
        awards = try reader.optionalText()
        metacritic = try reader.optionalInteger()
        tomatometer = try reader.optionalInteger()
        boxOffice = try reader.optionalInteger()
    }
}

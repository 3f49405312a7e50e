internal import CinemaCore

/// Takes films in any order, before anything of them can be numbered for good.
///
/// A film is packed and put by; its people, its id and its IMDb id go to sorts
/// of their own, because only the last film tells who has how many, which film
/// another one replaced, and which IMDb id two share. In memory stay the names
/// of genres and labels, which are few, and five bytes a film.
struct FilmStaging {
    /// Films by number, from 1.
    let films: ExternalSort
    /// `StagedCredit`.
    let credits: ExternalSort
    /// Each id with the number of its film, and where it was read.
    let ids: ExternalSort
    /// Each IMDb id with the number of its film.
    let imdbs: ExternalSort

    private(set) var genres = NameTable()
    /// Countries, languages, types and roles.
    private(set) var labels: [LabelKind: NameTable] = [:]

    /// By number, from 1, as what people are ranked by: 0 for unknown.
    private(set) var reviews: [UInt32] = [0]
    /// One more than the tenths of a rating; 0 for none.
    private(set) var ratings: [UInt8] = [0]
    /// Whether a film waits for the name of its director (`StagedFilm`), or does
    /// if its IMDb id is ambiguous.
    private(set) var awaitsNames = false
    private(set) var awaitsNamesOfAmbiguous = false

    private var writer = ByteWriter()
    private var merging = CreditMerging()

    /// The most roles that are told apart; the bits of a mask but one.
    static let mostRoles = 63

    init(_ space: SortSpace) {
        films = ExternalSort(space, bufferSize: 8 << 20)
        credits = ExternalSort(space, bufferSize: 16 << 20)
        ids = ExternalSort(space, bufferSize: 2 << 20)
        imdbs = ExternalSort(space, bufferSize: 2 << 20)
        // The roles of billing have the first three bits.
        for role in Role.billing { _ = number(role.name, of: .role) }
    }

    /// How many films were added, replaced ones included.
    var count: Int { reviews.count - 1 }

    mutating func add(_ film: FilmRecord, _ origin: FilmOrigin?) throws(SQLiteError) {
        guard count < Int(UInt32.max) - 1 else { throw .tooManyFilms }
        reviews.append(UInt32(clamping: film.reviews ?? 0))
        ratings.append(film.rating.map { UInt8(clamping: $0.tenths + 1) } ?? 0)
        let number = UInt32(count)
        if let id = film.id { try addID(id, number, origin) }
        if let imdb = film.imdb { try addIMDb(imdb, number) }
        let director = try addCredits(of: film, number)
        writer.removeAll()
        StagedFilm(title: film.title, id: film.id, director: director).write(to: &writer)
        content(film).write(to: &writer)
        try films.add(UInt64(number), writer.bytes)
    }

    /// Says that no more films come.
    func close() throws(SQLiteError) {
        try films.close()
        try credits.close()
        try ids.close()
        try imdbs.close()
    }

    private mutating func addID(
        _ id: String, _ number: UInt32, _ origin: FilmOrigin?
    ) throws(SQLiteError) {
        let id = id.composed
        writer.removeAll()
        StoredIdentifier.write(id, to: &writer)
        writer.write(bigEndian: number)
        writer.write(origin?.source ?? 0)
        writer.write(origin?.line ?? 0)
        try ids.add(ByteHash.hash(id), writer.bytes)
    }

    private mutating func addIMDb(_ imdb: String, _ number: UInt32) throws(SQLiteError) {
        let imdb = imdb.composed
        writer.removeAll()
        writer.write(imdb)
        writer.write(bigEndian: number)
        try imdbs.add(ByteHash.hash(imdb), writer.bytes)
    }

    /// Puts the film's people by; tells what its director does for its
    /// identity.
    private mutating func addCredits(
        of film: FilmRecord, _ number: UInt32
    ) throws(SQLiteError) -> StagedFilm.Director {
        merging.removeAll()
        for credit in film.credits {
            let role = self.number(credit.role.name, of: .role)
            guard role < Self.mostRoles else { continue }
            merging.add(credit.person, roles: 1 << UInt64(role))
        }
        var director = StagedFilm.Director.none
        if film.id == nil {
            if let first = merging.credits.first(where: { $0.roles & 1 != 0 }) {
                director = Self.director(first.person)
            }
        }
        var isAwaited = false
        if case .awaited = director {
            isAwaited = true
            if film.imdb == nil { awaitsNames = true } else { awaitsNamesOfAmbiguous = true }
        }
        try merging.forEachBilled { (credit, place) throws(SQLiteError) in
            writer.removeAll()
            StagedCredit(
                person: credit.person, film: number, place: place, roles: credit.roles,
                isAwaited: isAwaited && place == 0
            ).write(identity: credit.identity, to: &writer)
            try credits.add(credit.key, writer.bytes)
        }
        return director
    }

    private static func director(_ person: FilmRecord.Name) -> StagedFilm.Director {
        guard person.id == nil, person.name.utf8.allSatisfy({ $0 < 0x80 }) else { return .awaited }
        return .named(person.name)
    }

    private mutating func content(_ film: FilmRecord) -> FilmContent {
        var content = FilmContent()
        content.imdb = film.imdb
        content.year = film.year
        content.tenths = film.rating?.tenths
        content.reviews = film.reviews
        content.genres = Self.distinct(film.genres.map { genres.number($0) })
        content.type = film.type.map { number($0, of: .type) }
        content.runtime = film.runtime
        content.countries = Self.distinct(film.countries.map { number($0, of: .country) })
        content.languages = Self.distinct(film.languages.map { number($0, of: .language) })
        content.description = film.description
        content.released = film.released
        content.awards = film.awards
        content.metacritic = film.metacritic
        content.tomatometer = film.tomatometer
        content.boxOffice = film.boxOffice
        return content
    }

    private mutating func number(_ name: String, of kind: LabelKind) -> Int {
        labels[kind, default: NameTable()].number(name)
    }

    private static func distinct(_ numbers: [Int]) -> [Int] {
        guard numbers.count > 1 else { return numbers }
        var seen = Set<Int>()
        return numbers.filter { seen.insert($0).inserted }
    }
}

extension SQLiteError {
    fileprivate static let tooManyFilms = SQLiteError(
        .tooBig, message: "a catalogue cannot have more than 4,294,967,294 films")
}

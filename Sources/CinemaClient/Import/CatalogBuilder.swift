internal import CinemaCore

/// Collects films in any order, then writes them as a catalogue.
///
/// Nothing can be numbered before the last film is known, so the films are
/// packed in memory first (some 200 bytes and their people each), and their
/// names once. Of films with one id the last counts.
struct CatalogBuilder {
    private(set) var people = NameTable()
    private(set) var genres = NameTable()
    /// Countries, languages, types and roles.
    private(set) var labels: [LabelKind: NameTable] = [:]

    private var packed: [UInt8] = []
    private var ends: [Int] = []
    /// Films whose place a later one with the same id took.
    private var replaced: Set<Int> = []
    private var numberByID: [String: Int] = [:]
    private var imdbCounts: [String: Int] = [:]
    private var writer = ByteWriter()
    /// The last film of each person and their place in its credits: a person
    /// is told once a film, without a table a film.
    private var lastCredits: [(film: Int, place: Int)] = []

    init() {
        for kind in LabelKind.allCases where kind != .genre { labels[kind] = NameTable() }
        // The roles of billing have the first three bits.
        for role in Role.billing { _ = labels[.role, default: NameTable()].number(role.name) }
    }

    /// The most roles that are told apart; the bits of a mask but one.
    static let mostRoles = 63

    var films: Int { ends.count - replaced.count }
    var staged: Int { ends.count }

    /// Adds a film; true if it took the place of an earlier one with its id.
    mutating func add(_ film: FilmRecord) -> Bool {
        writer.removeAll()
        staged(film).write(to: &writer)
        packed.append(contentsOf: writer.bytes)
        ends.append(packed.count)
        if let imdb = film.imdb { imdbCounts[imdb, default: 0] += 1 }
        guard let id = film.id else { return false }
        guard let earlier = numberByID.updateValue(ends.count - 1, forKey: id) else {
            return false
        }
        replaced.insert(earlier)
        return true
    }

    /// Says that no more films come, and lets go what only adding needs.
    mutating func close() {
        people.close()
        genres.close()
        numberByID = [:]
        lastCredits = []
    }

    func isReplaced(_ number: Int) -> Bool { replaced.contains(number) }

    /// A film as it was added.
    func film(_ number: Int) throws(SQLiteError) -> StagedFilm {
        try read(number) { (reader) throws(SQLiteError) in try StagedFilm(&reader) }
    }

    /// The title of a film alone.
    func title(_ number: Int) throws(SQLiteError) -> String {
        try read(number) { (reader) throws(SQLiteError) in try StagedFilm.title(&reader) }
    }

    private func read<Value>(
        _ number: Int, _ body: (inout ByteReader) throws(SQLiteError) -> Value
    ) throws(SQLiteError) -> Value {
        let start = number == 0 ? 0 : ends[number - 1]
        let range = start..<ends[number]
        let outcome = packed.withUnsafeBytes { bytes in
            var reader = ByteReader(UnsafeRawBufferPointer(rebasing: bytes[range]))
            return Result { () throws(SQLiteError) in try body(&reader) }
        }
        return try outcome.get()
    }

    /// Whether two films have the IMDb id, so that it cannot name either.
    func isAmbiguous(imdb: String) -> Bool { imdbCounts[imdb, default: 0] > 1 }

    private mutating func staged(_ film: FilmRecord) -> StagedFilm {
        StagedFilm(
            id: film.id, imdb: film.imdb, title: film.title, year: film.year,
            tenths: film.rating?.tenths, reviews: film.reviews,
            type: film.type.map { number($0, of: .type) }, runtime: film.runtime,
            genres: distinct(film.genres.map { genres.number($0) }),
            countries: distinct(film.countries.map { number($0, of: .country) }),
            languages: distinct(film.languages.map { number($0, of: .language) }),
            credits: credits(film.credits), description: film.description,
            released: film.released, awards: film.awards, metacritic: film.metacritic,
            tomatometer: film.tomatometer, boxOffice: film.boxOffice)
    }

    private mutating func number(_ name: String, of kind: LabelKind) -> Int {
        labels[kind, default: NameTable()].number(name)
    }

    private mutating func credits(_ credits: [FilmRecord.Credit]) -> [StagedFilm.Credit] {
        var merged: [StagedFilm.Credit] = []
        merged.reserveCapacity(credits.count)
        let film = ends.count
        for credit in credits {
            let role = number(credit.role.name, of: .role)
            guard role < Self.mostRoles else { continue }
            let person = people.number(credit.person)
            let bit = UInt64(1) << UInt64(role)
            if person == lastCredits.count { lastCredits.append((film: -1, place: 0)) }
            if lastCredits[person].film == film {
                merged[lastCredits[person].place].roles |= bit
            } else {
                lastCredits[person] = (film, merged.count)
                merged.append(StagedFilm.Credit(person: person, roles: bit))
            }
        }
        return merged
    }

    private func distinct(_ numbers: [Int]) -> [Int] {
        guard numbers.count > 1 else { return numbers }
        var seen = Set<Int>()
        return numbers.filter { seen.insert($0).inserted }
    }
}

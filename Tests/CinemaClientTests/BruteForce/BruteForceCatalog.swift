import CinemaCore

@testable import CinemaClient

/// Answers queries by looking at every film: plain, slow, and with nothing
/// of what it is compared with. Films stand best first, in columns, because a
/// test is compiled without optimisation.
struct BruteForceCatalog: Sendable {
    var ids: [String]
    var years: [Int?]
    var tenths: [Int?]
    var reviews: [Int?]
    var runtimes: [Int?]
    /// The words without a leading article, parts apart: the order of titles.
    var sortTitles: [String]

    var people: NameColumn
    /// What each of the people of a film did in it.
    var roles: [[Set<Role>]]
    var genres: NameColumn
    var countries: NameColumn
    var languages: NameColumn
    var types: NameColumn

    /// The folded texts of each film: its title, without a leading article,
    /// and without anything between the words; its people; its genres.
    var titles = TextLines()
    var starts = TextLines()
    var keys = TextLines()
    var casts = TextLines()
    var kinds = TextLines()
    /// As they are written.
    var writtenTitles = TextLines()

    init(_ records: [FilmRecord]) {
        let ranking = FilmScore(records)
        let order = records.indices.sorted { ranking.isBetter(records[$0], records[$1]) }
        let films = order.map { records[$0] }
        ids = films.map { $0.id ?? "" }
        years = films.map(\.year)
        tenths = films.map { $0.rating?.tenths }
        reviews = films.map(\.reviews)
        runtimes = films.map(\.runtime)
        sortTitles = films.map { FilmScore.sortTitle($0.title) }
        people = NameColumn(records, order: order, weight: FilmScore.weight) {
            $0.credits.map(\.person)
        }
        genres = NameColumn(records, order: order) { $0.genres }
        countries = NameColumn(records, order: order) { Self.names($0.countries) }
        languages = NameColumn(records, order: order) { Self.names($0.languages) }
        types = NameColumn(records, order: order) { Self.names([$0.type].compactMap { $0 }) }
        roles = []
        for (place, film) in films.enumerated() {
            addRoles(film, place)
            addTexts(film, place)
        }
    }

    private static func names(_ labels: [String]) -> [FilmRecord.Name] {
        labels.map { FilmRecord.Name(name: $0) }
    }

    private mutating func addRoles(_ film: FilmRecord, _ place: Int) {
        roles.append(
            people.ofFilm[place].map { person in
                let credits = film.credits.filter {
                    ($0.person.id ?? $0.person.name) == people.ids[person]
                }
                return Set(credits.map(\.role))
            })
    }

    private mutating func addTexts(_ film: FilmRecord, _ place: Int) {
        let words = TextFolding.words(in: film.title)
        titles.add(TextLines.lines(words))
        starts.add(TextLines.lines(Array(TextFolding.withoutLeadingArticle(words))))
        keys.add([TextFolding.titleKey(words)])
        casts.add(people.ofFilm[place].flatMap { people.lines[$0] })
        kinds.add(genres.ofFilm[place].flatMap { genres.lines[$0] })
        writtenTitles.add([film.title])
    }
}

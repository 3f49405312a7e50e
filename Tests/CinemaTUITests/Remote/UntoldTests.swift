import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

/// What a source does not tell is left out, and never shown as none.
struct UntoldTests {
    private let server = RemoteStub()

    private func player(_ status: CatalogStatus = .atTheServer) async -> Player {
        await Player(catalog: server, columns: 120, rows: 30, status: status)
    }

    @Test func aSizeThatIsNotKnownHasAPlus() async {
        var player = await player()
        var summary = CatalogSummary(name: "films.example", films: 100, people: 0, genres: 26)
        summary.hasMoreFilms = true
        await player.send(.summary(summary))
        #expect(!player.rows(with: "films.example · 100+ films").isEmpty)
        #expect(!player.rows(with: "100+ films, 26 genres").isEmpty)
    }

    @Test func aFilterMenuWithoutCountsHasNoZeros() async {
        var player = await player()
        let generation = player.state.browser.results.generation
        await player.send(
            .counted(
                SearchStatistics(
                    films: .atLeast(100), people: .atLeast(0), genres: .atLeast(0),
                    facets: FilmFacets()), generation: generation))
        await player.play("<Esc>", "f")
        #expect(!player.rows(with: "[ ] Crime").isEmpty)
        #expect(player.rows(with: "[ ]").allSatisfy { !$0.contains("  0 │") })
        #expect(player.rows(with: "Decades").isEmpty)
    }

    @Test func fieldsThatNoRowTellsAreNamedInWords() {
        let texts = Texts.english
        let origin = ResultOrigin(
            place: .server, ignored: ["year", "runtime", "sort"])
        #expect(
            texts.origin(origin, isShort: false) == [
                "year and running time are not told by this source",
                "this source cannot sort so",
            ])
        let year = ResultOrigin(place: .server, ignored: ["year"])
        #expect(texts.origin(year, isShort: false) == ["year is not told by this source"])
        #expect(texts.origin(year, isShort: true) == ["year not told"])
    }

    @Test func filmsOfAPersonWithoutARoleAreJustFilms() {
        let film = FilmSummary(id: Identifier("a"), title: "Heat")
        let person = Person(
            summary: PersonSummary(
                id: Identifier("p"), name: "Al Pacino", films: 1, roles: [.unknown]),
            filmography: [FilmographyEntry(film: film, roles: [.unknown])])
        let document = DetailDocument(person: person, width: 40, texts: .english)
        let lines = document.lines.map { $0.map(\.text).joined() }
        #expect(lines.contains("Films"))
        #expect(!lines.contains("film"))
        #expect(Texts.english.personFacts(person.summary).isEmpty)
    }

    @Test func aGenreOfUnknownSizeHasNoNumberAndNoEmptySections() {
        let genre = Genre(
            summary: GenreSummary(id: Identifier("g"), name: "War", films: 0), description: nil,
            facets: FilmFacets(), best: [])
        let document = DetailDocument(genre: genre, width: 40, texts: .english)
        let lines = document.lines.map { $0.map(\.text).joined() }
        #expect(lines.contains { $0.contains("All films of this genre") })
        #expect(!lines.contains("By decade") && !lines.contains("By rating"))
    }

    @Test func aFilmKnownFromAListSaysThatMoreWasNotRead() {
        let film = Film(
            summary: FilmSummary(id: Identifier("a"), title: "Heat"), description: nil, credits: [])
        func lines(_ isSparse: Bool) -> [String] {
            DetailDocument(.film(film), width: 60, texts: .english, isSparse: isSparse)
                .lines.map { $0.map(\.text).joined() }
        }
        #expect(lines(true).contains("Its people and description were not read yet."))
        #expect(lines(false).contains("Nobody is named in this catalogue."))
        #expect(!lines(false).contains("no year"))
    }

    @Test func whileFilmsAreReadTheNumbersSayOfHowMany() async {
        var status = CatalogStatus.withSnapshot
        status.snapshot = .init(stage: .details, read: 61, total: .exact(998))
        server.set {
            $0.origin = ResultOrigin(
                place: .snapshot, coverage: .init(read: 61, total: .exact(998)))
        }
        var player = await player(status)
        await player.play("<Esc>", "f")
        #expect(!player.rows(with: "Genres in 61 of 998").isEmpty)
        await player.play("<Esc>", "/", "zzzzqq")
        #expect(!player.rows(with: "Nothing found yet for").isEmpty)
    }

    @Test(arguments: [true, false])
    func aServerThatKnowsWholeWordsOnlyIsSaidTo(matchesPrefixes: Bool) async {
        server.set {
            $0.origin = ResultOrigin(place: .server)
            $0.matchesPrefixes = matchesPrefixes
        }
        var player = await player(CatalogStatus(connection: .online, isInstant: false))
        await player.play("zzzzqq", "<Enter>")
        #expect(!player.rows(with: "Nothing found for").isEmpty)
        #expect(player.rows(with: "may know whole words only").isEmpty == matchesPrefixes)
    }

    @Test func peopleThatWereNotReadYetAreNotNone() async {
        var status = CatalogStatus.withSnapshot.offline()
        status.snapshot = .init(stage: .details, read: 6, total: .exact(998))
        var player = await player(status)
        await player.play("qqqq", "<Esc>", "<Tab>")
        #expect(!player.rows(with: "People are read film by film: 6 of 998 so far.").isEmpty)
        #expect(!player.rows(with: "[People]").isEmpty)
    }

    @Test(arguments: [([3.0, 9.1, 5.5], false), ([9.1, 5.5, 3.0], true)])
    func aServersOwnOrderIsNotCalledTheBest(ratings: [Double], isBest: Bool) async {
        var player = await player()
        let rows = ratings.enumerated().map { index, rating in
            FilmSummary(
                id: Identifier("\(index)"), title: "Film \(index)", rating: Rating(rating))
        }
        var found = SearchResults(films: Page(items: rows, total: .atLeast(3)))
        found.origin = ResultOrigin(place: .server)
        let generation = player.state.browser.results.generation
        await player.send(.found(found, generation: generation))
        #expect(player.rows(with: "Best films").isEmpty == !isBest)
    }
}

import CinemaCore
import Testing

@Suite("Answers of a server, as they are printed")
struct ServerAnswerTests {
    @Test("rows that a filter could not be applied to are not printed")
    func ignoredFilter() async {
        let catalog = StubCatalog(
            films: Film.stars, origin: ResultOrigin(place: .server, ignored: ["year"]))
        let run = await cinema("search films year:1990..", catalog: catalog)
        #expect(run.output == "")
        #expect(run.messages.contains("do not tell year"))
        #expect(run.status == 2)
    }

    @Test("rows that were sorted or filtered here say how far they reach")
    func coverage() async {
        let coverage = ResultOrigin.Coverage(read: 500, total: .exact(999))
        let catalog = StubCatalog(
            films: Film.stars, origin: ResultOrigin(place: .loadedPages, coverage: coverage))
        let run = await cinema("search films born", catalog: catalog)
        #expect(run.output.hasPrefix("f3\t"))
        #expect(run.messages == "filtered here, out of 500 rows read\n")
        #expect(run.status == 0)
    }

    @Test("a number of films that is not told is left out")
    func untoldNumbers() async {
        let person = Person(
            summary: PersonSummary(id: Identifier("p"), name: "Ann Lee", films: 0, roles: []),
            filmography: [])
        let genre = Genre(
            summary: GenreSummary(id: Identifier("g"), name: "War", films: 0), description: nil,
            facets: FilmFacets(), best: [])
        let catalog = StubCatalog(people: [person], genres: [genre])
        #expect(await cinema("search people", catalog: catalog).output == "p\tAnn Lee\t\t\t\n")
        #expect(await cinema("search genres", catalog: catalog).output == "g\tWar\t\n")
        let json = await cinema("search genres --format ndjson", catalog: catalog)
        #expect(json.output == "{\"id\":\"g\",\"name\":\"War\"}\n")
        #expect(await cinema("show genre g", catalog: catalog).output == "War\n\nId  g\n")
    }

    @Test("of what a server finds for any of the words, a name needs all of them")
    func anyWord() async {
        let catalog = StubCatalog(
            films: [.named("The Star", id: "a"), .named("Wars of the Star", id: "b")],
            findsAnyWord: true)
        let run = await cinema(["show", "film", "star wars"], catalog: catalog)
        #expect(run.output.hasPrefix("Wars of the Star"))
        let none = await cinema(["show", "film", "star trek"], catalog: catalog)
        #expect(none.output == "")
        #expect(none.messages.contains("did you mean"))
        #expect(none.status == 1)
    }
}

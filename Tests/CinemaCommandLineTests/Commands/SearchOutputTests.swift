import CinemaCore
import Testing

@Suite("cinema search")
struct SearchOutputTests {
    @Test("prints aligned columns on a terminal, what matches in bold")
    func table() async {
        let run = await cinema("search films star", terminal: 100)
        #expect(
            run.output == """
                8.6  1977  <Star> Wars: Episode IV – A New Hope              George Lucas    Action, Sci-Fi
                8.7  1980  <Star> Wars: Episode V – The Empire Strikes Back  Irvin Kershner  Action, Sci-Fi
                7.6     –  A <Star> Is Born                                  Bradley Cooper  Drama

                """)
        #expect(run.messages == "3 films\n")
        #expect(run.status == 0)
    }

    @Test("cuts the columns to a narrow terminal, and leaves out what has no room")
    func narrow() async {
        let run = await cinema("search films born", terminal: 60)
        #expect(run.output == "7.6  –  A Star Is <Born>  Bradley Cooper  Drama\n")
        let narrow = await cinema("search films star", terminal: 40)
        #expect(
            narrow.output == """
                8.6  1977  <Star> Wars: Episode IV – A Ne…
                8.7  1980  <Star> Wars: Episode V – The E…
                7.6     –  A <Star> Is Born

                """)
    }

    @Test("prints plain rows into a pipe")
    func tsv() async {
        let run = await cinema("search films star -wars")
        #expect(run.output == "f3\tA Star Is Born\t\t7.6\t\t\t\tDrama\tBradley Cooper\n")
        #expect(run.messages == "")
        #expect(run.status == 0)
    }

    @Test("is what a pipe gets instead of the browser")
    func browseInPipe() async {
        let run = await cinema("born")
        #expect(run.output == "f3\tA Star Is Born\t\t7.6\t\t\t\tDrama\tBradley Cooper\n")
    }

    @Test("prints one JSON object a line")
    func ndjson() async {
        let run = await cinema("search films star --limit 2 --format ndjson")
        #expect(
            run.output == """
                {"id":"f1","title":"Star Wars: Episode IV – A New Hope","year":1977,"rating":8.6,"genres":[{"id":"Action","name":"Action"},{"id":"Sci-Fi","name":"Sci-Fi"}],"directors":[{"id":"George Lucas","name":"George Lucas"}]}
                {"id":"f2","title":"Star Wars: Episode V – The Empire Strikes Back","year":1980,"rating":8.7,"genres":[{"id":"Action","name":"Action"},{"id":"Sci-Fi","name":"Sci-Fi"}],"directors":[{"id":"Irvin Kershner","name":"Irvin Kershner"}]}

                """)
    }

    @Test("prints a page as one JSON object")
    func json() async {
        let run = await cinema("search genres --format json --limit 1 --page 2", catalog: genres)
        #expect(
            run.output == """
                {"total":2,"exact":true,"page":2,"results":[
                {"id":"g2","name":"War","films":1}
                ]}

                """)
        let nothing = await cinema("search genres horror --format json", catalog: genres)
        #expect(nothing.output == "{\"total\":0,\"exact\":true,\"page\":1,\"results\":[\n]}\n")
        #expect(nothing.messages == "cinema: no genres match horror\n")
        #expect(nothing.status == 1)
    }

    @Test("prints people and genres")
    func kinds() async {
        let people = StubCatalog(people: [
            Person(
                summary: PersonSummary(
                    id: Identifier("p1"), name: "Sofia Coppola", films: 1,
                    roles: [.director, .writer], knownFor: "Lost in Translation"),
                filmography: [])
        ])
        let table = await cinema("search people sofia", catalog: people, terminal: 80)
        #expect(
            table.output == "<Sofia> Coppola  1 film  director, writer  Lost in Translation\n")
        let tsv = await cinema("search people", catalog: people)
        #expect(tsv.output == "p1\tSofia Coppola\t1\tdirector, writer\tLost in Translation\n")
        let table2 = await cinema("search genres", catalog: genres, terminal: 80)
        #expect(table2.output == "Drama  1,234 films\nWar         1 film\n")
        #expect(table2.messages == "2 genres\n")
    }

    @Test("tells on a terminal how to see more")
    func more() async {
        let films = (1...123).map { Film.named("Star \($0)") }
        let catalog = StubCatalog(films: films, tellsTotals: false)
        let first = await cinema("search films star", catalog: catalog, terminal: 80)
        #expect(first.messages == "1–50 of 123 films; --page 2 for more\n")
        #expect(first.output.split(separator: "\n").count == 50)
        let last = await cinema("search films star --page 3", catalog: catalog, terminal: 80)
        #expect(last.messages == "101–123 of 123 films\n")
        let behind = await cinema("search films star --page 4", catalog: catalog, terminal: 80)
        #expect(
            behind.messages
                == "cinema: page 4 is behind the last row; the result has 123 films\n")
        #expect(behind.status == 1)
    }

    @Test("prints 50 rows a page where a page is asked for")
    func page() async {
        let catalog = StubCatalog(films: (1...123).map { Film.named("Star \($0)") })
        let run = await cinema("search films --page 2", catalog: catalog)
        let titles = run.output.split(separator: "\n").map { $0.prefix { $0 != "\t" } }
        #expect(titles.count == 50)
        #expect(titles.first == "Star 51")
        let far = await cinema(
            "search films --page 1000000000 --limit 1000000000", catalog: catalog)
        #expect(far.status == 1)
    }

    @Test("says which words it has searched instead")
    func rescue() async {
        let rescue = Rescue(kind: .keyboardLayout, typed: "ыефк цфкы", shown: "star wars")
        let catalog = StubCatalog(films: [.newHope], rescue: rescue)
        let run = await cinema("search films ыефк цфкы", catalog: catalog, terminal: 80)
        #expect(run.messages == "shown: star wars (keyboard layout); as typed: ыефк цфкы\n1 film\n")
        #expect(run.output.contains("<Star> <Wars>:"))
    }

    @Test("finds nothing")
    func nothing() async {
        let run = await cinema("search films zyx abc", terminal: 80)
        #expect(run.output == "")
        #expect(run.messages == "cinema: no films match \"zyx abc\"\n")
        #expect(run.status == 1)
    }

    @Test("says every term that makes no sense")
    func problems() async {
        let run = await cinema("search films star year:old rating:99")
        #expect(
            run.messages == """
                cinema search: year:old: write a year as 1994, 1977..1983, 1990.. or >=1990
                cinema search: rating:99: write a rating from 0 to 10 as 8.5, 7..9 or >=7

                """)
        #expect(run.status == 2)
        let people = await cinema("search people al genre:drama sort:-year")
        #expect(
            people.messages == """
                cinema search: genre:drama: only films are filtered and sorted; look for people by name
                cinema search: sort:-year: only films are filtered and sorted; look for people by name

                """)
    }

    @Test("does not pass over words of a query that is too long")
    func long() async {
        let words = Array(repeating: "star", count: 10_000)
        let run = await cinema(["search", "films"] + words)
        #expect(
            run.messages == "cinema search: the query has 49,999 characters; write at most 2,000\n")
        #expect(run.status == 2)
        let many = await cinema(["search", "films"] + words.prefix(40))
        #expect(many.messages == "cinema search: the query has 40 words; write at most 32\n")
    }

    private var genres: StubCatalog {
        StubCatalog(
            genres: [("g1", "Drama", 1_234), ("g2", "War", 1)].map { id, name, films in
                Genre(
                    summary: GenreSummary(id: Identifier(id), name: name, films: films),
                    facets: FilmFacets(), best: [])
            })
    }
}

import CinemaCommandLine
import Testing

@Suite("A command line")
struct CommandLineReaderTests {
    private func read(
        _ arguments: String..., environment: [String: String] = [:]
    ) -> CommandInvocation {
        CommandLineReader(environment: environment).read(arguments)
    }

    @Test("without anything opens the browser")
    func nothing() {
        #expect(read() == .browse(BrowseRequest()))
        #expect(read("browse") == .browse(BrowseRequest()))
        #expect(read("") == .browse(BrowseRequest()))
    }

    @Test("that begins with no command is a query")
    func query() {
        #expect(read("star", "wars") == .browse(BrowseRequest(query: "star wars")))
        #expect(read("star", "search") == .browse(BrowseRequest(query: "star search")))
        #expect(read("-wars") == .browse(BrowseRequest(query: "-wars")))
        #expect(read("browse", "keys") == .browse(BrowseRequest(query: "keys")))
    }

    @Test("has no options behind two dashes")
    func twoDashes() {
        #expect(read("--", "search") == .browse(BrowseRequest(query: "search")))
        #expect(read("--", "--help", "-h") == .browse(BrowseRequest(query: "--help -h")))
        #expect(
            read("show", "film", "--", "-x") == .show(ShowRequest(kind: .film, name: "-x")))
        #expect(
            read("search", "--", "films", "--limit")
                == .search(SearchRequest(kind: .film, query: "--limit")))
    }

    @Test("takes long options anywhere, and a dash before a word as an exclusion")
    func options() {
        let wanted = CommandInvocation.search(
            SearchRequest(kind: .film, query: "star -wars", limit: 5))
        #expect(read("search", "films", "star", "-wars", "--limit", "5") == wanted)
        #expect(read("search", "films", "--limit=5", "star", "-wars") == wanted)
        #expect(read("--limit", "5", "search", "films", "star", "-wars") == wanted)
    }

    @Test("takes one-letter options only before the first word of the query")
    func letters() {
        #expect(read("-V") == .version)
        #expect(read("search", "films", "-V") == .version)
        #expect(
            read("search", "films", "star", "-V")
                == .search(SearchRequest(kind: .film, query: "star -V")))
        #expect(
            read("search", "films", "star", "-h")
                == .search(SearchRequest(kind: .film, query: "star -h")))
    }

    @Test("keeps the last of an option that is given twice")
    func repeated() {
        #expect(
            read("search", "films", "--limit", "5", "--limit=7", "--format=json", "--format", "tsv")
                == .search(SearchRequest(kind: .film, limit: 7, format: .tsv)))
    }

    @Test("takes the source from the flag, else from the environment")
    func source() {
        let environment = ["CINEMA_SOURCE": "b.sqlite"]
        #expect(
            read("--source", "a.sqlite", "star", environment: environment)
                == .browse(BrowseRequest(source: SourceChoice("a.sqlite"), query: "star")))
        #expect(
            read("show", "genre", "Drama", environment: environment)
                == .show(ShowRequest(source: SourceChoice("b.sqlite"), kind: .genre, name: "Drama"))
        )
        #expect(
            read("catalogue", "info", "c.sqlite", environment: environment)
                == .catalogueInfo(source: SourceChoice("c.sqlite")))
        #expect(read("star", environment: ["CINEMA_SOURCE": ""]) == read("star"))
    }

    @Test("has no colours with --no-color or NO_COLOR")
    func colors() {
        #expect(read("--no-color") == .browse(BrowseRequest(usesColor: false)))
        #expect(
            read(environment: ["NO_COLOR": "1"]) == .browse(BrowseRequest(usesColor: false)))
        #expect(read(environment: ["NO_COLOR": ""]) == .browse(BrowseRequest()))
    }

    @Test("imports files")
    func imports() {
        #expect(
            read("catalogue", "import", "a.ndjson", "b.gz", "--into", "c.sqlite", "--replace")
                == .importCatalogue(
                    ImportRequest(files: ["a.ndjson", "b.gz"], target: "c.sqlite", replaces: true)))
    }

    @Test("generates films, by seed 1 where none is said")
    func generates() {
        #expect(
            read("catalogue", "generate", "--films", "17000", "--into", "c.sqlite")
                == .generateCatalogue(GenerateRequest(films: 17_000, seed: 1, target: "c.sqlite")))
        #expect(
            read(
                "catalogue", "generate", "--seed=0", "--films=10000000", "--into=c.sqlite",
                "--replace")
                == .generateCatalogue(
                    GenerateRequest(films: 10_000_000, seed: 0, target: "c.sqlite", replaces: true))
        )
    }

    @Test("of 10,000 words is one query")
    func long() {
        let words = Array(repeating: "star", count: 10_000)
        #expect(
            CommandLineReader(environment: [:]).read(words)
                == .browse(BrowseRequest(query: words.joined(separator: " "))))
    }
}

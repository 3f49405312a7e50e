import CinemaCore
import Testing

@testable import CinemaClient

/// What an index shows to those who run it.
@Suite("What is behind the rows of an index")
struct IndexInspectionTests {
    private static let fixture = IndexFixture(mappings: [
        "movies":
            #"{"id": {"type": "keyword"}, "title": {"type": "text", "fields": {"raw": {"type": "keyword"}}}, "imdb_rating": {"type": "float"}}"#
    ])

    private static let hit = #"""
        {"_index": "movies", "_id": "1", "_version": 3, "_score": 5,
         "_source": {"id": "1", "title": "Star", "secret": {"deep": [1, 2]}},
         "sort": [5, 8.1, "Star", "1"], "matched_queries": ["exact", "words"],
         "highlight": {"title": ["«Star»"]},
         "_explanation": {"value": 5, "description": "max of:", "details": [
           {"value": 5, "description": "ConstantScore", "details": []}]}}
        """#

    /// - Parameter isFound: Whether the film is found.
    private func catalog(
        isFound: Bool = true, met: String = #"["exact", "words"]"#
    ) -> (ElasticsearchCatalog, AnsweringTransport) {
        let transport = AnsweringTransport { request throws(SearchFailure) in
            guard case .search = request else { return try Self.fixture.answer(request) }
            let hits =
                isFound ? Self.hit.replacing(#"["exact", "words"]"#, with: met) : ""
            return #"""
                {"took": 12, "timed_out": false, "_shards": {"total": 5, "failed": 1},
                 "hits": {"total": {"value": 7}, "hits": [\#(hits)]}}
                """#
        }
        return (ElasticsearchCatalog(name: "index", transport: transport), transport)
    }

    @Test("the document is shown whole")
    func document() async throws {
        let told = try await catalog().0.inspect(.film(Identifier("1")))
        #expect(told.title == "movies/_doc/1")
        #expect(told.lines.contains { $0.text.contains("\"deep\": [1, 2]") && $0.depth == 3 })
        #expect(told.copy?.contains("\"_version\": 3") == true)
    }

    @Test("what has no index of its own says so, what is not there too")
    func missing() async throws {
        let person = await #expect(throws: CatalogError.self) {
            _ = try await catalog().0.inspect(.person(Identifier("1")))
        }
        #expect(
            person?.kind == .notFound && person?.cause.contains("read out of the films") == true)
        let film = await #expect(throws: CatalogError.self) {
            _ = try await catalog(isFound: false).0.inspect(.film(Identifier("1")))
        }
        #expect(film?.sentence == "index: there is no film with the id 1")
    }

    @Test("the request is that of the list, with the time at the server and as curl")
    func request() async throws {
        let query = QuerySyntax.parse("star year:1990..").query
        let (catalog, transport) = catalog()
        let told = try await catalog.inspect(.request(query, .films))
        let text = told.lines.text
        #expect(text.hasPrefix("POST /movies/_search"))
        #expect(text.contains("12 ms at the server of 1 ms, 7 found, 4 of 5 shards answered"))
        #expect(text.contains("left out, as the index does not have it: year"))
        #expect(told.copy?.hasPrefix("curl -X POST 'http://127.0.0.1:9200/movies/_search") == true)
        let sent = transport.requests.compactMap { request -> SearchJSON? in
            if case .search("movies", let body, _) = request { body } else { nil }
        }
        let shown = try #require(sent.last)
        #expect(text.contains(PrettyJSON.lines(shown).text))
        let people = try await catalog.inspect(.request(query, .people))
        #expect(people.lines.count == 1 && people.copy == nil)
    }

    @Test("people whom films alone tell of have a request, too")
    func peopleOfFilms() async throws {
        let fixture = IndexFixture(mappings: ["movies": QueryLayouts.wholeNames])
        let transport = AnsweringTransport { request throws(SearchFailure) in
            guard case .search = request else { return try fixture.answer(request) }
            return #"{"took": 3, "hits": {"total": {"value": 9}}, "aggregations": {}}"#
        }
        let catalog = ElasticsearchCatalog(name: "index", transport: transport)
        let told = try await catalog.inspect(.request(FilmQuery("pacino"), .people))
        #expect(told.lines.text.contains("POST /movies/_search"))
        #expect(told.lines.text.contains("their names are counted in the films"))
        #expect(told.copy?.contains("\"actors\"") == true)
    }

    @Test("the reason is told in words, then as the server reckons")
    func reason() async throws {
        let query = QuerySyntax.parse("star rating:>=7").query
        let (catalog, transport) = catalog()
        let text = try await catalog.inspect(.reason(Identifier("1"), query)).lines.text
        #expect(text.contains("its title is the text: score 5"))
        #expect(text.contains("also: its title has all the words"))
        #expect(text.contains("title: «Star»"))
        #expect(text.contains("it meets rating:>=7"))
        #expect(text.contains("first by score (greatest first): 5"))
        #expect(text.contains("then by imdb_rating (greatest first): 8.1"))
        #expect(text.contains("5  max of:"))
        guard case .search(_, let body, _)? = transport.requests.last else {
            Issue.record("nothing was asked")
            return
        }
        #expect(body["explain"] == true && body["size"] == 1)
    }

    @Test("that a title begins with the text is said only where that is known")
    func phrase() async throws {
        let query = FilmQuery("star")
        let beginning = try await catalog(met: #"["beginning", "phrase"]"#).0
            .inspect(.reason(Identifier("1"), query)).lines.text
        #expect(beginning.contains("its title begins with the text: score 4"))
        let phrase = try await catalog(met: #"["phrase", "words"]"#).0
            .inspect(.reason(Identifier("1"), query)).lines.text
        #expect(phrase.contains("its title has the words one after another: score 4"))
        #expect(!phrase.contains("begins"))
    }

    @Test("a film that is not found any more is no failure")
    func gone() async throws {
        let told = try await catalog(isFound: false).0.inspect(
            .reason(Identifier("1"), FilmQuery("star")))
        #expect(told.lines.count == 1)
    }
}

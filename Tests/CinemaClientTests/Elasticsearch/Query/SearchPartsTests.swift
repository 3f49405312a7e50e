import CinemaCore
import Synchronization
import Testing

@testable import CinemaClient

@Suite("Films, people and genres of an index fail apart")
struct SearchPartsTests {
    private static let person = #"""
        {"id": {"type": "keyword"}, "full_name": {"type": "text",
        "fields": {"raw": {"type": "keyword"}}}}
        """#

    private static func fixture() -> IndexFixture {
        IndexFixture(
            mappings: ["movies": QueryLayouts.nested, "persons": person],
            documents: ["movies": 3, "persons": 2])
    }

    private static let hits = #"""
        "hits": {"total": {"value": 9, "relation": "eq"}, "hits": [{"_index": "movies", "_id": "f",
        "_source": {"id": "f", "title": "Star", "imdb_rating": 7}}]}
        """#

    /// A server of three films that gives the same answer to each search for
    /// films, and another to those for people.
    private static func catalog(
        films: String, people: String = #"{"hits": {"total": {"value": 9}}}"#,
        _ asked: (@Sendable (IndexRequest) throws(SearchFailure) -> Void)? = nil
    ) -> ElasticsearchCatalog {
        let transport = AnsweringTransport { request throws(SearchFailure) in
            try asked?(request)
            guard case .multiSearch(let searches) = request else {
                return try fixture().answer(request)
            }
            return #"{"took": 3, "responses": ["#
                + searches.map { $0.index == "movies" ? films : people }.joined(separator: ",")
                + "]}"
        }
        return ElasticsearchCatalog(name: "index", transport: transport)
    }

    @Test("where people fail films are shown, and the other way round")
    func apart() async throws {
        let failure = #"""
            {"status": 500, "error": {"type": "search_phase_execution_exception",
            "reason": "all shards failed", "root_cause": [{"type": "too_many_clauses",
            "reason": "too many"}]}}
            """#
        let results = try await Self.catalog(films: "{\(Self.hits)}", people: failure)
            .search(FilmQuery("star"), count: 5)
        #expect(results.films.items.map(\.title) == ["Star"])
        #expect(results.peopleFailure != nil)
        #expect(results.filmsFailure == nil)
    }

    @Test("shards that failed and time that ran out are told")
    func missing() async throws {
        let answer = #"{"timed_out": true, "_shards": {"total": 5, "failed": 2}, \#(Self.hits)}"#
        let results = try await Self.catalog(films: answer).search(FilmQuery("star"), count: 5)
        let missing = ResultOrigin.Missing(parts: 2, of: 5, timedOut: true)
        #expect(results.films.origin?.missing == missing)
        #expect(results.origin?.missing == missing)
    }

    @Test("films and people are one request, and questions at once share the layout")
    func requests() async throws {
        let transport = AnsweringTransport { request throws(SearchFailure) in
            guard case .multiSearch(let searches) = request else {
                return try Self.fixture().answer(request)
            }
            let answer = #"{"hits": {"total": {"value": 9}}}"#
            return #"{"responses": ["# + searches.map { _ in answer }.joined(separator: ",") + "]}"
        }
        let catalog = ElasticsearchCatalog(name: "index", transport: transport)
        async let first = catalog.search(FilmQuery("star"), count: 5)
        async let second = catalog.search(FilmQuery("wars"), count: 5)
        _ = try await (first, second)
        let mappings = transport.requests.filter { if case .mappings = $0 { true } else { false } }
        #expect(mappings.count == 1)
        let searches = transport.requests.compactMap { request -> [IndexRequest.Search]? in
            if case .multiSearch(let searches) = request, searches[0].body.has("dis_max") {
                return searches
            }
            return nil
        }
        // The films, the people, the first film whole.
        #expect(searches.map(\.count) == [3, 3])
        #expect(searches.allSatisfy { !$0[2].body.has("_source") && $0[2].body.at("size") == 1 })
        #expect(searches.allSatisfy { $0[0].body.has("_source") })
    }

    @Test("an index that is not there any more has the layout read anew")
    func reloaded() async throws {
        let transport = AnsweringTransport { request throws(SearchFailure) in
            guard case .multiSearch(let searches) = request else {
                return try Self.fixture().answer(request)
            }
            if searches[0].body.has("dis_max") { throw .refused(404, "index_not_found_exception") }
            return #"{"responses": ["#
                + searches.map { _ in #"{"hits": {"total": {"value": 9}}}"# }
                .joined(separator: ",") + "]}"
        }
        let catalog = ElasticsearchCatalog(name: "index", transport: transport)
        let error = await #expect(throws: CatalogError.self) {
            try await catalog.search(FilmQuery("star"), count: 5)
        }
        #expect(error?.cause == "index_not_found_exception")
        let mappings = transport.requests.filter { if case .mappings = $0 { true } else { false } }
        #expect(mappings.count == 2)
    }

    @Test("what is left out of a query is told with its rows")
    func ignored() async throws {
        let results = try await Self.catalog(films: "{\(Self.hits)}")
            .search(FilmQuery("star country:france sort:runtime"), count: 5)
        #expect(results.origin?.ignored == ["country", "sort"])
    }

    @Test("what it can do is what its layout has")
    func capabilities() async throws {
        let catalog = Self.catalog(films: "{\(Self.hits)}")
        _ = try await catalog.summary()
        #expect(!catalog.capabilities.filters.contains("country"))
        #expect(catalog.capabilities.filters.isSuperset(of: ["genre", "year", "director"]))
        #expect(catalog.capabilities.sorts == [.relevance, .rating, .year, .title])
    }

    @Test("the first film comes whole with its row")
    func firstFilm() async throws {
        let results = try await Self.catalog(films: "{\(Self.hits)}")
            .search(FilmQuery("star"), count: 5)
        #expect(results.firstFilm?.id == results.films.items.first?.id)
        #expect(results.firstFilm?.title == "Star")
    }

    @Test("a common word is not counted to the end before its rows are shown")
    func common() async throws {
        let hits = Self.hits.replacing(
            #"9, "relation": "eq""#, with: #"10000, "relation": "gte""#)
        let catalog = Self.catalog(films: "{\(hits)}")
        let results = try await catalog.search(FilmQuery("star"), count: 5)
        #expect(results.films.total == .atLeast(10_000))
    }

    @Test("what is known of the index is read anew when it is old, behind the answers")
    func renewal() async throws {
        let time = Mutex(ContinuousClock.now)
        let transport = AnsweringTransport { request throws(SearchFailure) in
            guard case .multiSearch(let searches) = request else {
                return try Self.fixture().answer(request)
            }
            let answer = #"{"hits": {"total": {"value": 9}}}"#
            return #"{"responses": ["# + searches.map { _ in answer }.joined(separator: ",") + "]}"
        }
        let catalog = ElasticsearchCatalog(name: "index", transport: transport) {
            time.withLock { $0 }
        }
        func readings() -> Int {
            transport.requests.filter { if case .mappings = $0 { true } else { false } }.count
        }
        _ = try await catalog.search(FilmQuery("star"), count: 5)
        time.withLock { $0 += ElasticsearchCatalog.renewal - .seconds(1) }
        _ = try await catalog.search(FilmQuery("star"), count: 5)
        await catalog.renewed()
        #expect(readings() == 1)
        time.withLock { $0 += .seconds(1) }
        _ = try await catalog.search(FilmQuery("star"), count: 5)
        await catalog.renewed()
        #expect(readings() == 2)
    }
}

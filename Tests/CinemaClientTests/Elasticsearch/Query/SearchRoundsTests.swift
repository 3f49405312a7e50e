import CinemaCore
import Synchronization
import Testing

@testable import CinemaClient

/// How often a reader of an index that is far away waits for it.
@Suite("Rows are one question to an index, and people who take another come apart")
struct SearchRoundsTests {
    private static let person =
        #"""
        {"id": {"type": "keyword"}, "full_name": {"type": "text",
        "fields": {"raw": {"type": "keyword"}}}}
        """#
    private static let withPeople = IndexFixture(
        mappings: ["movies": QueryLayouts.nested, "persons": person],
        documents: ["movies": 3, "persons": 2])
    private static let filmsAlone = IndexFixture(
        mappings: ["movies": QueryLayouts.nested], documents: ["movies": 3])

    /// An index that has nothing with the word "godfathr", knows "godfather",
    /// and finds the same film and the same person by any other text.
    private static func transport(
        _ fixture: IndexFixture, person: String = #"{"id": "p", "full_name": "Al Pacino"}"#
    ) -> AnsweringTransport {
        @Sendable func rows(_ search: IndexRequest.Search) -> String {
            let text = search.body.json
            let isUnknown = text.contains("godfathr") && !text.contains("godfather")
            let total = text.contains("scarce") ? 1 : 9
            if isUnknown && search.body.at("size") != .integer(VocabularyQuestion.rows) {
                return #"{"hits": {"total": {"value": 0}, "hits": []}}"#
            }
            let document =
                search.index == "movies" ? #"{"id": "f", "title": "The Godfather"}"# : person
            let hit = #"{"_index": "\#(search.index)", "_id": "1", "_source": \#(document)}"#
            return #"{"hits": {"total": {"value": \#(total)}, "hits": [\#(hit)]}}"#
        }
        return AnsweringTransport { request throws(SearchFailure) in
            switch request {
            case .multiSearch(let searches):
                #"{"responses": [\#(searches.map { rows($0) }.joined(separator: ","))]}"#
            case .search(_, let body, _) where body.has("p0"):
                #"{"aggregations": {"p0": {"doc_count": 7, "actor": {"doc_count": 7}}}}"#
            case .search: #"{"hits": {"total": {"value": 0}, "hits": []}}"#
            default: try fixture.answer(request)
            }
        }
    }

    /// A catalogue that has read all that is read once, and what it asks then.
    private struct Asking {
        let transport: AnsweringTransport
        let catalog: ElasticsearchCatalog
        private let before: Int

        init(_ transport: AnsweringTransport) async throws {
            self.transport = transport
            catalog = ElasticsearchCatalog(name: "index", transport: transport)
            _ = try await catalog.films(FilmQuery(), page: PageRequest(count: 1))
            before = transport.requests.count
        }

        var questions: ArraySlice<IndexRequest> { transport.requests[before...] }
    }

    @Test("people whose films have to be counted are counted when they are looked at")
    func uncounted() async throws {
        let asking = try await Asking(Self.transport(Self.withPeople))
        let found = try await asking.catalog.search(FilmQuery("star"), count: 5)
        #expect(asking.questions.count == 1)
        #expect(found.peopleComeApart && found.people.items.isEmpty)
        #expect(found.people.total == .exact(9))
        let people = try await asking.catalog.people(FilmQuery("star"), page: PageRequest(count: 5))
        // The people themselves had come with the films.
        #expect(asking.questions.count == 2)
        #expect(people.items.map(\.name) == ["Al Pacino"])
        #expect(people.items.first?.films == 7)
        #expect(people.total == .exact(9))
    }

    @Test("people who tell their films come with these")
    func counted() async throws {
        let asking = try await Asking(
            Self.transport(
                Self.withPeople,
                person: #"{"id": "p", "full_name": "Al Pacino", "film_ids": ["f", "g"]}"#))
        let found = try await asking.catalog.search(FilmQuery("star"), count: 5)
        #expect(asking.questions.count == 1)
        #expect(!found.peopleComeApart)
        #expect(found.people.items.first?.films == 2)
    }

    @Test("where there is no index of people nobody is gathered before the films are shown")
    func gathered() async throws {
        let asking = try await Asking(Self.transport(Self.filmsAlone))
        let found = try await asking.catalog.search(FilmQuery("star"), count: 5)
        #expect(asking.questions.count == 1)
        #expect(found.peopleComeApart && found.people.total == .atLeast(0))
        #expect(found.films.items.map(\.title) == ["The Godfather"])
    }

    @Test("a misspelt word is three questions, rows included")
    func rescued() async throws {
        let asking = try await Asking(Self.transport(Self.withPeople))
        let found = try await asking.catalog.search(FilmQuery("godfathr"), count: 5)
        #expect(asking.questions.count == 3)
        #expect(found.rescue?.shown == "godfather")
        #expect(found.films.items.map(\.title) == ["The Godfather"])
        #expect(found.films.total == .exact(9))
        #expect(found.peopleComeApart && found.people.total == .exact(9))
    }

    @Test("what is found as typed is there after one question, its rescue two later")
    func behind() async throws {
        let asking = try await Asking(Self.transport(Self.withPeople))
        let found = try await asking.catalog.search(FilmQuery("scarce"), count: 5)
        #expect(asking.questions.count == 1)
        #expect(found.rescueComesApart && found.films.items.count == 1 && found.rescue == nil)
        let rescued = try await asking.catalog.rescuedSearch(FilmQuery("scarce"), count: 5)
        #expect(!rescued.rescueComesApart)
        #expect(rescued.films.items.first == found.films.items.first)
        #expect(asking.questions.count <= 3)
        // Asked for later, it looks at the films anew.
        let asked = asking.questions.endIndex
        _ = try await asking.catalog.rescuedSearch(FilmQuery("scarce"), count: 5)
        guard case .multiSearch(let searches) = asking.questions[asked] else {
            Issue.record("the films were not asked for")
            return
        }
        #expect(searches[0].body.has("dis_max"))
    }

    @Test("people who are gathered from films are gathered anew with a new list")
    func gatheredAnew() async throws {
        let fixture = IndexFixture(
            mappings: ["movies": QueryLayouts.wholeNames], documents: ["movies": 3])
        let transport = Self.transport(fixture)
        let catalog = try await Asking(transport).catalog
        let (query, page) = (FilmQuery("star"), PageRequest(count: 5))
        func gatherings() -> Int {
            transport.requests.filter {
                if case .search(_, let body, _) = $0 { body.has("n0") } else { false }
            }.count
        }
        _ = try await catalog.search(query, count: 5)
        _ = try await catalog.people(query, page: page)
        _ = try await catalog.people(query, page: page)
        #expect(gatherings() == 1)
        _ = try await catalog.search(query, count: 5)
        _ = try await catalog.people(query, page: page)
        #expect(gatherings() == 2)
    }

    @Test("rows that were found a while ago are no base for a rescue")
    func lateRescue() async throws {
        let transport = Self.transport(Self.withPeople)
        let time = Mutex(ContinuousClock.now)
        let catalog = ElasticsearchCatalog(name: "index", transport: transport) {
            time.withLock { $0 }
        }
        _ = try await catalog.search(FilmQuery("scarce"), count: 5)
        time.withLock { $0 += ElasticsearchCatalog.rescueDelay }
        let asked = transport.requests.count
        _ = try await catalog.rescuedSearch(FilmQuery("scarce"), count: 5)
        guard case .multiSearch(let searches) = transport.requests[asked] else {
            Issue.record("the films were not asked for")
            return
        }
        #expect(searches[0].body.has("dis_max"))
    }
}

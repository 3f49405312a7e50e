import CinemaCore
import CinemaTestSupport
import CurlHTTP
import Testing

@testable import CinemaClient

@Suite("Searching services")
struct ServiceSearchTests {
    static let searching = ServiceDialect.all.filter { $0.paths["filmSearch"] != nil }

    @Test("titles come in the server's order", arguments: searching)
    func relevance(_ dialect: ServiceDialect) async throws {
        let catalog = ServiceFixtures.service(dialect).catalog()
        let results = try await catalog.search(FilmQuery("star wars"), count: 10)
        let known = ServiceFixtures.corpus.search("star wars").filter {
            !dialect.failsAtUnrated || $0.tenths != nil
        }
        #expect(results.films.items.map(\.id.text) == known.prefix(10).map(\.id))
        #expect(results.films.items.count == 10)
        #expect(results.origin?.place == .server)
    }

    @Test("people and genres are found beside films", arguments: searching)
    func everything(_ dialect: ServiceDialect) async throws {
        let catalog = ServiceFixtures.service(dialect).catalog()
        let results = try await catalog.search(FilmQuery("love"), count: 10)
        #expect(results.people.items.contains { $0.name.hasSuffix("Love") })
        #expect(results.genres.items.map(\.name) == ["Love Story"])
        #expect(results.filmsFailure == nil && results.peopleFailure == nil)
    }

    @Test("nothing found is no failure, however it is said", arguments: ServiceDialect.all)
    func nothing(_ dialect: ServiceDialect) async throws {
        let catalog = ServiceFixtures.service(dialect).catalog()
        let results = try await catalog.search(FilmQuery("zzzzqq"), count: 10)
        #expect(results.films.items.isEmpty)
        #expect(results.filmsFailure == nil)
        #expect(results.films.total == .exact(0))
    }

    @Test("a text shorter than the service takes is told, and not sent")
    func minimumLength() async throws {
        let service = ServiceFixtures.service(.envelope)
        let results = try await service.catalog().search(FilmQuery("st"), count: 10)
        #expect(results.filmsFailure?.kind == .unsupported)
        #expect(results.filmsFailure?.sentence.contains("at least 3 letters") == true)
        #expect(results.peopleFailure == nil)
        #expect(!service.requests.contains { $0.contains("films/search") })
    }

    @Test("text is escaped in path and query", arguments: searching)
    func escaping(_ dialect: ServiceDialect) async throws {
        let catalog = ServiceFixtures.service(dialect).catalog()
        for text in ["star/wars", "star & wars #1?", "100% star", "звезда + star"] {
            let results = try await catalog.search(FilmQuery(text), count: 5)
            #expect(!results.films.items.isEmpty, "\(text)")
        }
    }

    @Test(
        "a text at which the search server fails is searched for as its words",
        arguments: ["star: wars", "star AND", "star/wars", "(star"])
    func syntax(_ text: String) async throws {
        let service = ServiceFixtures.service(.slashes)
        service.fail { target in
            let isSyntax = ["%3A", "AND", "%2F", "%28"].contains { target.contains($0) }
            return isSyntax ? HTTPResponse(status: 500, body: []) : nil
        }
        let catalog = service.catalog()
        let plain = try await catalog.films(
            FilmQuery(ServerText.plain(text)), page: PageRequest(count: 100))
        let before = service.requests.count
        let films = try await catalog.films(FilmQuery(text), page: PageRequest(count: 100))
        #expect(!films.items.isEmpty)
        #expect(films.items == plain.items)
        #expect(service.requests.count - before <= 3)
    }

    @Test("signs in a text that are understood are sent as they are")
    func signs() async throws {
        #expect(ServerText.plain("star wars") == "star wars")
        #expect(ServerText.plain("don't: (look) NOT up!") == "don't look not up")
        #expect(APIList(role: .filmSearch, text: "star").ofPlainText == nil)
        #expect(APIList(role: .filmSearch, text: ":").ofPlainText == nil)
    }

    @Test("people are not listed where the service has no list of them")
    func noPeopleList() async throws {
        let catalog = ServiceFixtures.service(.pathText).catalog()
        let results = try await catalog.search(FilmQuery(), count: 5)
        #expect(results.peopleFailure?.kind == .unsupported)
        #expect(results.films.items.count == 5)
    }

    @Test("films, people and genres fail apart")
    func apart() async throws {
        let service = ServiceFixtures.service(.slashes)
        service.fail {
            $0.contains("persons") ? HTTPResponse(status: 500, body: Array("no index".utf8)) : nil
        }
        let results = try await service.catalog().search(FilmQuery("star"), count: 5)
        #expect(results.films.items.count == 5)
        #expect(results.peopleFailure?.kind == .invalidAnswer)
        #expect(results.peopleFailure?.sentence.contains("no index") == true)
    }

    @Test(
        "a server that answers nothing is one failure",
        arguments: [
            (401, CatalogError.Kind.unauthorized), (403, .unauthorized), (511, .unauthorized),
            (429, .busy), (503, .busy), (500, .invalidAnswer), (502, .unavailable),
        ])
    func whole(_ status: Int, _ kind: CatalogError.Kind) async throws {
        let service = ServiceFixtures.service(.slashes)
        service.fail { _ in
            HTTPResponse(
                status: status, fields: HTTPFields([HTTPFields.Field("Retry-After", "7")]),
                body: Array(#"{"detail":{"error":"go\u001b[31m away\n"}}"#.utf8))
        }
        let error = await #expect(throws: CatalogError.self) {
            try await service.catalog().search(FilmQuery("star"), count: 5)
        }
        #expect(error?.kind == kind)
        #expect(error?.sentence.contains("go [31m away") == true)
        #expect(error?.sentence.contains("7 seconds") == (kind == .busy))
        #expect(service.requests.count < 40)
    }

    @Test("a service without search is searched by the titles of its pages")
    func panel() async throws {
        let catalog = ServiceFixtures.service(.panel).catalog()
        let results = try await catalog.search(FilmQuery("star wars"), count: 500)
        let known = ServiceFixtures.corpus.films.filter { film in
            let words = Set(film.title.lowercased().split { !$0.isLetter && $0 != "'" })
            return words.contains("star") && words.contains { $0.hasPrefix("wars") }
        }
        #expect(Set(results.films.items.map(\.id.text)).isSuperset(of: known.map(\.id)))
        #expect(results.origin?.place == .loadedPages)
        #expect(results.origin?.coverage == nil)
    }
}

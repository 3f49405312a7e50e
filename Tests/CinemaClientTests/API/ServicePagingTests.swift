import CinemaCore
import CinemaTestSupport
import CurlHTTP
import Testing

@testable import CinemaClient

@Suite("Lists of services come to their ends")
struct ServicePagingTests {
    @Test("the whole list is every film once, best first", arguments: ServiceDialect.all)
    func wholeList(_ dialect: ServiceDialect) async throws {
        let service = ServiceFixtures.service(dialect)
        let catalog = service.catalog()
        let page = try await catalog.films(FilmQuery(), page: PageRequest(count: 1_000))
        let known = ServiceFixtures.readable(dialect)
        #expect(page.items.map(\.id.text) == known.map(\.id))
        #expect(page.total == .exact(known.count))
        // As many pages as there are, and no more than a few to find the end
        // or to go round what fails.
        #expect(service.requests.count <= 25)
    }

    @Test("any window is that part of the list", arguments: ServiceDialect.all)
    func windows(_ dialect: ServiceDialect) async throws {
        let catalog = ServiceFixtures.service(dialect).catalog()
        let known = ServiceFixtures.readable(dialect)
        for (offset, count) in [(0, 10), (95, 20), (10, 150), (220, 40), (5_000, 5)] {
            let page = try await catalog.films(
                FilmQuery(), page: PageRequest(offset: offset, count: count))
            #expect(page.offset == offset)
            #expect(page.items.map(\.id.text) == known.dropFirst(offset).prefix(count).map(\.id))
        }
    }

    @Test("the first rows take one request for films")
    func oneRequest() async throws {
        let service = ServiceFixtures.service(.slashes)
        _ = try await service.catalog().films(FilmQuery(), page: PageRequest(count: 50))
        #expect(
            service.requests == [
                "/api/v1/films/?sort=-imdb_rating&page%5Bnumber%5D=1&page%5Bsize%5D=100"
            ])
    }

    @Test("an envelope tells the total before the end is seen")
    func totals() async throws {
        let count = ServiceFixtures.corpus.films.count
        for dialect in [ServiceDialect.envelope, .panel] {
            let catalog = ServiceFixtures.service(dialect).catalog()
            let page = try await catalog.films(FilmQuery(), page: PageRequest(count: 10))
            #expect(page.total == .exact(count) || !dialect.hasDocument)
        }
        let bare = try await ServiceFixtures.service(.slashes).catalog().films(
            FilmQuery(), page: PageRequest(count: 10))
        #expect(bare.total == .atLeast(100))
    }

    @Test("a list without an end is ended by the guard")
    func endless() async throws {
        let service = ServiceFixtures.service(.slashes)
        let number = AskCounter()
        service.fail { _ in
            let first = number.next() * 100
            let rows = (first..<(first + 100)).map { #"{"uuid":"\#($0)","title":"T"}"# }
            return HTTPResponse(status: 200, body: Array("[\(rows.joined(separator: ","))]".utf8))
        }
        let page = try await service.catalog().films(
            FilmQuery(), page: PageRequest(offset: 5_000_000, count: 10))
        #expect(page.items.isEmpty)
        #expect(service.requests.count == APICatalog.mostPagesAtOnce)
    }

    @Test("a service with a limit that it does not tell is read to the end")
    func hiddenLimit() async throws {
        let dialect = ServiceDialect.slashes
        let service = ServiceFixtures.service(dialect)
        let films = ServiceFixtures.corpus.films
        service.fail { target in
            guard target.hasPrefix("/api/v1/films/?") else { return nil }
            let number = Int(target.split(separator: "number%5D=")[1].prefix { $0 != "&" }) ?? 1
            let rows = films.dropFirst((number - 1) * 20).prefix(20).map(dialect.filmRow)
            return DialectService.response(200, .array(Array(rows)))
        }
        let page = try await service.catalog().films(FilmQuery(), page: PageRequest(count: 1_000))
        #expect(page.items.map(\.id.text) == films.map(\.id))
    }

    @Test("a page that the server fails at is gone round, and its rows are counted")
    func failingPage() async throws {
        let service = ServiceFixtures.service(.slashes)
        service.fail { target in
            let isSecond = target.contains("number%5D=2&page%5Bsize%5D=100")
            return isSecond || target.contains("size%5D=20") || target.contains("size%5D=4&")
                || target.hasSuffix("size%5D=4") || target.hasSuffix("size%5D=1")
                ? HTTPResponse(status: 500, body: Array("oops".utf8)) : nil
        }
        let catalog = service.catalog()
        let results = try await catalog.search(FilmQuery(), count: 500)
        let known = ServiceFixtures.corpus.films
        #expect(
            results.films.items.map(\.id.text)
                == (known.prefix(100) + known.dropFirst(200)).map(\.id))
        #expect(results.origin?.unreadableRows == 100)
    }

    @Test("one film that cannot be given costs no other")
    func oneUnreadable() async throws {
        let corpus = ServiceCorpus(count: 230, seed: 3, unrated: [])
        let service = DialectService(.fragile, corpus)
        let bad = corpus.films[150].id
        service.fail { target in
            let question = target.split(separator: "page_num=")
            guard question.count == 2, target.hasPrefix("/api/v1/films?") else { return nil }
            let number = Int(question[1].prefix { $0 != "&" }) ?? 1
            let size = Int(target.split(separator: "page_size=")[1].prefix { $0 != "&" }) ?? 1
            let rows = corpus.films.dropFirst((number - 1) * size).prefix(size)
            return rows.contains { $0.id == bad } ? HTTPResponse(status: 500) : nil
        }
        let results = try await service.catalog().search(FilmQuery(), count: 500)
        #expect(results.films.items.map(\.id.text) == corpus.films.map(\.id).filter { $0 != bad })
        #expect(results.origin?.unreadableRows == 1)
        #expect(service.requests.count < 40)
    }
}

import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

/// Runs a derivation against a scripted service; counts what it asks.
struct DerivationRun {
    var service: ScriptedService
    var probes: [String] = []

    init(_ service: ScriptedService) { self.service = service }

    mutating func step(prefix: String = "", document: String? = nil) -> DialectDerivation.Step {
        var derivation = DialectDerivation(
            address: "http://films.example", prefix: prefix, document: document)
        while case .get(let target) = derivation.next {
            derivation.take(service.answer(target))
            #expect(service.asked.count <= 14)
        }
        probes = service.asked.filter { !$0.contains("openapi") }
        #expect(probes.count <= DialectDerivation.maximumProbes)
        #expect(probes.count == derivation.probes)
        return derivation.next
    }

    mutating func dialect(prefix: String = "", document: String? = nil) throws -> APIDialect {
        let step = step(prefix: prefix, document: document)
        guard case .done(let dialect) = step else {
            Issue.record("no dialect: \(step)")
            throw CancellationError()
        }
        return dialect
    }

    static func dialect(_ change: (inout ScriptedService) -> Void) throws -> APIDialect {
        var service = ScriptedService()
        change(&service)
        var run = DerivationRun(service)
        return try run.dialect()
    }
}

extension APIDialect {
    fileprivate func says(_ words: String) -> Bool { remarks.contains { $0.contains(words) } }
}

struct DialectDerivationTests {
    private typealias Document = ServiceDocument

    @Test func aServiceAsDocumentedIsUnderstoodWithFiveQuestions() throws {
        var run = DerivationRun(ScriptedService())
        let dialect = try run.dialect()
        #expect(dialect.remarks == [])
        #expect(dialect.document == "/api/openapi.json")
        #expect(
            dialect.stride == .pages && dialect.firstPage == 1 && dialect.genreKey == .identifier)
        #expect(dialect.routes[.films]?.descending?.first?.value == "-imdb_rating")
        #expect(run.probes.count == 5)
        #expect(
            run.probes.first
                == "/api/v1/films/?sort=-imdb_rating&page%5Bnumber%5D=1&page%5Bsize%5D=20")
    }

    @Test(arguments: [ScriptedService.Nothing.list, .null, .notFound, .failure])
    func nothingIsSaidInManyWays(nothing: ScriptedService.Nothing) throws {
        let dialect = try DerivationRun.dialect {
            $0.nothing = nothing
            $0.films = 12
        }
        #expect(dialect.stride == .pages && dialect.genreKey == .identifier)
        #expect(dialect.routes[.films]?.descending != nil)
    }

    @Test func listInAnEnvelopeIsAList() throws {
        let dialect = try DerivationRun.dialect { $0.envelope = .object }
        #expect(dialect.remarks == [] && dialect.genreKey == .identifier)
    }

    @Test func sizeIsWithinWhatIsAllowed() throws {
        var service = ScriptedService()
        service.document = .usual(
            size: Document.query("page[size]", #""type":"integer","minimum":30,"maximum":100"#))
        var run = DerivationRun(service)
        #expect(try run.dialect().stride == .pages)
        #expect(run.probes.first?.hasSuffix("=30") == true)
    }

    @Test func documentIsFoundAtOtherPlaces() throws {
        for path in ["/openapi.json", "/api/v1/openapi.json", "/api/films/openapi.json"] {
            let dialect = try DerivationRun.dialect { $0.documentPath = path }
            #expect(dialect.document == path)
        }
        var service = ScriptedService()
        service.documentPath = "/docs/films.openapi.json"
        var run = DerivationRun(service)
        #expect(
            try run.dialect(document: "/docs/films.openapi.json").document
                == "/docs/films.openapi.json")
    }

    @Test func pathsBeginWhereTheSourceEnds() throws {
        var service = ScriptedService()
        service.documentPath = "/api/openapi.json"
        var run = DerivationRun(service)
        let dialect = try run.dialect(prefix: "/api")
        #expect(dialect.routes[.films]?.path == "/v1/films/")
        #expect(run.probes.allSatisfy { $0.hasPrefix("/api/v1/films") })
    }

    @Test func serversPathStandsBeforeTheRoutes() throws {
        var service = ScriptedService()
        service.document?.server = "/cinema"
        var run = DerivationRun(service)
        #expect(try run.dialect().routes[.film]?.path == "/cinema/api/v1/films/{film_id}")
        // Behind a proxy that adds it, or asked without one, it is left out.
        run = DerivationRun(service)
        run.service.documentPath = "/cinema/api/openapi.json"
        #expect(try run.dialect(prefix: "/cinema").routes[.film]?.path == "/api/v1/films/{film_id}")
        run = DerivationRun(service)
        run.service.failing["/cinema/api/v1/films/"] = 404
        #expect(try run.dialect().routes[.film]?.path == "/api/v1/films/{film_id}")
    }

    @Test func withoutADocumentTheUsualDialectIsAssumed() throws {
        let dialect = try DerivationRun.dialect { $0.document = nil }
        #expect(dialect.routes[.films]?.path == "/api/v1/films" && dialect.document == nil)
        #expect(dialect.genreKey == .identifier && dialect.stride == .pages)
        #expect(dialect.says("no OpenAPI document"))
    }

    @Test func documentBehindAPasswordIsNotTheEnd() throws {
        let dialect = try DerivationRun.dialect {
            $0.document = nil
            $0.documentStatus = 401
        }
        #expect(dialect.routes[.films] != nil && dialect.says("document asks for a token (401)"))
    }

    @Test func adminPanelIsToldByItsEnvelope() throws {
        var derivation = DialectDerivation(address: "http://admin.example")
        while case .get(let target) = derivation.next {
            let list = #"{"count":1,"total_pages":1,"prev":null,"next":null,"results":[]}"#
            let isList = target == "/api/v1/movies/?page=1"
            derivation.take(
                ProbeAnswer(status: isList ? 200 : 404, body: isList ? Array(list.utf8) : []))
        }
        #expect(derivation.next == .done(.adminPanel) && derivation.probes == 2)
    }

    @Test func whatIsNoCinemaIsSaidInOneSentence() {
        var service = ScriptedService()
        service.document = nil
        service.failing = ["films": 404, "movies/": 404]
        var run = DerivationRun(service)
        guard case .failed(.unsupported, let cause) = run.step() else {
            Issue.record("not failed")
            return
        }
        #expect(cause.contains("http://films.example answers, but is neither a cinema API"))
        #expect(cause.contains("/api/openapi.json"))
        run = DerivationRun(service)
        run.service.failing = ["films": 403]
        guard case .failed(.unauthorized, let cause) = run.step() else {
            Issue.record("not failed")
            return
        }
        #expect(cause.contains("asks for a token (403); set token_env"))
    }

    @Test(arguments: [401, 403, 511])
    func withoutATokenTheDocumentCounts(status: Int) throws {
        let dialect = try DerivationRun.dialect { $0.failing = ["/": status, "search": status] }
        #expect(dialect.needsToken && dialect.routes.count == 7)
        #expect(dialect.routes[.films]?.descending != nil && dialect.genreKey == .identifier)
        #expect(dialect.says("asks for a token (\(status))"))
    }

    /// Whatever is answered, it ends after six questions and does not trap.
    @Test func anyAnswersAreSurvived() {
        var random = SeededGenerator(seed: 7)
        let statuses = [200, 200, 200, 200, 204, 301, 400, 401, 404, 422, 500, 511, 0, -1, 999]
        for _ in 0..<300 {
            var service = ScriptedService()
            service.films = random.number(1...60)
            service.document = .usual(page: random.oneIn(3) ? nil : Document.query("page"))
            var derivation = DialectDerivation(
                address: "http://films.example", prefix: random.oneIn(4) ? "/api" : "")
            var count = 0
            while case .get(let target) = derivation.next, count < 32 {
                count += 1
                var answer = service.answer(target)
                if random.oneIn(3), !target.hasSuffix(".json") || random.oneIn(2) {
                    answer.status = random.element(statuses)
                }
                for _ in 0..<random.number(0...3) where random.oneIn(2) && !answer.body.isEmpty {
                    let position = random.number(0...(answer.body.count - 1))
                    answer.body[position] = UInt8(random.number(0...255))
                }
                answer.path =
                    random.oneIn(3) ? RandomText.make(length: 5, using: &random) : answer.path
                derivation.take(answer)
            }
            #expect(count < 16 && derivation.probes <= 6)
            if case .done(let dialect) = derivation.next { #expect(!dialect.words.isEmpty) }
        }
    }
}

import CinemaCore
import CinemaTestSupport
import CurlHTTP
import Foundation
import Testing

@testable import CinemaClient

/// A source from its address to its rows, over a server that wants a token.
@Suite("A remote source")
struct RemoteSourceTests {
    private let secret = "hunter2-Zq9"
    private let directory: TestDirectory

    init() throws {
        directory = try TestDirectory()
        let path = try directory.write(secret + "\n", to: "token")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }

    private func server() throws -> ScriptedServer {
        let welcome = "Bearer " + secret
        return try ScriptedServer { request in
            guard request.fields["authorization"] == welcome else { return .status(401) }
            switch request.path {
            case "/api/v1/films", "/api/v1/films/search":
                return .json(
                    #"[{"id": "a", "title": "Heat", "imdb_rating": 8.2}, "#
                        + #"{"id": "b", "title": "Star", "imdb_rating": 7.1}]"#)
            case "/api/v1/genres": return .json(#"[{"id": "g", "name": "Drama"}]"#)
            default: return .status(404)
            }
        }
    }

    private func source(_ server: ScriptedServer) -> SourceConfiguration {
        SourceConfiguration(
            name: "work", addresses: [server.url],
            authorization: .token(.file(directory.file("token"))))
    }

    private func options(isOffline: Bool = false) -> RemoteSource.Options {
        RemoteSource.Options(cacheDirectory: directory.file("cache"), isOffline: isOffline)
    }

    @Test("is opened without a request, and answers with its token")
    func answers() async throws {
        let server = try server()
        let catalog = try RemoteSource.open(source(server), options())
        #expect(server.requests.isEmpty && server.connectionCount == 0)
        let page = try await catalog.films(FilmQuery(), page: PageRequest(count: 2))
        #expect(page.items.map(\.title) == ["Heat", "Star"])
    }

    @Test("ends at once, in the middle of a request, and for good")
    func shutDown() async throws {
        let server = try ScriptedServer { _ in .hang }
        let source = SourceConfiguration(name: "work", addresses: [server.url])
        let catalog = try #require(
            try RemoteSource.open(source, options()) as? any ClosableCatalog)
        let asking = Task { try await catalog.films(FilmQuery(), page: PageRequest(count: 2)) }
        while server.requests.isEmpty { await Task.yield() }
        catalog.shutDown()
        await #expect(throws: CatalogError.self) { _ = try await asking.value }
        await #expect(throws: CatalogError.self) {
            _ = try await catalog.films(FilmQuery(), page: PageRequest(count: 2))
        }
        #expect(server.connectionCount == 1)
    }

    @Test("is not asked at all when it is offline")
    func offline() async throws {
        let server = try server()
        let catalog = try RemoteSource.open(source(server), options(isOffline: true))
        await #expect(throws: CatalogError.self) {
            _ = try await catalog.films(FilmQuery(), page: PageRequest(count: 2))
        }
        let report = await RemoteSource.report(source(server), options(isOffline: true))
        #expect(report.steps == [] && report.isOffline)
        #expect(server.connectionCount == 0)
    }

    @Test("answers with --offline what it answered before")
    func keptAnswers() async throws {
        let server = try server()
        let page = PageRequest(count: 2)
        let online = try RemoteSource.open(source(server), options())
        let rows = try await online.films(FilmQuery("star"), page: page).items
        let requests = server.requests.count
        let offline = try RemoteSource.open(source(server), options(isOffline: true))
        #expect(try await offline.films(FilmQuery("star"), page: page).items == rows)
        // That it did not see a film does not mean that there is none.
        let error = await #expect(throws: CatalogError.self) {
            _ = try await offline.film(Identifier("zzz"))
        }
        #expect(error?.kind == .unavailable)
        #expect(error?.sentence.contains("leave out --offline") == true)
        #expect(server.requests.count == requests)
    }

    @Test("without its token says who is asked for what")
    func missingToken() async throws {
        let server = try server()
        try FileManager.default.removeItem(atPath: directory.file("token"))
        let catalog = try RemoteSource.open(source(server), options())
        do {
            _ = try await catalog.films(FilmQuery(), page: PageRequest(count: 2))
            Issue.record("there is no token")
        } catch {
            #expect(error.sentence.contains(directory.file("token")))
            #expect(error.kind == .unauthorized)
        }
        #expect(server.requests.isEmpty)
    }

    @Test("keeps no secret in its files, and tells none")
    func secrecy() async throws {
        let server = try server()
        let catalog = try RemoteSource.open(source(server), options())
        _ = try await catalog.films(FilmQuery(), page: PageRequest(count: 2))
        let report = await RemoteSource.report(source(server), options())
        #expect(report.steps.count == 4 && !"\(report)".contains(secret))
        let files = try #require(FileManager.default.enumerator(atPath: directory.file("cache")))
        var count = 0
        for case let name as String in files {
            let path = directory.file("cache/" + name)
            let data = FileManager.default.contents(atPath: path) ?? Data()
            #expect(data.range(of: Data(secret.utf8)) == nil, "\(name)")
            count += 1
        }
        #expect(count > 2)
    }

    @Test("is asked what it is once, and remembered")
    func family() async throws {
        let server = try ScriptedServer { request in
            request.path.hasPrefix("/api/v1/films")
                ? .json(#"[{"id": "a", "title": "Heat", "imdb_rating": 8.2}]"#) : .status(404)
        }
        let source = SourceConfiguration(name: "work", addresses: [server.url])
        for _ in 0..<2 {
            let catalog = try RemoteSource.open(source, options())
            _ = try await catalog.films(FilmQuery(), page: PageRequest(count: 1))
            #expect(server.requests.count { $0.path == "/" } == 1)
        }
    }

    @Test("that is an index tells the doctor its version and its indices")
    func searchServer() async throws {
        let server = try ScriptedServer { request in
            switch request.path {
            case "/":
                .json(#"{"cluster_name": "films", "version": {"number": "8.1.0"}, "tagline": "x"}"#)
            case "/_cat/indices":
                .json(
                    #"[{"index": "films_v2", "docs.count": "999", "store.size": "3000000", "health": "green"}]"#
                )
            case "/_alias": .json(#"{"films_v2": {"aliases": {"films": {}}}}"#)
            default: .status(403)
            }
        }
        let plain = SourceConfiguration(name: "index", addresses: [server.url])
        let report = await RemoteSource.report(plain, options())
        let steps = report.steps.map { step in
            if case .answered(_, let words) = step.outcome { words } else { "" }
        }
        #expect(steps.prefix(2) == ["a search server", "Elasticsearch 8.1.0, cluster films"])
        #expect(
            report.dialect.contains(
                "index     films_v2: 999 documents with nested ones, 2 MB, green, also films"))
    }

    @Test("that is a cluster tells the doctor each of its nodes")
    func nodes() async throws {
        let server = try ScriptedServer { _ in
            .json(
                #"{"version": {"number": "2.1.0", "distribution": "opensearch"}, "tagline": "x"}"#)
        }
        let dead = "http://127.0.0.1:\(try ScriptedServer.closedPort())"
        var source = SourceConfiguration(name: "index", addresses: [dead, server.url])
        source.family = .elasticsearch
        let report = await RemoteSource.report(source, options())
        #expect(
            report.steps.prefix(2).map(\.question) == [
                "the node \(dead)", "the node \(server.url)",
            ])
        guard case .failed(let error) = report.steps[0].outcome,
            case .answered(_, "OpenSearch 2.1.0") = report.steps[1].outcome
        else {
            Issue.record("\(report.steps)")
            return
        }
        #expect(error.kind == .unavailable)
    }

    @Test("is kept apart for each choice of indices")
    func choice() {
        var source = SourceConfiguration(name: "index", addresses: ["http://host:9200"])
        let plain = SourceDirectory.name(of: source)
        source.indices.films = "films"
        let films = SourceDirectory.name(of: source)
        source.indices = IndexChoice(people: "films")
        #expect(Set([plain, films, SourceDirectory.name(of: source)]).count == 3)
    }
}

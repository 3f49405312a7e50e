import CinemaCore
import CinemaTestSupport
import Foundation
import Testing

@testable import CinemaClient

/// What a search server's rows are made of, as it is shown: it has to be what
/// the server says when somebody else asks.
@Suite(
    "A search server shows what is behind its rows",
    .enabled(if: RealSearchServer.isThere, RealSearchServer.comment))
struct RealSearchServerInspectionTests {
    let server: RealSearchServer
    let catalog: any Catalog

    init() async throws {
        server = try RealSearchServer.current()
        catalog = try await server.fixture.catalog()
    }

    @Test(
        "the request of a list, run by a shell, gives its rows",
        .enabled(if: Shell.hasCurl, "install curl to run it"),
        arguments: ["", "star", "the star's", "star -wars", "sort:rating", "rating:>=7 star"])
    func request(_ text: String) async throws {
        let query = FilmQuery(text)
        let rows = try await catalog.films(query, page: PageRequest(count: 64))
        #expect(rows.items.count >= Rescue.threshold)
        let films = try await answer(.request(query, .films))
        #expect(films.ids == rows.items.map(\.id.text))
        #expect(rows.total == .exact(films.total))
        guard server.layout.indices.people != nil else { return }
        let people = try await catalog.people(query, page: PageRequest(count: 64))
        let found = try await answer(.request(query, .people))
        // Behind few people stand those of another spelling.
        #expect(found.ids == Array(people.items.map(\.id.text).prefix(found.ids.count)))
    }

    @Test("the document of a row is the one that was put into the index")
    func documents() async throws {
        let film = try #require(server.films.first { $0.title.contains("Star") })
        let told = try await hit(.film(Identifier(film.id)))
        #expect(told["_id"] as? String == film.id)
        let source = try #require(told["_source"] as? [String: Any])
        #expect((source["title"] ?? source["film_title"]) as? String == film.title)
        let indices = server.layout.indices
        if indices.people != nil {
            let person = try #require(film.people.values.lazy.joined().first)
            let document = try await hit(.person(Identifier(person.id)))["_source"]
            #expect((document as? [String: Any])?["full_name"] as? String == person.name)
        }
        if indices.genres != nil {
            let genre = try #require(film.genres.first)
            let document = try await hit(.genre(Identifier(genre.id)))["_source"]
            #expect((document as? [String: Any])?["name"] as? String == genre.name)
        }
        await #expect(throws: CatalogError.self) {
            try await catalog.inspect(.film(Identifier("no-such-film")))
        }
    }

    @Test("the reason of a row names what found it and the score that it is sorted by")
    func reasons() async throws {
        let film = try #require(server.films.first { $0.title == "Star Trek" })
        let query = FilmQuery("star trek")
        let lines = try await catalog.inspect(.reason(Identifier(film.id), query)).lines
            .map(\.text)
        // Words alone do not tell a whole title from one that begins so.
        let tier: FilmText.Tier = server.layout == .textOnly ? .beginning : .exact
        #expect(lines.first == "found by" && lines.count > 6)
        #expect(lines.dropFirst().first?.hasSuffix("score \(tier.rawValue)") == true, "\(lines)")
        let place = try #require(lines.firstIndex(of: "its place"))
        #expect(lines[place + 1].hasPrefix("first by score (greatest first): \(tier.rawValue)"))
        #expect(lines.contains("as the server reckons the score"))
        let other = try #require(server.films.first { !$0.title.contains("Trek") })
        let none = try await catalog.inspect(
            .reason(Identifier(other.id), FilmQuery("\"star trek\"")))
        #expect(none.lines.count == 1)
    }

    private struct Answer {
        var ids: [String]
        var total: Int
    }

    /// What the server answers to the command that is shown.
    private func answer(_ subject: InspectionSubject) async throws -> Answer {
        let command = try #require(try await catalog.inspect(subject).copy)
        let hits = try #require(try json(Shell.output(of: command))["hits"] as? [String: Any])
        let rows = hits["hits"] as? [[String: Any]] ?? []
        let total = hits["total"] as? [String: Any]
        return Answer(
            ids: rows.compactMap { $0["_id"] as? String }, total: total?["value"] as? Int ?? -1)
    }

    private func hit(_ subject: InspectionSubject) async throws -> [String: Any] {
        try json(Data(try #require(try await catalog.inspect(subject).copy).utf8))
    }

    private func json(_ data: Data) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
}

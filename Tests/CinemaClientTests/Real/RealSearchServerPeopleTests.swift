import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

@Suite(
    "A search server tells of people what it was given",
    .enabled(if: RealSearchServer.isThere, RealSearchServer.comment))
struct RealSearchServerPeopleTests {
    private struct Someone {
        var id: String
        var name: String
        /// What they did in which film.
        var roles: [String: Set<Role>] = [:]
    }

    let server: RealSearchServer
    let catalog: any Catalog

    init() async throws {
        server = try RealSearchServer.current()
        catalog = try await server.fixture.catalog()
    }

    /// Everybody, those of most films first.
    private var everybody: [Someone] {
        var found: [String: Someone] = [:]
        for film in server.films {
            for (role, people) in film.people {
                for person in people {
                    found[person.id, default: Someone(id: person.id, name: person.name)]
                        .roles[film.id, default: []].insert(role)
                }
            }
        }
        return found.values.sorted { ($1.roles.count, $0.id) < ($0.roles.count, $1.id) }
    }

    /// Those of most films, and some of few.
    private var sample: [Someone] {
        let everybody = everybody
        return everybody.prefix(12)
            + everybody.enumerated().filter { $0.offset % 200 == 0 }.map(\.element)
    }

    @Test("a person has the films that name them, in the roles that they had there")
    func filmographies() async throws {
        guard server.layout.countsPeople else { return }
        for someone in sample {
            let id = try await identifier(of: someone)
            let person = try await catalog.person(id)
            #expect(person.name == someone.name)
            let entries = person.filmography.map { ($0.film.id.text, Set($0.roles)) }
            let told = Dictionary(entries) { $0.union($1) }
            #expect(told.count == entries.count)
            #expect(person.summary.films == told.count)
            // Directors without an id may not be known to be the same people.
            let expected =
                server.layout == .classic
                ? someone.roles.filter { told[$0.key] != nil || $0.value != [.director] }
                : someone.roles
            #expect(Set(told.keys) == Set(expected.keys), "\(someone.name)")
            for (film, roles) in expected where server.layout != .classic {
                #expect(told[film] == roles, "\(someone.name)")
            }
        }
    }

    @Test("whoever is called by the whole name comes first")
    func names() async throws {
        guard server.layout.countsPeople else { return }
        for someone in sample {
            let rows = try await catalog.people(
                FilmQuery(someone.name), page: PageRequest(count: 10)
            ).items
            #expect(
                rows.first?.name == someone.name, "\(someone.name): \(rows.map(\.name))")
            guard server.layout.identifiesPeople, let first = rows.first else { continue }
            #expect(first.id.text == someone.id)
            #expect(first.films == someone.roles.count, "\(someone.name)")
        }
    }

    @Test("a misspelt name finds whom it means, in every list and count")
    func misspeltNames() async throws {
        guard server.layout.countsPeople else { return }
        let query = FilmQuery("goerge lucas")
        let found = try await catalog.completeSearch(query, count: 10)
        #expect(found.rescue?.shown == "george lucas")
        #expect(found.people.items.contains { $0.name == "George Lucas" })
        let page = try await catalog.people(query, page: PageRequest(count: 10))
        #expect(page.items == found.people.items)
        #expect(page.total == found.people.total)
        #expect(try await catalog.statistics(query).people == page.total)
    }

    /// By the id where there are ids, else by the name, as a reader comes to it.
    private func identifier(of someone: Someone) async throws -> Identifier<Person> {
        if server.layout.identifiesPeople { return Identifier(someone.id) }
        let film = try #require(someone.roles.keys.sorted().first)
        let credits = try await catalog.film(Identifier(film)).credits
        let credit = credits.first { $0.person.name == someone.name }
        return try #require(credit, "\(someone.name) is not in \(film)").person.id
    }
}

import CinemaCore
import Foundation
import Testing

@testable import CinemaClient

@Suite("TRY", .enabled(if: !RealIndex.all.isEmpty))
struct TryIndexTests {
    @Test(arguments: RealIndex.all)
    func look(_ index: RealIndex) async throws {
        let catalog = index.open()
        print(try await catalog.summary())
        let knowledge = try await catalog.knowledge()
        let texts = (ProcessInfo.processInfo.environment["TRY"] ?? "star wars").split(
            separator: ";"
        ).map(String.init)
        for (n, text) in texts.enumerated() {
            let query = FilmQuery(text)
            try Data(FilmQuestion(query, knowledge).result().firstRows(size: 20).bytes).write(
                to: URL(fileURLWithPath: "/tmp/b/body\(n).json"))
            if let w = query.text.looseWords.first {
                for (m, s) in VocabularyQuestion(layout: knowledge.layout).searches(
                    w.word, isPrefix: true
                ).enumerated() {
                    try Data(s.body.bytes).write(
                        to: URL(fileURLWithPath: "/tmp/b/voc\(n)-\(m).json"))
                }
            }
            for _ in 0..<2 {
                let clock = ContinuousClock()
                let start = clock.now
                let r = try await catalog.search(query, count: 20)
                print(
                    "== \(text)  \(clock.now - start)", r.films.total, r.people.total,
                    r.genres.total, r.origin?.ignored ?? [], r.rescue as Any,
                    r.filmsFailure?.sentence ?? "", r.peopleFailure?.sentence ?? "")
                print(
                    "  ",
                    r.films.items.prefix(6).map { "\($0.title) \($0.rating?.description ?? "-")" })
                print(
                    "  ", r.people.items.prefix(3).map { "\($0.name) \($0.films) \($0.roles)" },
                    r.genres.items.prefix(3).map { "\($0.name) \($0.films)" })
            }
            let s = try await catalog.statistics(query)
            print(
                "  ", s.films, s.people, s.genres,
                s.facets.genres.prefix(3).map { "\($0.genre.name) \($0.films)" },
                s.facets.decades.prefix(3), s.facets.ratings)
        }
    }
}

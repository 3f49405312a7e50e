import CinemaClient
import CinemaCommandLine
import CinemaCore
import Foundation
import Testing

/// What was exported, imported and exported again says the same.
struct ExportRoundTripTests {
    private let directory: String

    init() throws {
        directory = NSTemporaryDirectory() + "cinema-round-trip-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true)
    }

    private func export(_ catalogue: String, _ query: String = "", name: String) async throws
        -> String
    {
        let catalog = try LocalCatalog.open(path: catalogue)
        let console = Console(
            output: OutputWriter(MemorySink()), messages: OutputWriter(MemorySink()))
        let services = CommandServices(
            catalog: { _ in catalog }, maker: StubMaker(), keys: { [] }, version: "")
        let file = directory + "/" + name
        let outcome = await CommandRunner(console: console, services: services).run(
            .export(ExportRequest(query: query, target: file)))
        #expect(outcome.status == 0)
        return try String(contentsOfFile: file, encoding: .utf8)
    }

    private func numbers(_ path: String) async throws -> [Int] {
        let summary = try await LocalCatalog.open(path: path).summary()
        return [summary.films, summary.people, summary.genres]
    }

    private func check(_ catalogue: String) async throws {
        let first = try await export(catalogue, name: "first.ndjson")
        let again = directory + "/again.sqlite"
        let report = try await CatalogImport.run(
            sources: [directory + "/first.ndjson"], into: again)
        #expect(report.problemCount == 0)
        #expect(try await numbers(again) == numbers(catalogue))
        let second = try await export(again, name: "second.ndjson")
        #expect(first == second)
        try? FileManager.default.removeItem(atPath: directory)
    }

    @Test func ofFilmsThatNeverWere() async throws {
        let catalogue = directory + "/generated.sqlite"
        _ = try await CatalogGeneration.run(films: 2_345, seed: 7, into: catalogue)
        let some = try await export(catalogue, "rating:>=7 sort:-year", name: "some.ndjson")
        #expect(some.split(separator: "\n").count > 100)
        try await check(catalogue)
    }

    @Test func ofOddFilms() async throws {
        let source = directory + "/odd.ndjson"
        try """
        {"id":"7","title":"One\\u001b[2J\\n\\"x\\" \\\\ \\u202e","year":"1994","rating":"8.5"}
        {"title":"Звезда","genres":["Drama","Драма"],"cast":["Al","Ann"],"directors":["Ann"]}
        {"title":"Three","rating":0,"runtime":1,"type":"tvMovie","countries":["Japan"]}
        {"title":"Five","credits":[{"id":"p1","name":"Bo","roles":["composer","actor"]}]}
        {"title":"é","description":"a\\tb","box_office":12,"imdb":"tt1","awards":"2 wins"}
        """.write(toFile: source, atomically: true, encoding: .utf8)
        let catalogue = directory + "/odd.sqlite"
        _ = try await CatalogImport.run(sources: [source], into: catalogue)
        try await check(catalogue)
    }
}

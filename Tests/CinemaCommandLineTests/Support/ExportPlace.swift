import CinemaCommandLine
import CinemaCore
import Foundation
import Synchronization

/// A directory in which films are exported, and the catalogue that they come of.
final class ExportPlace: Sendable {
    let path: String
    let catalog: LongCatalog
    let paused = Mutex<[Duration]>([])

    init(films: Int = 3, catalog: LongCatalog? = nil) throws {
        path = NSTemporaryDirectory() + "cinema-export-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        self.catalog = catalog ?? LongCatalog(films: films)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var file: String { path + "/films.ndjson" }
    var partial: String { file + ".partial" }

    func lines(_ path: String) -> [String] {
        (try? String(contentsOfFile: path, encoding: .utf8))?
            .split(separator: "\n").map(String.init) ?? []
    }

    /// The titles in a file, in its order.
    func titles(_ path: String) -> [String] {
        lines(path).compactMap { line in
            let object = try? JSONSerialization.jsonObject(with: Data(line.utf8))
            return (object as? [String: Any])?["title"] as? String
        }
    }

    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    /// Runs `cinema export` with more arguments, into the file unless told.
    func export(
        _ arguments: String..., into target: String? = "", sink: MemorySink = MemorySink(),
        interruption: Interruption = .never, terminal: Bool = false
    ) async -> CommandLineRun {
        let messages = MemorySink()
        let console = Console(
            output: OutputWriter(sink), messages: OutputWriter(messages),
            showsProgress: terminal)
        var services = CommandServices(
            catalog: { [catalog] _ in catalog }, maker: StubMaker(), keys: { [] },
            version: "1.2.3", interruption: interruption, now: { .zero })
        services.pause = { duration in self.paused.withLock { $0.append(duration) } }
        var words = ["export"] + arguments
        if let target { words += ["--into", target.isEmpty ? file : target] }
        let outcome = await CommandRunner(console: console, services: services)
            .run(CommandLineReader(environment: [:]).read(words))
        return CommandLineRun(output: sink.text, messages: messages.text, status: outcome.status)
    }
}

/// A catalogue of numbered films that fails and changes when it is told to.
final class LongCatalog: Catalog {
    struct Behavior: Sendable {
        var films: Int
        /// Fails from this film on, so many times.
        var failsFrom: Int?
        var failures = 0
        /// What stands in front of all others, once it is there.
        var newcomer: Film?
        /// The newcomer comes after so many pages.
        var newcomerAfter = 0
        var missing: ResultOrigin.Missing?
        var pages: [PageRequest] = []
    }

    let behavior: Mutex<Behavior>
    let capabilities = CatalogCapabilities.all

    init(films: Int) { behavior = Mutex(Behavior(films: films)) }

    func set(_ change: (inout Behavior) -> Void) { behavior.withLock { change(&$0) } }

    static func film(_ number: Int) -> Film {
        .named("Film \(number)", id: "id \"\(number)\"", year: 1_900 + number % 120)
    }

    private func row(_ place: Int, _ behavior: Behavior) -> Film {
        guard let newcomer = behavior.newcomer, behavior.pages.count > behavior.newcomerAfter
        else { return Self.film(place) }
        return place == 0 ? newcomer : Self.film(place - 1)
    }

    func records(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<Film> {
        try behavior.withLock { (behavior) throws(CatalogError) in
            if let start = behavior.failsFrom, page.offset >= start, behavior.failures > 0 {
                behavior.failures -= 1
                throw CatalogError(
                    .unavailable, source: "films.example", cause: "the connection was refused")
            }
            behavior.pages.append(page)
            let end = min(behavior.films, page.offset + page.count)
            let items = (min(page.offset, end)..<end).map { row($0, behavior) }
            return Page(
                items: items, offset: page.offset, total: .exact(behavior.films),
                origin: behavior.missing.map { ResultOrigin(place: .server, missing: $0) })
        }
    }

    func films(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<FilmSummary> {
        let whole = try await records(query, page: page)
        return Page(items: whole.items.map(\.summary), offset: whole.offset, total: whole.total)
    }

    func summary() async throws(CatalogError) -> CatalogSummary {
        CatalogSummary(name: "films.example", films: 0, people: 0, genres: 0)
    }

    func search(_ query: FilmQuery, count: Int) async throws(CatalogError) -> SearchResults {
        SearchResults(films: try await films(query, page: PageRequest(count: count)))
    }

    private var unsupported: CatalogError {
        CatalogError(.unsupported, source: "films.example", cause: "not here")
    }

    func people(_ query: FilmQuery, page: PageRequest) async throws(CatalogError)
        -> Page<PersonSummary>
    { throw unsupported }
    func genres(_ query: FilmQuery, page: PageRequest) async throws(CatalogError)
        -> Page<GenreSummary>
    { throw unsupported }
    func statistics(_ query: FilmQuery) async throws(CatalogError) -> SearchStatistics {
        throw unsupported
    }
    func film(_ id: Identifier<Film>) async throws(CatalogError) -> Film { throw unsupported }
    func person(_ id: Identifier<Person>) async throws(CatalogError) -> Person {
        throw unsupported
    }
    func genre(_ id: Identifier<Genre>) async throws(CatalogError) -> Genre { throw unsupported }
    func bestFilms(count: Int) async throws(CatalogError) -> [FilmSummary] { [] }
    func randomFilm(
        _ query: FilmQuery, seed: UInt64
    ) async throws(CatalogError) -> FilmSummary? { nil }
}

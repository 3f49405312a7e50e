import CinemaClient
import CinemaCore
import Glibc

@main
struct Benchmark {
    static func main() async throws {
        let directory = CommandLine.arguments.dropFirst().first ?? "/tmp/cinema-bench"
        let clock = ContinuousClock()
        let start = clock.now
        let catalog = try await EmbeddedCatalog.open(directory: directory) {
            if CommandLine.arguments.count == 3 { print($0, clock.now - start) }
        }
        print("open", clock.now - start)
        let first = clock.now
        _ = try await catalog.bestFilms(count: 40)
        _ = try await catalog.genres(FilmQuery(), page: PageRequest(count: 40))
        print("start page", clock.now - first)
        for text in CommandLine.arguments.dropFirst(2) {
            let begin = clock.now
            let results = try await catalog.search(FilmQuery(text), count: 8)
            let middle = clock.now
            let statistics = try await catalog.statistics(FilmQuery(text))
            let end = clock.now
            print(
                "\n== \(text)  search \(middle - begin) statistics \(end - middle)",
                statistics.films, statistics.people, statistics.genres)
            if let rescue = results.rescue { print("  rescue", rescue) }
            for film in results.films.items {
                print(
                    "  ", film.rating?.description ?? "-", film.year ?? 0, film.title,
                    film.reviews ?? 0)
            }
            print(
                "  people:",
                results.people.items.map { "\($0.name) (\($0.films); \($0.knownFor ?? ""))" }
                    .joined(separator: ", "))
            print("  genres:", results.genres.items.map(\.name).joined(separator: ", "))
        }
    }
}

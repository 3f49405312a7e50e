import CinemaClient
import CinemaCore
import Glibc

/// The embedded catalogue: made at the first start, opened at every other.
struct EmbeddedBenchmark {
    private let directory = "/tmp/cinema-bench-\(getpid())"

    func run() async throws {
        var building = Measurement("embedded: build")
        defer {
            removeFile()
            rmdir(directory)
        }
        for _ in 0..<3 {
            removeFile()
            _ = try await building.time { try await EmbeddedCatalog.open(directory: directory) }
        }
        var opening = Measurement("embedded: open, best 40 films, genres")
        for _ in 0..<50 {
            _ = try await opening.time {
                let catalog = try await EmbeddedCatalog.open(directory: directory)
                _ = try await catalog.bestFilms(count: 40)
                _ = try await catalog.genres(FilmQuery(), page: PageRequest(count: 40))
            }
        }
        var typing = Measurement("embedded: every key of the typed scripts")
        let catalog = try await EmbeddedCatalog.open(directory: directory)
        for _ in 0..<10 {
            try await typing.time(TypedScripts.keys) { _ = try await catalog.search($0, count: 50) }
        }
        print(Measurement.header)
        for row in [building, opening, typing] { print(row.row) }
    }

    private func removeFile() {
        guard let stream = opendir(directory) else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasSuffix(".sqlite") { unlink(directory + "/" + name) }
        }
    }
}

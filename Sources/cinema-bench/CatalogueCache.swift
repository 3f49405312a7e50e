import CinemaClient
import Glibc

/// The generated catalogues, kept between runs; how long it took to make them
/// is kept beside.
struct CatalogueCache {
    let films: Int
    let directory: String

    private static let seed: UInt64 = 1

    var path: String { "\(directory)/films-\(films).sqlite" }
    /// The indices that peers make of it.
    var fullTextPath: String { "\(directory)/films-\(films).fulltext.sqlite" }
    var tantivyPath: String { "\(directory)/films-\(films).tantivy" }
    private var makingPath: String { "\(directory)/films-\(films).making.tsv" }

    /// The catalogue, made anew where it is not there, of another version of
    /// the program, or not measured.
    func open(fresh: Bool) throws -> LocalCatalog {
        if !fresh, access(makingPath, R_OK) == 0, let catalog = try? LocalCatalog.open(path: path) {
            return catalog
        }
        try make()
        return try LocalCatalog.open(path: path)
    }

    /// How it was made, a line each.
    func making() -> [String] { ResultFile(path: makingPath).lines() }

    private func make() throws {
        // What was made of another one.
        unlink(fullTextPath)
        unlink(tantivyPath + "/seconds")
        let generating = ChildProcess(["generate", String(films), path]).run()
        guard generating.isSuccess else {
            throw BenchmarkFailure("\(path) cannot be made: \(generating.cause)")
        }
        let lines = "\(directory)/films-\(films).ndjson"
        let imported = "\(directory)/films-\(films).imported.sqlite"
        defer {
            unlink(lines)
            unlink(imported)
        }
        guard CatalogGeneration.writeLines(films: films, seed: Self.seed, to: lines) else {
            throw BenchmarkFailure("\(lines) cannot be written")
        }
        let importing = ChildProcess(["import", lines, imported]).run()
        let megabytes = try LocalCatalog.info(path: path).bytes / 1_000_000
        try ResultFile(path: makingPath).write([
            text("generate", generating) + "; the catalogue has \(megabytes) MB",
            text("import from JSON", importing),
        ])
    }

    private func text(_ name: String, _ ending: ChildProcess.Ending) -> String {
        guard ending.isSuccess else { return "\(name): failed, \(ending.cause)" }
        let seconds = Figures.fixed(ending.duration / .seconds(1), digits: 1)
        return
            "\(name): \(seconds) s, \(ending.memory / 1_000) MB of memory (\(Machine.date), load \(Machine.load))"
    }

    static func generate(_ films: String, into path: String) async throws {
        guard let films = Int(films) else { throw BenchmarkFailure("generate: how many films?") }
        _ = try await CatalogGeneration.run(
            films: films, seed: seed, into: path, replacing: true)
    }

    static func importLines(_ lines: String, into path: String) async throws {
        _ = try await CatalogImport.run(sources: [lines], into: path, replacing: true)
    }
}

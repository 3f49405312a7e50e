import CinemaClient
import CinemaCore

/// Everything about a catalogue of one size: the engine, then the peers on the
/// same titles and queries.
struct SizeBenchmark {
    let films: Int
    let settings: BenchmarkSettings

    func run() async throws {
        let cache = CatalogueCache(films: films, directory: settings.cache)
        let catalog = try cache.open(fresh: settings.isFresh)
        let summary = try await catalog.summary()
        print(
            "\n\(Figures.grouped(summary.films)) films, \(Figures.grouped(summary.people)) people")
        for line in cache.making() { print("  \(line)") }
        let before = Machine.privateMemory
        // Others than those that are measured, so that the file is in memory
        // and no answer is.
        let warming = try await QuerySample(catalog, seed: 2)
        let sample = try await QuerySample(catalog, seed: 1)
        var engine = EngineBenchmark(catalog: catalog, path: cache.path, sample: sample)
        try await engine.warm(warming)
        try await engine.run()
        let used = Machine.privateMemory - before
        print(
            "memory: \(Figures.grouped(used / 1_000)) MB more than before the first question"
                + "; load \(Machine.load)")
        try GrowthTable.keep(engine.rows, films: films, in: settings.cache)
        try await PeerTable(
            cache: cache, settings: settings, catalog: catalog,
            sample: try await QuerySample(catalog, seed: 3)
        ).print()
    }
}

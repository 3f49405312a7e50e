import CinemaClient
import Glibc

/// The first rows of the same queries, by the engine and by what else one
/// could use, kind by kind in turn: the machine is never quiet.
struct PeerTable {
    let cache: CatalogueCache
    let settings: BenchmarkSettings
    let catalog: LocalCatalog
    let sample: QuerySample

    private static let labelWidth = 14
    private static let cellWidth = 14

    func print() async throws {
        let peers = try peers()
        let header = (["cinema"] + peers.map(\.name))
            .map { Figures.right($0, Self.cellWidth) }.joined()
        Swift.print("\n" + Figures.left("p50/p95, ms", Self.labelWidth) + header)
        for kind in QueryKind.allCases {
            var own = Measurement(kind.rawValue)
            try await own.time(sample[kind]) {
                _ = try await catalog.search($0.film, count: EngineBenchmark.count)
            }
            var times = Figures.left(kind.rawValue, Self.labelWidth) + Self.cell(own)
            var ratios = Figures.left("", Self.labelWidth + Self.cellWidth)
            for peer in peers {
                let measured = try peer.measure(kind, sample[kind])
                times += Self.cell(measured)
                ratios += Figures.right(
                    measured.map { Figures.ratio($0.median / own.median) } ?? "", Self.cellWidth)
            }
            Swift.print(times)
            if !peers.isEmpty { Swift.print(ratios) }
            fflush(nil)
        }
        Swift.print("  below the times: how many times as long as cinema, at p50")
        Swift.print(
            "  two prefixes: for cinema the first is a whole word, and rescued if it is none")
        Swift.print("  cinema: films in tiers, people, genres, the first film's record")
        for peer in peers { Swift.print("  \(peer.name): \(peer.note)") }
    }

    private static func cell(_ measurement: Measurement?) -> String {
        guard let measurement, !measurement.milliseconds.isEmpty else {
            return Figures.right("-", cellWidth)
        }
        let times = [0.5, 0.95].map { Figures.milliseconds(measurement.quantile($0)) }
        return Figures.right(times.joined(separator: "/"), cellWidth)
    }

    /// Those that are there; the others are named.
    private func peers() throws -> [any SearchPeer] {
        let files = (
            shown: "\(cache.path).titles.txt",
            folded: "\(cache.path).folded.txt"
        )
        let titles = try FullTextSource(catalogue: cache.path).titles()
        try ResultFile(path: files.shown).write(titles.shown)
        try ResultFile(path: files.folded).write(titles.folded)
        var peers: [any SearchPeer] = []
        for (name, make) in makers(files.shown, files.folded) {
            do {
                peers.append(try make())
            } catch {
                Swift.print("\(name) is left out: \(error)")
            }
        }
        return peers
    }

    private func makers(
        _ shown: String, _ folded: String
    ) -> [(name: String, make: () throws -> any SearchPeer)] {
        [
            ("plain SQL", { try PlainSQLPeer(catalogue: cache.path) }),
            (
                "FTS5",
                {
                    try FullTextPeer(
                        catalogue: cache.path, at: cache.fullTextPath)
                }
            ),
            (
                "tantivy",
                {
                    try TantivyPeer(
                        python: settings.python, titles: folded,
                        index: cache.tantivyPath, sample: sample,
                        directory: settings.cache)
                }
            ),
            (
                "rg",
                {
                    guard let path = BenchmarkSettings.program("rg") else {
                        throw BenchmarkFailure("it is not installed")
                    }
                    return ProgramPeer.ripgrep(path, titles: shown)
                }
            ),
            (
                "fzf",
                {
                    guard let path = settings.fzf, access(path, X_OK) == 0 else {
                        throw BenchmarkFailure("it is not installed; set BENCH_FZF to it")
                    }
                    return ProgramPeer.fzf(path, titles: shown)
                }
            ),
        ]
    }
}

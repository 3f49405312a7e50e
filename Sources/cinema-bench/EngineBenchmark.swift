import CinemaClient
import CinemaCore
import Glibc

/// The engine as the screen asks it, through what every catalogue has.
struct EngineBenchmark {
    let catalog: LocalCatalog
    let path: String
    let sample: QuerySample

    /// Everything that was measured.
    private(set) var rows: [Measurement] = []

    /// Rows of a screen and a half.
    static let count = 50

    init(catalog: LocalCatalog, path: String, sample: QuerySample) {
        self.catalog = catalog
        self.path = path
        self.sample = sample
    }

    func warm(_ sample: QuerySample) async throws {
        for kind in QueryKind.allCases {
            for query in sample[kind].prefix(30) {
                _ = try await catalog.search(query.film, count: Self.count)
            }
        }
    }

    mutating func run() async throws {
        print(Measurement.header)
        try await measureSearches()
        try await measureTotals()
        try await measureSorts()
        try await measureFarPages()
        try await measureRescues()
        try await measureDetails()
    }

    mutating func add(_ measurement: Measurement) {
        print(measurement.row)
        // Row by row, also into a pipe.
        fflush(nil)
        rows.append(measurement)
    }

    private mutating func measureSearches() async throws {
        for kind in QueryKind.allCases {
            var rows = Measurement("rows: \(kind.rawValue)")
            try await rows.time(sample[kind]) {
                _ = try await catalog.search($0.film, count: Self.count)
            }
            add(rows)
        }
        var typed = Measurement("rows: keys of the typed scripts")
        try await typed.time(TypedScripts.keys) {
            _ = try await catalog.search($0, count: Self.count)
        }
        add(typed)
    }

    /// What comes after the rows, as the screen asks for it.
    private mutating func measureTotals() async throws {
        for kind in [QueryKind.oneLetter, .twoLetters, .threeLetters, .wordAndPrefix, .filtered] {
            var totals = Measurement("totals and facets: \(kind.rawValue)")
            for query in sample[kind].prefix(60) {
                _ = try await catalog.search(query.film, count: Self.count)
                _ = try await totals.time { try await catalog.statistics(query.film) }
            }
            add(totals)
        }
    }
}

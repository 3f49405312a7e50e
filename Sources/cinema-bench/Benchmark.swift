import Glibc

/// Measures catalogues without a screen, beside what else one could use, and
/// prints tables.
///
///     cinema-bench [SIZE…]    catalogues of so many generated films each
///     cinema-bench embedded   the embedded catalogue: built, opened, typed in
///     cinema-bench http       the HTTP client
///
/// Every size is measured in a process of its own, so that what one leaves in
/// memory is not the next one's. `measure`, `generate` and `import` are those
/// processes.
@main
struct Benchmark {
    static func main() async {
        do {
            try await run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            print("cinema-bench: \(error)")
            exit(1)
        }
    }

    private static func run(_ arguments: [String]) async throws {
        let settings = try BenchmarkSettings()
        switch arguments.first {
        case "http": try await HTTPBenchmark().run()
        case "embedded": try await EmbeddedBenchmark().run()
        case "measure":
            let films = arguments.count == 2 ? Int(arguments[1]) : nil
            guard let films else { throw BenchmarkFailure("measure: how many films?") }
            try await SizeBenchmark(films: films, settings: settings).run()
        case "generate" where arguments.count == 3:
            try await CatalogueCache.generate(arguments[1], into: arguments[2])
        case "import" where arguments.count == 3:
            try await CatalogueCache.importLines(arguments[1], into: arguments[2])
        default: try measureSizes(arguments, settings)
        }
    }

    private static func measureSizes(_ arguments: [String], _ settings: BenchmarkSettings) throws {
        let sizes = try arguments.map { text in
            guard let films = Int(text), films > 0 else {
                throw BenchmarkFailure("\(text) is not a number of films; write for example 17000")
            }
            return films
        }
        print(Machine.line)
        print("catalogues are kept in \(settings.cache); BENCH_FRESH=1 makes them anew")
        for films in sizes {
            let ending = ChildProcess(["measure", String(films)]).run()
            guard ending.isSuccess else {
                throw BenchmarkFailure(
                    "\(Figures.grouped(films)) films could not be measured: \(ending.cause)")
            }
        }
        try GrowthTable(sizes: sizes, directory: settings.cache).print()
    }
}

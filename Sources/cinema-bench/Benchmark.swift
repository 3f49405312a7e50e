import CinemaClient
import CinemaCore
import Glibc

/// Measures the catalogue without a screen and prints a table.
///
///     cinema-bench [CATALOGUE.sqlite]
///     cinema-bench import FILMS.ndjson CATALOGUE.sqlite
///     cinema-bench http
///
/// The last measures the HTTP client instead. Without an argument: the embedded catalogue, built and opened as well.
@main
struct Benchmark {
    static func main() async {
        do {
            var benchmark = Benchmark()
            let arguments = Array(CommandLine.arguments.dropFirst())
            if arguments.count == 3, arguments[0] == "import" {
                try await benchmark.measureImport(arguments[1], into: arguments[2])
                return
            }
            if arguments == ["http"] { return try await HTTPBenchmark().run() }
            try await benchmark.run(CommandLine.arguments.dropFirst().first)
        } catch {
            print("cinema-bench: \(error)")
            exit(1)
        }
    }

    private var rows: [Measurement] = []
    private var sizes = ""
    private let rounds = 20

    private mutating func run(_ path: String?) async throws {
        let catalog: LocalCatalog
        var file = path ?? ""
        if let path {
            catalog = try LocalCatalog.open(path: path)
        } else {
            let directory = "/tmp/cinema-bench-\(getpid())"
            catalog = try await measureBuilding(directory)
            file = directory + "/" + (fileName(in: directory) ?? "")
        }
        let summary = try await catalog.summary()
        printMachine(summary)
        try await measureKeys(catalog)
        try await measureSecondPass(catalog)
        try await measureDetails(catalog)
        if path == nil {
            try await measureFullText(file)
            try await measurePeers(catalog, file)
        }
        print(Measurement.header)
        for row in rows { print(row.row) }
        let bytes = try LocalCatalog.info(path: file).bytes
        print("size: the catalogue \(bytes / 1_000) KB\(sizes)")
        print("memory: \(residentMemory()) KB resident")
        guard path == nil else { return }
        unlink(file)
        rmdir("/tmp/cinema-bench-\(getpid())")
    }

    private mutating func measureImport(_ source: String, into target: String) async throws {
        var importing = Measurement("import")
        let report = try await importing.time {
            try await CatalogImport.run(sources: [source], into: target, replacing: true)
        }
        print(Measurement.header)
        print(importing.row)
        let info = try LocalCatalog.info(path: target)
        print("\(report.films) films, \(report.people) people, \(info.bytes / 1_000_000) MB")
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        print("memory: \(usage.ru_maxrss) KB at most")
    }

    private mutating func measureBuilding(_ directory: String) async throws -> LocalCatalog {
        var building = Measurement("build the embedded catalogue")
        for _ in 0..<5 {
            if let name = fileName(in: directory) { unlink(directory + "/" + name) }
            _ = try await building.time { try await EmbeddedCatalog.open(directory: directory) }
        }
        rows.append(building)
        var opening = Measurement("open, best 40 films, genres")
        for _ in 0..<50 {
            _ = try await opening.time {
                let catalog = try await EmbeddedCatalog.open(directory: directory)
                _ = try await catalog.bestFilms(count: 40)
                _ = try await catalog.genres(FilmQuery(), page: PageRequest(count: 40))
            }
        }
        rows.append(opening)
        return try await EmbeddedCatalog.open(directory: directory)
    }

    private mutating func measureKeys(_ catalog: LocalCatalog) async throws {
        var search = Measurement("search, 40 rows: every key of the scripts")
        var after = Measurement("statistics after search")
        for _ in 0..<rounds {
            for query in TypedScripts.keys {
                _ = try await search.time { try await catalog.search(query, count: 40) }
                _ = try await after.time { try await catalog.statistics(query) }
            }
        }
        rows += [search, after]
        var alone = Measurement("statistics alone")
        for _ in 0..<rounds {
            for query in TypedScripts.keys {
                _ = try await alone.time { try await catalog.statistics(query) }
            }
        }
        rows.append(alone)
        var filtered = Measurement("search under filters")
        let filters = FilmQuery("genre:drama year:1970..1999 rating:>=6").filters
        for _ in 0..<rounds {
            for var query in TypedScripts.keys {
                query.filters = filters
                _ = try await filtered.time { try await catalog.search(query, count: 40) }
            }
        }
        rows.append(filtered)
    }

    private mutating func measureSecondPass(_ catalog: LocalCatalog) async throws {
        var sorting = Measurement("another sort, 40 rows")
        for round in 0..<rounds {
            for text in ["", "s", "the m", "love", "genre:drama"] {
                for field in FilmSort.Field.allCases where field != .relevance {
                    var query = FilmQuery(text)
                    query.sort = FilmSort(field, descending: round % 2 == 0)
                    _ = try await sorting.time { try await catalog.search(query, count: 40) }
                }
            }
        }
        rows.append(sorting)
        var far = Measurement("far page, 40 rows of \"s\"")
        let total = try await catalog.statistics(FilmQuery("s")).films.value
        for round in 0..<(rounds * 10) {
            let request = PageRequest(offset: round * 7_919 % max(1, total), count: 40)
            _ = try await far.time { try await catalog.films(FilmQuery("s"), page: request) }
        }
        rows.append(far)
        for (name, text) in [
            ("rescue: keyboard layout", "ыефк цфкы"), ("rescue: alphabet", "пачино"),
            ("rescue: spelling", "terminatr"), ("rescue: nothing like it", "qwrtplkjh zxcvmnb"),
        ] {
            var rescue = Measurement(name)
            for round in 0..<(rounds * 5) {
                // Another query in between, and a filter that changes, so that
                // nothing is remembered.
                let year = Filter(.year(Span(upper: 3_000 + round)))
                var query = FilmQuery(text)
                query.filters = [year]
                _ = try await rescue.time { try await catalog.search(query, count: 40) }
            }
            rows.append(rescue)
        }
    }

    private mutating func measureDetails(_ catalog: LocalCatalog) async throws {
        var film = Measurement("a film with its people")
        var person = Measurement("a person with their films")
        let page = PageRequest(count: 100)
        for row in try await catalog.films(FilmQuery("sort:-reviews"), page: page).items {
            _ = try await film.time { try await catalog.film(row.id) }
        }
        for row in try await catalog.people(FilmQuery(), page: page).items {
            _ = try await person.time { try await catalog.person(row.id) }
        }
        rows += [film, person]
    }

    /// Row lists of one's own instead of FTS5: what they are compared with.
    private mutating func measureFullText(_ file: String) async throws {
        let peer = try FullTextPeer(catalogue: file)
        var building = Measurement("FTS5: build the indices alone, in memory")
        for _ in 0..<5 { _ = try await building.time { try peer.build() } }
        var page = Measurement("FTS5: first 50 rows, every key of the scripts")
        var total = Measurement("FTS5: exact total, every key of the scripts")
        for _ in 0..<rounds {
            for typed in TypedScripts.keys {
                let query = FullTextPeer.Query(typed.typed)
                _ = try await page.time { try peer.firstPage(query) }
                _ = try await total.time { try peer.total(query) }
            }
        }
        rows += [building, page, total]
        sizes += ", FTS5's indices alone: \(try peer.size() / 1_000) KB"
    }

    private mutating func measurePeers(_ catalog: LocalCatalog, _ file: String) async throws {
        let titles = "/tmp/cinema-bench-\(getpid())-titles"
        let films = try await catalog.films(FilmQuery(), page: PageRequest(count: 1_000_000)).items
        guard let stream = fopen(titles, "w") else { return }
        for film in films { fputs(film.title + "\n", stream) }
        fclose(stream)
        defer { unlink(titles) }
        for peer in Peer.all(titles: titles, catalogue: file) {
            guard let path = peer.path else { continue }
            var measurement = Measurement(peer.name)
            for _ in 0..<3 {
                for query in TypedScripts.keys {
                    _ = await measurement.time { peer.run(path, query.typed) }
                }
            }
            rows.append(measurement)
        }
    }

    private func fileName(in directory: String) -> String? {
        guard let stream = opendir(directory) else { return nil }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasSuffix(".sqlite") { return name }
        }
        return nil
    }

    private func printMachine(_ summary: CatalogSummary) {
        var now = time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        print("\(parts.tm_year + 1900)-\(parts.tm_mon + 1)-\(parts.tm_mday)", terminator: ", ")
        print("\(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores", terminator: ", ")
        print("\(summary.films) films, \(summary.people) people, \(summary.genres) genres")
    }

    /// As /proc/self/statm tells it, in pages of 4 KB.
    private func residentMemory() -> Int {
        guard let stream = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(stream) }
        var buffer = [CChar](repeating: 0, count: 128)
        guard fgets(&buffer, 128, stream) != nil else { return 0 }
        let text = String(
            decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let fields = text.split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4 : 0
    }
}

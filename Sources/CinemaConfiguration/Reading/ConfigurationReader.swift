internal import CinemaClient
internal import CinemaCore

/// Reads a configuration out of a TOML document. Everything that is wrong is
/// told, not only the first.
struct ConfigurationReader {
    let file: String
    /// What `~/` stands for.
    let home: String?
    var problems: [(position: TOMLPosition, problem: ConfigurationProblem)] = []

    init(file: String, home: String?) {
        self.file = file
        self.home = home
    }

    mutating func read(_ bytes: [UInt8], into configuration: inout Configuration) {
        do throws(TOMLError) {
            read(try TOMLDocument.parse(bytes), into: &configuration)
        } catch {
            fail("", error.position, error.cause)
        }
        configuration.problems =
            problems
            .sorted {
                ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column)
            }
            .map(\.problem)
    }

    private mutating func read(_ entries: [TOMLEntry], into configuration: inout Configuration) {
        var root = ConfigurationTable(path: [], entries: entries)
        let chosen = root.entry("source")
        for entry in table("sources", of: &root) ?? [] {
            if let source = source(entry) { configuration.sources.append(source) }
        }
        readDefault(chosen, into: &configuration)
        warnOfUnknown(root)
    }

    /// The default has to be something that can be opened.
    private mutating func readDefault(
        _ entry: TOMLEntry?, into configuration: inout Configuration
    ) {
        guard let entry, let text = text(entry, "source") else { return }
        do {
            // Its errors are those of the file, and have just been found.
            var sources = configuration
            sources.problems = []
            _ = try sources.selection(text)
            configuration.defaultSource = text
        } catch {
            fail("source", entry.position, error.sentence)
        }
    }

    // MARK: Problems

    mutating func fail(_ key: String, _ position: TOMLPosition, _ cause: String) {
        add(.error, key, position, cause)
    }

    mutating func warnOfUnknown(_ table: ConfigurationTable) {
        for entry in table.unknown {
            let likely = NearestName.of(entry.key, among: table.known)
            let advice =
                likely.map { "did you mean \($0)?" }
                ?? "known here are \(table.known.joined(separator: ", "))"
            add(
                .warning, table.name(of: entry.key), entry.position,
                "this name means nothing and is passed over; \(advice)")
        }
    }

    private mutating func add(
        _ severity: ConfigurationProblem.Severity, _ key: String, _ position: TOMLPosition,
        _ cause: String
    ) {
        let place = position.line > 0 ? "\(file):\(position.line):\(position.column)" : file
        problems.append(
            (position, ConfigurationProblem(severity, place: place, key: key, cause: cause)))
    }
}

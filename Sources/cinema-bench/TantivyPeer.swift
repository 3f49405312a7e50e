import Glibc

/// Tantivy, a search engine in Rust, through its Python package: all queries
/// in one process, the time of each taken within.
struct TantivyPeer: SearchPeer {
    let name = "tantivy"
    let note: String

    private let measurements: [QueryKind: Measurement]

    init(
        python: String, titles: String, index: String, sample: QuerySample, directory: String
    ) throws {
        guard access(python, X_OK) == 0, access(Self.script, R_OK) == 0 else {
            throw BenchmarkFailure("Tools/bench-peers installs it")
        }
        let queries = ResultFile(path: "\(directory)/tantivy-queries.tsv")
        try queries.write(
            QueryKind.allCases.filter { $0 != .filtered && $0 != .name }.flatMap { kind in
                sample[kind].map { "\(kind.rawValue)\t\($0.text)" }
            })
        let answers = ResultFile(path: "\(directory)/tantivy-answers.tsv")
        let child = ChildProcess(
            python, [Self.script, titles, index, queries.path], output: answers.path)
        guard child.run().isSuccess else { throw BenchmarkFailure("its script fails") }
        var measurements: [QueryKind: Measurement] = [:]
        var note = ""
        for line in answers.lines() {
            let fields = line.split(separator: "\t").map { String($0) }
            guard fields.count == 2 else { continue }
            if fields[0] == "note" { note = fields[1] }
            guard let kind = QueryKind(rawValue: fields[0]), let time = Double(fields[1]) else {
                continue
            }
            measurements[kind, default: Measurement(kind.rawValue)].add(milliseconds: time)
        }
        self.measurements = measurements
        self.note = note
    }

    func measure(_ kind: QueryKind, _ queries: [TypedQuery]) -> Measurement? { measurements[kind] }

    /// Beside the sources, where `make bench` is called.
    private static let script = "Tools/bench-tantivy"
}

/// A program that searches lines, on the titles as a file; from its start to
/// its end, as one who uses it instead waits for it.
struct ProgramPeer: SearchPeer {
    let name: String
    let note: String
    let path: String
    /// The file that is its standard input.
    let input: String
    let arguments: @Sendable (TypedQuery) -> [String]

    func measure(_ kind: QueryKind, _ queries: [TypedQuery]) throws -> Measurement? {
        guard kind != .filtered, kind != .name else { return nil }
        return try timed(queries) { query in
            let child = ChildProcess(path, arguments(query), input: input, output: "/dev/null")
            guard child.run().duration > .zero else {
                throw BenchmarkFailure("\(path) cannot be started")
            }
        }
    }

    static func ripgrep(_ path: String, titles: String) -> ProgramPeer {
        ProgramPeer(
            name: "rg", note: "ripgrep on a file of the titles, the first 50 of any order",
            path: path, input: "/dev/null"
        ) { query in
            // Folded words have no sign that means something in a pattern.
            let gap = query.kind == .twoPrefixes ? ".*\\b" : "\\b.*\\b"
            return ["-i", "-m50", "-e", "\\b" + query.words.joined(separator: gap), "--", titles]
        }
    }

    static func fzf(_ path: String, titles: String) -> ProgramPeer {
        ProgramPeer(
            name: "fzf", note: "fzf --filter on the same file, all of them, sorted",
            path: path, input: titles
        ) { ["--filter", $0.text] }
    }
}

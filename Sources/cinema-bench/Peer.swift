import Glibc

/// Another program on the same titles, timed from its start to its end, as
/// one who uses it instead waits for it.
struct Peer {
    let name: String
    let program: String
    /// The arguments for a text that is searched.
    let arguments: (String) -> [String]
    /// The file that is its standard input.
    let input: String

    /// Where the program is; nil if it is not installed.
    var path: String? {
        let directories = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin"
        return directories.split(separator: ":").map { "\($0)/\(program)" }
            .first { access($0, X_OK) == 0 }
    }

    /// Runs the program once; its output goes nowhere.
    func run(_ path: String, _ text: String) -> Bool {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments(text)).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var process = pid_t()
        guard posix_spawn(&process, path, &actions, nil, words, environ) == 0 else { return false }
        var status: Int32 = 0
        return waitpid(process, &status, 0) == process
    }

    /// The programs that search lines, and SQLite on the catalogue's own file.
    static func all(titles: String, catalogue: String) -> [Peer] {
        [
            Peer(
                name: "rg -i -m40", program: "rg",
                arguments: { ["-i", "-m40", "-F", "--", $0, titles] }, input: "/dev/null"),
            Peer(
                name: "fzf --filter", program: "fzf", arguments: { ["--filter", $0] },
                input: titles),
            Peer(
                name: "sqlite3, LIKE on the same file", program: "sqlite3",
                arguments: { text in
                    let quoted = text.split(separator: "'").joined(separator: "''")
                    return [
                        "-readonly", catalogue,
                        "SELECT title FROM film WHERE title LIKE '%\(quoted)%' ORDER BY row LIMIT 40",
                    ]
                }, input: "/dev/null"),
        ]
    }
}

import Glibc

/// Another process, timed from its start to its end, as one who calls it waits
/// for it.
struct ChildProcess {
    struct Ending {
        /// As wait4(2) tells it.
        var status: Int32
        var duration: Duration
        /// The most memory it has had, in KB.
        var memory: Int

        var isSuccess: Bool { status == 0 }

        /// `signal 9`, `status 1`.
        var cause: String {
            status & 0x7f == 0 ? "status \(status >> 8)" : "signal \(status & 0x7f)"
        }
    }

    var path: String
    var arguments: [String]
    var input = "/dev/null"
    /// Nil for this process's own.
    var output: String?

    /// This program once more.
    init(_ arguments: [String]) {
        path = "/proc/self/exe"
        self.arguments = arguments
    }

    init(_ path: String, _ arguments: [String], input: String = "/dev/null", output: String) {
        self.path = path
        self.arguments = arguments
        self.input = input
        self.output = output
    }

    func run() -> Ending {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        if let output {
            let flags = O_WRONLY | O_CREAT | O_TRUNC
            posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0o644)
            posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        }
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        // What was printed before comes before what the child prints.
        fflush(nil)
        let start = ContinuousClock.now
        var process = pid_t()
        guard posix_spawn(&process, path, &actions, nil, words, environ) == 0 else {
            return Ending(status: 127 << 8, duration: .zero, memory: 0)
        }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) == -1 && errno == EINTR {}
        return Ending(
            status: status, duration: .now - start, memory: Int(usage.ru_maxrss))
    }
}

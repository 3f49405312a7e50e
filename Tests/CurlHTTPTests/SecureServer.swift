import CinemaTestSupport
import Glibc

/// `openssl s_server` with a certificate of its own making for localhost.
final class SecureServer {
    let port: Int
    /// The certificate, as one who trusts it has it.
    let certificate: String
    private let directory: TestDirectory
    private var process: pid_t = 0

    /// Nil, with a line that says so, where there is no openssl.
    init?() throws {
        directory = try TestDirectory()
        certificate = directory.file("certificate.pem")
        let key = directory.file("key.pem")
        port = try ScriptedServer.closedPort()
        guard access(Self.program, X_OK) == 0 else {
            print("\(Self.program) is not there, so TLS is not tested")
            return nil
        }
        let making = try Self.spawn([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
            "-keyout", key, "-out", certificate,
        ])
        waitpid(making, nil, 0)
        process = try Self.spawn([
            "s_server", "-accept", "127.0.0.1:\(port)", "-cert", certificate, "-key", key, "-www",
            "-quiet",
        ])
    }

    deinit {
        guard process > 0 else { return }
        // Not SIGTERM: the threads of tests block it, and children inherit that.
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
    }

    private static let program = "/usr/bin/openssl"

    private static func spawn(_ arguments: [String]) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in 0...2 as ClosedRange<Int32> {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        let code = posix_spawn(&process, program, &actions, nil, &words, environ)
        guard code == 0 else { throw POSIXProblem(code: code) }
        return process
    }

    private struct POSIXProblem: Error { var code: Int32 }
}

import CinemaTestSupport
import Foundation
import Testing

@testable import CinemaClient

@Suite("A secret")
struct SecretReaderTests {
    private let directory: TestDirectory

    init() throws { directory = try TestDirectory() }

    private func file(_ text: String, mode: Int = 0o600) throws -> String {
        let path = try directory.write(text, to: "token")
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        return path
    }

    private func problem(_ secret: Secret, _ reader: SecretReader = SecretReader()) async -> String
    {
        do {
            _ = try await reader.read(secret)
            return ""
        } catch { return error.cause }
    }

    @Test("comes out of a variable")
    func variable() async throws {
        let reader = SecretReader(variable: { ["T": " hunter2 "][$0] })
        #expect(try await reader.read(.environment("T")).revealed == "hunter2")
        #expect(
            await problem(.environment("U"), reader)
                == "the variable U is not set; set it to the secret")
    }

    @Test("is the first line of a file")
    func firstLine() async throws {
        let path = try file("  hunter2 \r\nsecond\n")
        #expect(try await SecretReader().read(.file(path)).revealed == "hunter2")
    }

    @Test("is not taken from a file that others can read", arguments: [0o640, 0o604, 0o660, 0o666])
    func mode(mode: Int) async throws {
        let path = try file("hunter2\n", mode: mode)
        #expect(
            await problem(.file(path))
                == "others can read \(path); protect it with chmod 600 \(path)")
    }

    @Test("is not taken from what is no file, is missing or empty")
    func noFile() async throws {
        #expect(await problem(.file(directory.path)).contains("is not a file"))
        #expect(await problem(.file(directory.file("none"))).contains("No such file"))
        let path = try file("\nhunter2\n")
        #expect(await problem(.file(path)).contains("is empty"))
        #expect(await problem(.file("/dev/zero")).contains("is not a file"))
    }

    @Test("that cannot be sent is refused without repeating it")
    func controls() async throws {
        let path = try file("hunter2\u{1}x\n")
        let cause = await problem(.file(path))
        #expect(cause.contains("cannot be sent") && !cause.contains("hunter2"))
        let long = try file(String(repeating: "x", count: 10_000))
        #expect(await problem(.file(long)).contains("cannot be sent"))
    }

    @Test("is the first line that a program prints, without a shell")
    func command() async throws {
        let reader = SecretReader()
        let words = ["printf", "%s\\nsecond\\n", "$HOME;hunter2"]
        #expect(try await reader.read(.command(words)).revealed == "$HOME;hunter2")
        #expect(await problem(.command(["/nowhere/pass"])).contains("/nowhere/pass cannot be run"))
        #expect(await problem(.command(["false"])).contains("false ended with status 1"))
        #expect(await problem(.command(["true"])).contains("is empty"))
    }

    @Test("is not waited for without end")
    func deadline() async {
        let reader = SecretReader(deadline: .milliseconds(100))
        // The grandchild holds the pipe open; it is ended too.
        let words = ["sh", "-c", "sleep 60; echo hunter2"]
        #expect(await problem(.command(words), reader).contains("gave no answer within"))
    }

    @Test("is asked for by a program that has no input, no terminal and no files of ours")
    func child() async throws {
        let script = """
            input=$(readlink /proc/self/fd/0)
            open=$(ls /proc/$$/fd | tr '\\n' ' ')
            blocked=$(grep SigBlk /proc/self/status | tr -d '\\t')
            tty=$(cut -d' ' -f7 /proc/$$/stat)
            echo "$input $open$blocked tty:$tty"
            """
        let inherited = open("/dev/null", O_RDONLY)
        defer { close(inherited) }
        let found = try await SecretReader().read(.command(["sh", "-c", script])).revealed
        // 3 is the pipe through which the shell reads what ls prints.
        #expect(found == "/dev/null 0 1 2 3 SigBlk:0000000000000000 tty:0")
    }

    @Test("is never printed")
    func printed() async throws {
        let secret = SecretText("hunter2")
        var dumped = ""
        dump(secret, to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), "\([secret])", dumped] {
            #expect(!text.contains("hunter2"))
        }
    }
}

internal import Glibc

/// Gets secrets from where they are kept. Reading a file or running a program
/// blocks, so it is done on the reader's own thread, and only when a request
/// needs it.
actor SecretReader {
    /// What a secret may take; a field of a request cannot be longer.
    static let mostBytes = 8_192

    private let thread = SerialThread()
    private let variable: @Sendable (String) -> String?
    private let deadline: Duration

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    init(
        variable: @escaping @Sendable (String) -> String? = SecretReader.environmentVariable,
        deadline: Duration = .seconds(10)
    ) {
        self.variable = variable
        self.deadline = deadline
    }

    /// The first line of what is kept there, without blanks around it.
    func read(_ secret: Secret) throws(SecretProblem) -> SecretText {
        switch secret {
        case .environment(let name):
            guard let text = variable(name), !text.isEmpty else {
                throw SecretProblem(cause: "the variable \(name) is not set; set it to the secret")
            }
            return try Self.text(Array(text.utf8), of: "the variable \(name)")
        case .file(let path): return try Self.text(SecretFile.read(path), of: path)
        case .command(let words):
            return try Self.text(
                SecretCommand(words).output(within: deadline), of: "the answer of \(words[0])")
        }
    }

    @Sendable static func environmentVariable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// What can be sent in a field: printable, on one line, not too long.
    private static func text(_ bytes: [UInt8], of place: String) throws(SecretProblem) -> SecretText
    {
        let line = bytes.prefix { $0 != 0x0a && $0 != 0x0d }
        let blanks: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        let trimmed = Array(line.drop(while: blanks).reversed().drop(while: blanks).reversed())
        guard !trimmed.isEmpty else {
            throw SecretProblem(cause: "\(place) is empty; put the secret on its first line")
        }
        guard trimmed.count <= mostBytes, trimmed.allSatisfy({ $0 >= 0x20 && $0 != 0x7f }) else {
            throw SecretProblem(
                cause: "\(place) has signs that cannot be sent; put nothing but the secret there")
        }
        return SecretText(String(decoding: trimmed, as: UTF8.self))
    }
}

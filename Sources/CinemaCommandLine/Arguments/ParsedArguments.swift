/// A command line taken apart: which command, which options, which words.
struct ParsedArguments: Hashable, Sendable {
    /// The names that lead to the command, the program's own first.
    var path: [String]
    var command: CommandDeclaration
    /// The last value given for each option; empty for one without a value.
    var options: [String: String] = [:]
    var words: [String] = []

    /// The command as it is called, `cinema catalogue import`.
    var name: String { path.joined(separator: " ") }

    func problem(_ cause: String) -> UsageProblem { UsageProblem(command: name, cause: cause) }
}

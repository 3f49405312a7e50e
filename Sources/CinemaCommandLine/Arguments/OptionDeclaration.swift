/// An option of a command: how it is written, what it takes, what it does.
public struct OptionDeclaration: Hashable, Sendable {
    /// The long name without its dashes.
    public var name: String
    /// The one-letter form, if it has one.
    public var letter: Character?
    /// What its value is called in the help; nil for an option without a value.
    public var valueName: String?
    /// The only values it takes; empty where others are read.
    public var choices: [String]
    /// Whether its command does nothing without it.
    public var isRequired: Bool
    /// What it does, in one line without a full stop.
    public var summary: String

    public init(
        _ name: String, letter: Character? = nil, value valueName: String? = nil,
        choices: [String] = [], isRequired: Bool = false, summary: String
    ) {
        self.name = name
        self.letter = letter
        self.valueName = choices.isEmpty ? valueName : choices.joined(separator: "|")
        self.choices = choices
        self.isRequired = isRequired
        self.summary = summary
    }

    public var takesValue: Bool { valueName != nil }

    /// The long form with what it takes: `--limit N`.
    public var synopsis: String { "--" + name + (valueName.map { " " + $0 } ?? "") }
}

/// A word, or the rest of the words, that a command takes.
public struct ArgumentDeclaration: Hashable, Sendable {
    /// What stands for it in the help: `FILE`.
    public var name: String
    /// The only words it takes; empty where any are read.
    public var choices: [String]
    public var isRequired: Bool
    /// Whether it takes all the words that are left.
    public var repeats: Bool
    /// Whether its words are free text, in which a word may begin with a dash.
    public var isText: Bool
    /// What it is, in one line without a full stop.
    public var summary: String

    public init(
        _ name: String, choices: [String] = [], isRequired: Bool = true, repeats: Bool = false,
        isText: Bool = false, summary: String
    ) {
        self.name = name
        self.choices = choices
        self.isRequired = isRequired
        self.repeats = repeats
        self.isText = isText
        self.summary = summary
    }

    /// `films|people|genres`, `FILE…`, `[QUERY…]`.
    public var synopsis: String {
        let word = (choices.isEmpty ? name : choices.joined(separator: "|")) + (repeats ? "…" : "")
        return isRequired ? word : "[\(word)]"
    }
}

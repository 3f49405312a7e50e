/// A part of a command's help: a heading, and terms with what they mean.
public struct HelpSection: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        /// What is explained; empty for a paragraph that stands on its own.
        public var term: String
        public var text: String

        public init(_ term: String, _ text: String) {
            self.term = term
            self.text = text
        }
    }

    public var heading: String
    public var entries: [Entry]

    public init(_ heading: String, _ entries: [Entry]) {
        self.heading = heading
        self.entries = entries
    }
}

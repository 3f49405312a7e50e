/// What is behind a row or a list, as lines that can be folded.
public struct Inspection: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        /// How deep the line lies, from 0: a line folds all deeper ones behind it.
        public var depth: Int
        public var text: String

        public init(depth: Int = 0, _ text: String) {
            self.depth = depth
            self.text = text
        }
    }

    public var title: String
    public var lines: [Line]
    /// What is copied, such as a command that repeats a request; it holds no
    /// secret. Nil where there is nothing to copy.
    public var copy: String?

    public init(title: String, lines: [Line], copy: String? = nil) {
        self.title = title
        self.lines = lines
        self.copy = copy
    }
}

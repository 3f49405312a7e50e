/// What the terminal is like.
public struct TerminalFacts: Hashable, Sendable {
    /// What TERM says.
    public var requested: String?
    /// The description that is used; nil where none is known.
    public var description: String?
    public var colors: Int
    /// Columns and rows; nil where nothing here is a terminal.
    public var columns: Int?
    public var rows: Int?

    public init(
        requested: String?, description: String?, colors: Int = 0, columns: Int? = nil,
        rows: Int? = nil
    ) {
        self.requested = requested
        self.description = description
        self.colors = colors
        self.columns = columns
        self.rows = rows
    }
}

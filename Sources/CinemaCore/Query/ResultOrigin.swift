/// Where rows come from and how far they reach, where that is less than the
/// whole catalogue: the screen says it.
public struct ResultOrigin: Hashable, Sendable {
    public enum Place: Hashable, Sendable {
        case snapshot
        case server
        /// Answers of former requests.
        case cache
        /// Filtered or sorted here, out of the pages that were read.
        case loadedPages
    }

    public var place: Place
    /// How many films could be looked at, of how many, where not all could:
    /// `412 of 999`.
    public var coverage: Coverage?
    /// Rows that the server itself could not give.
    public var unreadableRows: Int
    /// What of the query the source could not do, as names of fields
    /// (`Filter.fieldName`, `sort`), and was therefore left out.
    public var ignored: [String]

    /// Parts of the source that did not answer; nil where all did.
    public var missing: Missing?

    /// What a result lacks because parts of the source were not looked at.
    public struct Missing: Hashable, Sendable {
        /// Parts that failed, of how many.
        public var parts: Int
        public var of: Int
        /// Whether the source stopped looking before it was through.
        public var timedOut: Bool

        public init(parts: Int, of: Int, timedOut: Bool = false) {
            self.parts = parts
            self.of = of
            self.timedOut = timedOut
        }
    }

    public struct Coverage: Hashable, Sendable {
        public var read: Int
        public var total: Count

        public init(read: Int, total: Count) {
            self.read = read
            self.total = total
        }
    }

    public init(
        place: Place, coverage: Coverage? = nil, unreadableRows: Int = 0,
        ignored: [String] = [], missing: Missing? = nil
    ) {
        self.place = place
        self.coverage = coverage
        self.unreadableRows = unreadableRows
        self.ignored = ignored
        self.missing = missing
    }
}

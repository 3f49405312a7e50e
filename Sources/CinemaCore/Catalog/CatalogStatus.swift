/// How a source is doing: what the status line tells of it.
///
/// The embedded catalogue and files have nothing to say; a remote source says
/// whether it is reached, how old its data are and where the time went.
public struct CatalogStatus: Hashable, Sendable {
    public enum Connection: Hashable, Sendable {
        /// No server is involved.
        case local
        /// Nothing was asked yet, or the first answer is still on its way.
        case connecting
        case online
        /// What failed, in one sentence, and when it is tried again, in
        /// seconds from the report.
        case offline(CatalogError, retryAfterSeconds: Int?)
        /// The reader wants no network (`--offline`).
        case switchedOff
    }

    /// What a background copy of the source has read so far.
    public struct SnapshotProgress: Hashable, Sendable {
        public enum Stage: Hashable, Sendable {
            /// Reading lists: titles.
            case lists
            /// Making a catalogue of what was read in lists.
            case building
            /// Reading films one by one: people, genres, descriptions.
            case details
            case complete
            /// Larger than the limit: searched at the server.
            case tooLarge
            /// The reader or the configuration wants none.
            case none
        }

        public var stage: Stage
        /// Films read in this stage.
        public var read: Int
        /// Films known of.
        public var total: Count

        public init(stage: Stage, read: Int, total: Count) {
            self.stage = stage
            self.read = read
            self.total = total
        }
    }

    /// Where the last answer came from and how long it took.
    public struct LastAnswer: Hashable, Sendable {
        public enum Origin: Hashable, Sendable { case cache, snapshot, server }

        public var origin: Origin
        public var milliseconds: Int
        /// What of that the server says it took itself; nil where it does not say.
        public var took: Int?

        public init(origin: Origin, milliseconds: Int, took: Int? = nil) {
            self.origin = origin
            self.milliseconds = milliseconds
            self.took = took
        }
    }

    /// The nodes of a cluster.
    public struct Nodes: Hashable, Sendable {
        /// Those that are not put aside, of how many.
        public var answering: Int
        public var known: Int

        public init(answering: Int, known: Int) {
            self.answering = answering
            self.known = known
        }
    }

    public var connection: Connection
    /// Nil for what is no cluster of several nodes.
    public var nodes: Nodes?
    /// Whether every keystroke is answered at once, without the network.
    public var isInstant: Bool
    /// When the shown data were read from the server, local time; nil for
    /// what does not age.
    public var readAt: LocalTime?
    /// Whether the data are older than the source's freshness says.
    public var isStale: Bool
    public var snapshot: SnapshotProgress?
    public var lastAnswer: LastAnswer?
    /// Grows whenever what was shown may have changed: what is on the screen
    /// is then asked for again.
    public var revision: Int

    public init(
        connection: Connection = .local, isInstant: Bool = true, readAt: LocalTime? = nil,
        isStale: Bool = false, snapshot: SnapshotProgress? = nil, lastAnswer: LastAnswer? = nil,
        revision: Int = 0, nodes: Nodes? = nil
    ) {
        self.connection = connection
        self.isInstant = isInstant
        self.readAt = readAt
        self.isStale = isStale
        self.snapshot = snapshot
        self.lastAnswer = lastAnswer
        self.revision = revision
        self.nodes = nodes
    }
}

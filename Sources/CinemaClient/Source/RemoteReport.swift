public import CinemaCore

/// What was found out about a remote source, for somebody who wonders why it
/// does not work.
public struct RemoteReport: Hashable, Sendable {
    /// One small question to the server.
    public struct Step: Hashable, Sendable {
        public enum Outcome: Hashable, Sendable {
            /// After so many milliseconds, with what came, in words.
            case answered(milliseconds: Int, String)
            case failed(CatalogError)
        }

        /// What was asked: `the document`, `a list of films`.
        public var question: String
        public var outcome: Outcome

        public init(_ question: String, _ outcome: Outcome) {
            self.question = question
            self.outcome = outcome
        }
    }

    /// Where a secret is kept, and whether it is there.
    public struct Credential: Hashable, Sendable {
        /// `the token`, `X-Api-Key`.
        public var name: String
        public var state: Secret.State

        public init(name: String, state: Secret.State) {
            self.name = name
            self.state = state
        }
    }

    public var name: String
    public var addresses: [String]
    public var isOffline: Bool
    public var verifiesPeer: Bool
    public var credentials: [Credential]
    public var steps: [Step]
    /// How the server is talked to, a line a matter.
    public var dialect: [String]
    /// What is odd about the server, in sentences.
    public var remarks: [String]
    /// What is kept of it.
    public var kept: KeptSource?
    /// What the local copy is like, in words; nil where there is none.
    public var snapshot: String?

    public init(
        name: String, addresses: [String], isOffline: Bool = false, verifiesPeer: Bool = true,
        credentials: [Credential] = [], steps: [Step] = [], dialect: [String] = [],
        remarks: [String] = [], kept: KeptSource? = nil, snapshot: String? = nil
    ) {
        self.name = name
        self.addresses = addresses
        self.isOffline = isOffline
        self.verifiesPeer = verifiesPeer
        self.credentials = credentials
        self.steps = steps
        self.dialect = dialect
        self.remarks = remarks
        self.kept = kept
        self.snapshot = snapshot
    }
}

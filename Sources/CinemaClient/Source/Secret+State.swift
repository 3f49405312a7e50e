internal import Glibc

extension Secret {
    /// Whether a secret is where it should be, as far as can be told without
    /// reading it.
    public struct State: Hashable, Sendable {
        public var isReady: Bool
        /// What there is, or what is wrong and what to do; never the secret.
        public var words: String

        public init(isReady: Bool, words: String) {
            self.isReady = isReady
            self.words = words
        }
    }

    /// Looks, but runs no program. `variable` gives a variable of the
    /// environment.
    public func state(variable: (String) -> String?) -> State {
        switch self {
        case .environment(let name):
            let isSet = variable(name).map { !$0.isEmpty } ?? false
            return State(isReady: isSet, words: isSet ? "set" : "not set")
        case .file(let path):
            if let problem = SecretFile.problem(path) {
                return State(isReady: false, words: problem.cause)
            }
            return State(isReady: true, words: "there, and only yours to read")
        case .command: return State(isReady: true, words: "run when it is needed")
        }
    }
}

/// How many there are, and how well that is known.
public enum Count: Hashable, Sendable {
    case exact(Int)
    /// At least so many; a later answer may tell.
    case atLeast(Int)
    case about(Int)

    public var value: Int {
        switch self {
        case .exact(let value), .atLeast(let value), .about(let value): value
        }
    }

    public var isExact: Bool {
        if case .exact = self { true } else { false }
    }
}

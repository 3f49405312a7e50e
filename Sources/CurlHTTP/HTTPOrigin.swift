/// Where an answer came from.
public enum HTTPOrigin: Hashable, Sendable {
    /// The server gave it, or has just confirmed that it is still so.
    case server
    /// It was kept: how old it was then, and when the server gave it, in
    /// seconds since 1970.
    case cache(State, readAt: Int64)

    public enum State: Hashable, Sendable {
        /// As good as the server's.
        case fresh
        /// Being asked for again, behind the screen.
        case stale
        /// Too old, but the server is away.
        case expired
    }
}

/// How a remote source is used.
struct RemoteOptions: Sendable {
    /// Where what is read of the source is kept; nil for nowhere.
    var directory: String?
    /// Whether the network is forbidden.
    var isOffline = false
    /// Whether answers come from a snapshot, where there is one.
    var keepsSnapshot = true
    /// Whether one is read while somebody listens to the statuses.
    var fetchesSnapshot = true
    var policy = SnapshotPolicy()
    /// For pauses; the engine's, so that nothing else has to wake up.
    var clock: any Clock<Duration>
    /// Ends the requests of the server, for good.
    var disconnect: @Sendable () -> Void = {}
    /// Seconds since 1970.
    var now: @Sendable () -> Int64 = WallClock.seconds

    /// - Parameter films: The most films of a snapshot; nil for what suits.
    init(
        directory: String?, isOffline: Bool = false, keepsSnapshot: Bool = true,
        films: Int? = nil, clock: any Clock<Duration>
    ) {
        self.directory = directory
        self.isOffline = isOffline
        self.keepsSnapshot = keepsSnapshot
        self.clock = clock
        if let films { policy.films = max(0, films) }
    }
}

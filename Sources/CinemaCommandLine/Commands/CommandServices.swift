public import CinemaClient
public import CinemaCore

/// What the commands need from the rest of the program.
public struct CommandServices: Sendable {
    /// The catalogue at an address; nil for the built-in one.
    public var catalog: @Sendable (String?) async throws(CatalogError) -> any Catalog
    /// What the file of a catalogue tells of itself; nil where it has none.
    public var file: @Sendable (String?) throws(CatalogError) -> CatalogInfo?
    public var importer: any CatalogImporting
    /// The lines of the key table.
    public var keys: @Sendable () -> [String]
    public var version: String
    /// Signals that an import is told of instead of dying at once; only for an
    /// importer that stops when it is told.
    public var interruption: Interruption
    /// The time since some moment, for durations.
    public var now: @Sendable () -> Duration

    public init(
        catalog: @escaping @Sendable (String?) async throws(CatalogError) -> any Catalog,
        file: @escaping @Sendable (String?) throws(CatalogError) -> CatalogInfo? = {
            (_) throws(CatalogError) in nil
        },
        importer: any CatalogImporting, keys: @escaping @Sendable () -> [String],
        version: String, interruption: Interruption = .never,
        now: @escaping @Sendable () -> Duration = Self.elapsed
    ) {
        self.catalog = catalog
        self.file = file
        self.importer = importer
        self.keys = keys
        self.version = version
        self.interruption = interruption
        self.now = now
    }

    /// The time on the monotonic clock since it was first asked.
    @Sendable public static func elapsed() -> Duration { start.duration(to: .now) }

    private static let start = ContinuousClock.now
}

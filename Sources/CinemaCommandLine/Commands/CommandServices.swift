public import CinemaClient
public import CinemaCore

/// What the commands need from the rest of the program.
public struct CommandServices: Sendable {
    public var catalog: @Sendable (SourceChoice) async throws(CatalogError) -> any Catalog
    /// What the file of a catalogue tells of itself; nil where it has none.
    public var file: @Sendable (SourceChoice) throws(CatalogError) -> CatalogInfo?
    public var maker: any CatalogMaking
    /// What the doctor is to know when a source is in use.
    public var doctor: @Sendable (SourceChoice) async -> DoctorFacts
    /// What is kept of a remote source, or of all.
    public var kept: @Sendable (String?) throws(CatalogError) -> [KeptSource]
    /// Where the configuration is; nil without a home.
    public var configurationPath: @Sendable () -> String?
    /// What is in force, as lines; of secrets only where they are.
    public var configuration: @Sendable (SourceChoice) throws(CatalogError) -> [String]
    /// The lines of the key table.
    public var keys: @Sendable () -> [String]
    public var version: String
    /// Signals that the making of a catalogue is told of instead of dying at
    /// once; only for a maker that stops when it is told.
    public var interruption: Interruption
    /// The time since some moment, for durations.
    public var now: @Sendable () -> Duration
    /// Waits, unless the task is cancelled.
    public var pause: @Sendable (Duration) async -> Void

    public init(
        catalog: @escaping @Sendable (SourceChoice) async throws(CatalogError) -> any Catalog,
        file: @escaping @Sendable (SourceChoice) throws(CatalogError) -> CatalogInfo? = {
            (_) throws(CatalogError) in nil
        },
        maker: any CatalogMaking,
        doctor: @escaping @Sendable (SourceChoice) async -> DoctorFacts = { _ in .nothing },
        kept: @escaping @Sendable (String?) throws(CatalogError) -> [KeptSource] = {
            (_) throws(CatalogError) in []
        },
        configurationPath: @escaping @Sendable () -> String? = { nil },
        configuration: @escaping @Sendable (SourceChoice) throws(CatalogError) -> [String] = {
            (_) throws(CatalogError) in []
        },
        keys: @escaping @Sendable () -> [String],
        version: String, interruption: Interruption = .never,
        now: @escaping @Sendable () -> Duration = Self.elapsed,
        pause: @escaping @Sendable (Duration) async -> Void = { try? await Task.sleep(for: $0) }
    ) {
        self.catalog = catalog
        self.file = file
        self.maker = maker
        self.doctor = doctor
        self.kept = kept
        self.configurationPath = configurationPath
        self.configuration = configuration
        self.keys = keys
        self.version = version
        self.interruption = interruption
        self.now = now
        self.pause = pause
    }

    /// The time on the monotonic clock since it was first asked.
    @Sendable public static func elapsed() -> Duration { start.duration(to: .now) }

    private static let start = ContinuousClock.now
}

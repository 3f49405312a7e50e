import CinemaCommandLine
import CinemaCore

/// What a command line did.
struct CommandLineRun {
    var output: String
    var messages: String
    var status: Int32
}

/// Runs a command line over a catalogue; into a pipe unless a terminal of so
/// many columns is given.
func cinema(
    _ arguments: [String], catalog: StubCatalog = StubCatalog(films: Film.stars),
    terminal columns: Int? = nil, sink: MemorySink = MemorySink(),
    environment: [String: String] = [:],
    maker: any CatalogMaking = StubMaker(), interruption: Interruption = .never,
    transliteration: (@Sendable (String) -> String)? = nil,
    now: @escaping @Sendable () -> Duration = { .zero }, doctor: DoctorFacts = .nothing,
    configurationPath: String? = nil,
    configuration: Result<[String], CatalogError> = .success([])
) async -> CommandLineRun {
    let messages = MemorySink()
    let console = Console(
        output: OutputWriter(sink), messages: OutputWriter(messages),
        isTerminal: columns != nil, showsProgress: columns != nil, width: columns ?? 80,
        emphasis: columns == nil ? nil : Emphasis(start: "<", end: ">"),
        transliteration: transliteration)
    let services = CommandServices(
        catalog: { _ in catalog }, maker: maker, doctor: { _ in doctor },
        configurationPath: { configurationPath },
        configuration: { (_) throws(CatalogError) in try configuration.get() },
        keys: { ["q  quit"] }, version: "1.2.3",
        interruption: interruption, now: now)
    let outcome = await CommandRunner(console: console, services: services)
        .run(CommandLineReader(environment: environment).read(arguments))
    return CommandLineRun(output: sink.text, messages: messages.text, status: outcome.status)
}

/// The same, with the arguments as one text that is split at blanks.
func cinema(
    _ arguments: String, catalog: StubCatalog = StubCatalog(films: Film.stars),
    terminal columns: Int? = nil
) async -> CommandLineRun {
    await cinema(
        arguments.split(separator: " ").map(String.init), catalog: catalog, terminal: columns)
}

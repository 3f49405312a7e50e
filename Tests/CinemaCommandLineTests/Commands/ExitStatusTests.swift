import CinemaCommandLine
import CinemaCore
import Testing

@Suite("The exit status")
struct ExitStatusTests {
    @Test(
        "tells why a source did not answer",
        arguments: [
            (CatalogError.Kind.unavailable, Int32(3)), (.invalidAnswer, 4), (.unsupported, 2),
            (.notFound, 1),
        ])
    func errors(kind: CatalogError.Kind, status: Int32) async {
        let error = CatalogError(kind, source: "films.sqlite", cause: "the file is\u{1b} missing")
        for arguments in ["search films", "search films star", "catalogue info"] {
            let run = await cinema(arguments, catalog: StubCatalog(failure: error))
            #expect(run.output == "")
            #expect(run.messages == "cinema: films.sqlite: the file is␛ missing\n")
            #expect(run.status == status)
        }
    }

    @Test("is 130 after an interruption, without a word")
    func cancelled() async {
        let run = await cinema(
            "search films", catalog: StubCatalog(failure: .cancelled(source: "stub")))
        #expect(run.messages == "")
        #expect(run.status == 130)
    }

    @Test("is 0 for help, version and keys")
    func done() async {
        #expect(await cinema("--version").output == "cinema 1.2.3\n")
        #expect(await cinema("keys").output == "q  quit\n")
        for arguments in ["--help", "help", "search --help", "--version", "keys"] {
            #expect(await cinema(arguments).status == 0)
        }
    }

    @Test("comes to a thread that waits for it")
    func waiting() async {
        let sink = MemorySink()
        let console = Console(output: OutputWriter(sink), messages: OutputWriter(sink))
        let services = CommandServices(
            catalog: { _ in StubCatalog() }, maker: StubMaker(), keys: { ["q  quit"] },
            version: "1")
        let runner = CommandRunner(console: console, services: services)
        #expect(await onThread { runner.runToEnd(.keys) } == .finished(.done))
        #expect(sink.text == "q  quit\n")
    }
}

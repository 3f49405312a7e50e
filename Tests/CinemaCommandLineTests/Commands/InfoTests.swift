import CinemaCore
import Testing

@testable import CinemaClient
@testable import CinemaCommandLine

@Suite struct InfoTests {
    private func info(terminal: Bool) async -> String {
        let sink = MemorySink()
        let console = Console(
            output: OutputWriter(sink), messages: OutputWriter(MemorySink()), isTerminal: terminal,
            showsProgress: false, width: 80, emphasis: nil, transliteration: nil)
        let services = CommandServices(
            catalog: { _ in StubCatalog(films: Film.stars) },
            file: { (_) throws(CatalogError) in
                CatalogInfo(
                    path: "/tmp/films.sqlite", films: 3, people: 0, genres: 0, schemaVersion: 1,
                    bytes: 23_363_584, modified: 1_795_512_180, provenance: "imported from a\u{1b}b"
                )
            }, maker: StubMaker(), keys: { [] }, version: "1")
        _ = await CommandRunner(console: console, services: services)
            .run(.catalogueInfo(source: SourceChoice("/tmp/films.sqlite")))
        return sink.text
    }

    @Test func aPipeGetsNamesAndPlainValues() async {
        #expect(
            await info(terminal: false)
                == "name\tstub\nfilms\t3\npeople\t0\ngenres\t0\nfile\t/tmp/films.sqlite\n"
                + "bytes\t23363584\nmade\t2026-11-24 09:23 UTC\nschema\t1\n"
                + "from\timported from a␛b\n")
    }

    @Test func theEyeGetsNumbersInGroups() async {
        #expect(await info(terminal: true).contains("bytes   23,363,584"))
    }
}

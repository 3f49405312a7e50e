import CinemaClient
import CinemaCommandLine
import CinemaCore
import Testing

@Suite("The doctor")
struct DoctorTests {
    private let healthy = DoctorFacts(
        terminal: TerminalFacts(
            requested: "xterm", description: "xterm", colors: 8, columns: 120, rows: 40),
        charset: CharsetFacts(locale: "ru_RU.UTF-8", charset: "UTF-8"),
        places: [PlaceFacts(purpose: "history", path: "/h/cinema", bytes: 3 << 20)],
        configuration: ConfigurationFacts(path: "/c/config.toml", isThere: true, sources: 2),
        curlVersion: "7.88.1",
        source: .local(
            name: "embedded",
            .success(CatalogSummary(name: "embedded", films: 17_472, people: 2, genres: 1))))

    private func texts(
        _ state: DoctorFinding.State, _ change: (inout DoctorFacts) -> Void
    ) -> [String] {
        var facts = healthy
        change(&facts)
        return facts.findings.filter { $0.state == state }.map(\.text)
    }

    @Test("finds nothing wrong where nothing is")
    func health() {
        #expect(healthy.findings.allSatisfy { $0.state == .ok && $0.exitCode == .done })
        #expect(
            healthy.findings.map(\.text) == [
                "TERM is xterm, which is known", "8 colours", "120 columns, 40 rows",
                "the locale ru_RU.UTF-8, which is UTF-8", "history: /h/cinema, 3.0 MB",
                "/c/config.toml has 2 sources", "libcurl 7.88.1",
                "embedded: 17,472 films, 2 people, 1 genre",
            ])
    }

    @Test("warns of what can be lived with")
    func warnings() {
        #expect(
            texts(.warning) { $0.terminal.description = "xterm-256color" }
                == ["TERM is xterm, which is not known here; it is taken for xterm-256color"])
        #expect(texts(.warning) { $0.terminal.colors = 0 }.count == 1)
        #expect(texts(.warning) { $0.terminal.rows = 10 }.count == 1)
        #expect(texts(.warning) { $0.charset.charset = "KOI8-R" }[0].contains("LANG=C.UTF-8"))
        #expect(texts(.warning) { $0.places[0].isWritable = false }[0].contains("/h/cinema"))
        #expect(texts(.warning) { $0.places[0].path = nil }[0].contains("HOME"))
        #expect(texts(.warning) { $0.configuration.warnings = ["c:1:1: odd"] } == ["c:1:1: odd"])
        #expect(texts(.warning) { $0.curlVersion = nil }[0].contains("libcurl4"))
    }

    @Test("calls a problem what stops one")
    func problems() {
        #expect(texts(.problem) { $0.configuration.errors = ["c:1:1: bad"] } == ["c:1:1: bad"])
        #expect(texts(.problem) { $0.terminal.description = nil }.count == 1)
        let away = CatalogError(.unavailable, source: "work", cause: "nobody answers")
        #expect(texts(.problem) { $0.source = .unusable(away) } == ["work: nobody answers"])
        #expect(
            texts(.problem) {
                $0.curlVersion = nil
                $0.source = .remote(RemoteReport(name: "work", addresses: ["http://h"]))
            } == ["libcurl is not there; install libcurl4"])
    }

    @Test("tells of a remote source what was asked, derived and kept")
    func remote() {
        let report = RemoteReport(
            name: "work", addresses: ["http://films.example.org"], verifiesPeer: false,
            credentials: [
                .init(name: "the token", state: .init(isReady: true, words: "set")),
                .init(name: "X-Api-Key", state: .init(isReady: false, words: "not set")),
            ],
            steps: [
                .init("the document", .answered(milliseconds: 12, "")),
                .init(
                    "a search",
                    .failed(CatalogError(.unavailable, source: "work", cause: "it timed out"))),
            ],
            dialect: ["films: GET /api/v1/films"], remarks: ["pages past the end are clamped"])
        let lines = texts(.ok) { $0.source = .remote(report) }.suffix(5)
        #expect(
            lines == [
                "work at http://films.example.org", "the token: set", "the document in 12 ms",
                "films: GET /api/v1/films", "nothing is kept of it",
            ])
        #expect(
            texts(.problem) { $0.source = .remote(report) }
                == ["X-Api-Key: not set", "a search: it timed out"])
        let warnings = texts(.warning) { $0.source = .remote(report) }
        #expect(warnings.count == 3)
        #expect(warnings[0].contains("verify_tls") && warnings[1].contains("https://"))
    }

    @Test("ends with what a command would end with")
    func exitCodes() async {
        let away = CatalogError(.unavailable, source: "work", cause: "nobody answers")
        var facts = healthy
        #expect(await cinema(["doctor"], doctor: facts).status == 0)
        facts.source = .unusable(away)
        let run = await cinema(["doctor"], doctor: facts)
        #expect(run.status == 3)
        #expect(run.output.hasSuffix("problem\tsource\twork: nobody answers\n"))
        #expect(run.messages == "")
        facts.configuration.errors = ["c:1:1: bad"]
        #expect(await cinema(["doctor"], doctor: facts).status == 2)
    }

    @Test("says its findings in words on a terminal too")
    func page() async {
        var facts = healthy
        facts.charset.charset = "ASCII"
        let run = await cinema(["doctor"], terminal: 80, doctor: facts)
        #expect(run.output.contains("<terminal>\n  ok       TERM is xterm, which is known\n"))
        #expect(run.output.contains("\n\n<locale>\n  warning  the locale"))
    }
}

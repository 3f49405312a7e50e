import CinemaCommandLine
import CinemaCore
import Synchronization
import Testing

@Suite("cinema catalogue")
struct ImportTests {
    private let arguments = ["catalogue", "import", "films.ndjson", "--into", "out.sqlite"]
    private let made = MakingResult(films: 17_472, people: 1, genres: 26)

    @Test("import says what it has made and how long it took")
    func done() async {
        let clock = Mutex(Duration.zero)
        let run = await cinema(
            arguments, maker: StubMaker(ending: .success(made)),
            now: {
                clock.withLock {
                    $0 += .milliseconds(1_240)
                    return $0
                }
            })
        #expect(run.output == "")
        #expect(
            run.messages
                == "imported 17,472 films, 1 person, 26 genres into out.sqlite in 1.2 s\n")
        #expect(run.status == 0)
    }

    @Test("import writes one line over and over on a terminal, ten times a second at most")
    func progress() async {
        let steps = (0..<1_000).map {
            MakingProgress(.reading, films: $0 * 1_000, fraction: Double($0) / 1_000)
        }
        let clock = Mutex(Duration.zero)
        let run = await cinema(
            arguments, terminal: 80,
            maker: StubMaker(steps: steps, ending: .success(made)),
            // Every look at the clock is a millisecond later.
            now: {
                clock.withLock {
                    $0 += .milliseconds(1)
                    return $0
                }
            })
        let lines = run.messages.split(separator: "\r")
        #expect(lines.count == 12)
        #expect(lines[0] == "reading: 0 films, 0 %")
        #expect(lines[9] == "reading: 900,000 films, 45 %")
        #expect(lines[10] == Substring(repeating: " ", count: lines[9].count))
        #expect(lines[11].hasPrefix("imported 17,472 films"))
        let quiet = await cinema(
            arguments, maker: StubMaker(steps: steps, ending: .success(made)))
        #expect(quiet.messages.split(separator: "\n").count == 1)
    }

    @Test("import tells the first problems line by line, then how many more there are")
    func problems() async {
        let problems = (1...20).map { "a\u{1b}.ndjson:\($0): a title is missing" }
        let result = MakingResult(
            films: 1, people: 1, genres: 1, problems: problems, problemCount: 23)
        let run = await cinema(arguments, maker: StubMaker(ending: .success(result)))
        let lines = run.messages.split(separator: "\n")
        #expect(lines.count == 22)
        #expect(lines[0] == "a␛.ndjson:1: a title is missing")
        #expect(lines[19] == "a␛.ndjson:20: a title is missing")
        #expect(lines[20] == "and 3 more problems")
    }

    @Test(
        "import fails in one sentence",
        arguments: [
            (MakingFailure.Kind.nothingRead, Int32(4)), (.wrongUsage, 2),
        ])
    func failures(kind: MakingFailure.Kind, status: Int32) async {
        let failure = MakingFailure(kind, sentence: "films.ndjson holds no films")
        let run = await cinema(arguments, maker: StubMaker(ending: .failure(failure)))
        #expect(run.messages == "cinema catalogue import: films.ndjson holds no films\n")
        #expect(run.status == status)
    }

    @Test("import ends when it is interrupted", arguments: [(Int32(2), Int32(130)), (15, 143)])
    func interrupted(signal: Int32, status: Int32) async {
        let run = await cinema(
            arguments,
            maker: StubMaker(steps: [MakingProgress(.writing, films: 1)]),
            interruption: Interruption(watch: {}, received: { signal }))
        #expect(run.messages == "cinema: interrupted; nothing was changed\n")
        #expect(run.status == status)
    }

    @Test("info tells what a catalogue holds")
    func info() async {
        let run = await cinema("catalogue info")
        #expect(run.output == "name\tstub\nfilms\t3\npeople\t0\ngenres\t0\n")
        let table = await cinema("catalogue info", terminal: 80)
        #expect(
            table.output == """
                <stub>

                <holds>
                  films   3
                  people  0
                  genres  0

                """)
    }
}

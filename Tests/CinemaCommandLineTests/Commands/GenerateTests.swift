import CinemaCommandLine
import CinemaCore
import Synchronization
import Testing

@Suite("cinema catalogue generate")
struct GenerateTests {
    private let arguments = [
        "catalogue", "generate", "--films", "1000000", "--into", "out.sqlite",
    ]

    @Test("says what it has made and how long it took")
    func done() async {
        let made = MakingResult(films: 1_000_000, people: 500_000, genres: 25)
        let run = await cinema(arguments, maker: StubMaker(ending: .success(made)))
        #expect(run.output == "")
        #expect(
            run.messages
                == "generated 1,000,000 films, 500,000 people, 25 genres into out.sqlite in 0.0 s\n"
        )
        #expect(run.status == 0)
    }

    @Test("fails in one sentence")
    func failure() async {
        let failure = MakingFailure(.wrongUsage, sentence: "out.sqlite is not a catalogue")
        let run = await cinema(arguments, maker: StubMaker(ending: .failure(failure)))
        #expect(run.messages == "cinema catalogue generate: out.sqlite is not a catalogue\n")
        #expect(run.status == 2)
    }

    @Test("ends when it is interrupted, with nothing changed")
    func interrupted() async {
        let run = await cinema(
            arguments, maker: StubMaker(steps: [MakingProgress(.generating, films: 1)]),
            interruption: Interruption(watch: {}, received: { 2 }))
        #expect(run.messages == "cinema: interrupted; nothing was changed\n")
        #expect(run.status == 130)
    }

    @Test("tells how many films a second it makes, and how long it will still take")
    func progress() async {
        // Ten seconds of making, then ten of writing.
        let making = (0...100).map {
            MakingProgress(
                .generating, films: $0 * 10_000, fraction: Double($0) / 100,
                filmsPerSecond: 100_423.7)
        }
        let writing = (0...100).map {
            MakingProgress(.writing, films: 1_000_000, fraction: Double($0) / 100)
        }
        let clock = Mutex(Duration.zero)
        let run = await cinema(
            arguments, terminal: 80, maker: StubMaker(steps: making + writing),
            now: {
                clock.withLock {
                    $0 += .milliseconds(100)
                    return $0
                }
            })
        let lines = run.messages.split(separator: "\r").map {
            String($0.reversed().drop { $0 == " " }.reversed())
        }
        #expect(lines[0] == "generating: 0 films, 0 %, 100,000 films/s")
        #expect(lines[50] == "generating: 500,000 films, 25 %, 100,000 films/s, 15 s left")
        #expect(lines[151] == "writing: 1,000,000 films, 75 %, 6 s left")
        #expect(lines[201] == "writing: 1,000,000 films, 100 %, 1 s left")
    }
}

import CinemaCore
import Foundation
import Glibc
import Synchronization
import Testing

@testable import CinemaCommandLine

/// Taking films away: whole, in order, each once, whatever happens.
struct ExportTests {
    @Test func everyFilmIsALineInOrder() async throws {
        let place = try ExportPlace(films: 1_234)
        let run = await place.export()
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
        #expect(run.messages == "exported 1,234 films into \(place.file) in 0.0 s\n")
        #expect(place.titles(place.file) == (0..<1_234).map { "Film \($0)" })
        #expect(place.names == ["films.ndjson"])
        #expect(place.catalog.behavior.withLock { $0.pages.map(\.offset) } == [0, 500, 1_000])
    }

    @Test func withoutAFileTheyGoToStandardOutput() async throws {
        let place = try ExportPlace(films: 3)
        let run = await place.export("films", into: nil)
        #expect(run.output.split(separator: "\n").count == 3)
        #expect(run.output.hasPrefix("{\"id\":\"id \\\"0\\\"\",\"title\":\"Film 0\",\"year\":1900"))
        #expect(run.messages.isEmpty && run.status == 0)
    }

    @Test func aFileThatIsThereStaysUnlessItIsToBeReplaced() async throws {
        let place = try ExportPlace(films: 2)
        try "mine\n".write(toFile: place.file, atomically: true, encoding: .utf8)
        let refused = await place.export()
        #expect(refused.status == 2)
        #expect(
            refused.messages.hasSuffix("exists; say --replace to put the export in its place\n"))
        #expect(place.lines(place.file) == ["mine"] && place.names == ["films.ndjson"])
        #expect(await place.export("--replace").status == 0)
        #expect(place.lines(place.file).count == 2)
    }

    @Test func whatIsNoPlainFileIsNotReplaced() async throws {
        let place = try ExportPlace()
        let run = await place.export("--replace", into: "/dev/full")
        #expect(run.status == 2)
        #expect(run.messages.contains("/dev/full is no plain file"))
    }

    @Test func aLinkIsFollowed() async throws {
        let place = try ExportPlace(films: 2)
        let real = place.path + "/real.ndjson"
        try "".write(toFile: real, atomically: true, encoding: .utf8)
        try FileManager.default.createSymbolicLink(
            atPath: place.file, withDestinationPath: real)
        #expect(await place.export("--replace").status == 0)
        #expect(place.lines(real).count == 2)
        #expect(place.names == ["films.ndjson", "real.ndjson"])
    }

    @Test func nothingFoundMakesNoFile() async throws {
        let place = try ExportPlace(films: 0)
        let run = await place.export("qqq")
        #expect(run.status == 1)
        #expect(run.messages == "cinema: no films match qqq\n")
        #expect(place.names.isEmpty)
    }

    @Test func aServerThatIsBackSoonIsWaitedFor() async throws {
        let place = try ExportPlace(films: 1_500)
        place.catalog.set {
            $0.failsFrom = 500
            $0.failures = 2
        }
        let run = await place.export()
        #expect(run.status == 0)
        #expect(place.titles(place.file) == (0..<1_500).map { "Film \($0)" })
        #expect(place.paused.withLock { $0 } == [.seconds(6), .seconds(12)])
        #expect(run.messages.contains("the connection was refused; trying again in 6 s"))
    }

    @Test func aServerThatStaysAwayLeavesWhatCanBeGoneOnWith() async throws {
        let place = try ExportPlace(films: 1_500)
        place.catalog.set {
            $0.failsFrom = 1_000
            $0.failures = 4
        }
        let run = await place.export()
        #expect(run.status == 3)
        #expect(
            run.messages.hasSuffix(
                """
                cinema: films.example: the connection was refused; 1,000 films are in \
                \(place.partial), and the same command with --resume goes on

                """))
        #expect(place.names == ["films.ndjson.partial"])
        let again = await place.export()
        #expect(again.status == 2 && again.messages.contains("say --resume to go on with it"))
        let resumed = await place.export("--resume")
        #expect(resumed.status == 0)
        #expect(place.titles(place.file) == (0..<1_500).map { "Film \($0)" })
        #expect(place.names == ["films.ndjson"])
    }

    @Test func aServerThatIsAwayAtTheStartFailsAtOnce() async throws {
        let place = try ExportPlace(films: 10)
        place.catalog.set {
            $0.failsFrom = 0
            $0.failures = 1
        }
        let run = await place.export()
        #expect(run.status == 3)
        #expect(run.messages == "cinema: films.example: the connection was refused\n")
        #expect(place.names.isEmpty && place.paused.withLock { $0.isEmpty })
    }

    @Test func aLineThatWasCutOffIsWrittenAnew() async throws {
        let place = try ExportPlace(films: 700)
        #expect(await place.export().status == 0)
        let whole = try Data(contentsOf: URL(filePath: place.file))
        try FileManager.default.removeItem(atPath: place.file)
        try whole.prefix(whole.count / 2).write(to: URL(filePath: place.partial))
        #expect(await place.export("--resume").status == 0)
        #expect(try Data(contentsOf: URL(filePath: place.file)) == whole)
        try FileManager.default.removeItem(atPath: place.file)
        try whole.write(to: URL(filePath: place.partial))
        #expect(await place.export("--resume").status == 0, "only the name was missing")
        #expect(try Data(contentsOf: URL(filePath: place.file)) == whole)
    }

    @Test func whatChangedIsNotGoneOnWithAndNothingIsLost() async throws {
        let place = try ExportPlace(films: 1_500)
        place.catalog.set {
            $0.failsFrom = 1_000
            $0.failures = 4
        }
        _ = await place.export()
        place.catalog.set { $0.newcomer = .named("Newcomer", id: "new") }
        let run = await place.export("--resume")
        #expect(run.status == 2)
        #expect(run.messages.contains("that has changed"))
        #expect(place.lines(place.partial).count == 1_000)
        #expect(await place.export("--replace").status == 0)
        #expect(place.titles(place.file).first == "Newcomer")
    }

    @Test func aChangeWhileItIsReadIsNoticed() async throws {
        let place = try ExportPlace(films: 1_500)
        place.catalog.set {
            $0.newcomer = .named("Newcomer", id: "new")
            $0.newcomerAfter = 1
        }
        let run = await place.export()
        #expect(run.status == 4)
        #expect(run.messages.contains("the catalogue changed while it was read: Film 499"))
        #expect(place.lines(place.partial).count == 500)
    }

    @Test func aFileOfSomethingElseIsNotGoneOnWith() async throws {
        let place = try ExportPlace(films: 3)
        try "hello\n".write(toFile: place.partial, atomically: true, encoding: .utf8)
        let run = await place.export("--resume")
        #expect(run.status == 2 && run.messages.contains("has lines that are no export"))
        #expect(place.lines(place.partial) == ["hello"])
    }

    @Test func anAnswerThatLacksPartsIsNotWritten() async throws {
        let place = try ExportPlace(films: 3)
        place.catalog.set { $0.missing = ResultOrigin.Missing(parts: 2, of: 5) }
        let run = await place.export()
        #expect(run.status == 3)
        #expect(run.messages == "cinema: films.example: 2 of 5 shards did not answer\n")
    }

    @Test func aSignalLeavesWholeLinesAndSaysHowToGoOn() async throws {
        let place = try ExportPlace(films: 1_500)
        let looks = Mutex(0)
        let interruption = Interruption(
            watch: {},
            received: { [catalog = place.catalog] in
                looks.withLock { $0 += 1 }
                return catalog.behavior.withLock { $0.pages.isEmpty } ? nil : SIGINT
            })
        let run = await place.export(interruption: interruption)
        #expect(run.status == 130)
        #expect(
            run.messages == """
                cinema: interrupted; 500 films are in \(place.partial), and the same command with \
                --resume goes on

                """)
        #expect(place.lines(place.partial).count == 500)
        #expect(await place.export("--resume").status == 0)
        #expect(place.titles(place.file) == (0..<1_500).map { "Film \($0)" })
    }

    @Test func aClosedPipeEndsItInSilence() async throws {
        let place = try ExportPlace(films: 1_500)
        let run = await place.export(into: nil, sink: MemorySink(capacity: 100))
        #expect(run.status == 141 && run.messages.isEmpty)
    }

    @Test func outputThatCannotBeWrittenIsSaid() async throws {
        let place = try ExportPlace()
        let full = MemorySink(capacity: 0, failure: .failed("No space left on device"))
        let run = await place.export(into: nil, sink: full)
        #expect(run.status == 2)
        #expect(
            run.messages
                == "cinema: standard output cannot be written: No space left on device\n")
    }

    @Test func aTermThatMakesNoSenseIsRefused() async throws {
        let place = try ExportPlace()
        let run = await place.export("year:old")
        #expect(run.status == 2 && place.names.isEmpty)
    }

    @Test(arguments: [
        ["export", "people"], ["export", "--resume"], ["export", "--replace"],
        ["export", "--into", ""],
    ])
    func whatMakesNoSenseIsSaid(_ arguments: [String]) async {
        let run = await cinema(arguments)
        #expect(run.status == 2 && run.messages.split(separator: "\n").count == 1)
    }

    @Test func progressIsShownOnATerminal() async throws {
        let place = try ExportPlace(films: 1_500)
        let run = await place.export(terminal: true)
        #expect(run.messages.contains("exporting: 500 films, 33 %"))
    }
}

import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

/// The running program over a remote source, a step of the loop at a time.
struct RemoteProgramTests {
    private final class Loop {
        let executor = ManualExecutor()
        let screen = RecordingScreen(size: Size(columns: 100, rows: 24))
        let server = RemoteStub()
        let catalog: GatedCatalog
        let program: Program
        var now = 0

        init(_ status: CatalogStatus) {
            catalog = GatedCatalog(server)
            program = Program(
                state: AppState(size: screen.size, status: status), catalog: catalog,
                screen: screen, executor: executor, randomNumbers: SeededGenerator(seed: 1))
            server.report(status)
            step { $0.start(at: $1) }
        }

        func step(_ body: @Sendable (isolated Program, Moment) -> Void = { _, _ in }) {
            let moment = Moment(milliseconds: now)
            program.assumeIsolated {
                body($0, moment)
                $0.advance(to: moment)
            }
            executor.drain()
            program.assumeIsolated { $0.present() }
        }

        func type(_ keys: String) {
            let keys = Key.sequence(keys) ?? []
            step { program, moment in
                for key in keys { program.handle(.key(key), at: moment) }
            }
        }

        func wait(_ milliseconds: Int) {
            now += milliseconds
            step()
        }

        func report(_ status: CatalogStatus) {
            server.report(status)
            step()
        }

        func settle() {
            while !catalog.waiting.isEmpty {
                catalog.openAll()
                step()
            }
        }

        var wake: Int? { program.assumeIsolated { $0.nextWake?.milliseconds } }
        var expectsReply: Bool { program.assumeIsolated { $0.expectsReply } }
        var text: String { screen.frames.last?.text ?? "" }
    }

    @Test func keysOfAReaderWhoTypesAreOneSearch() {
        let loop = Loop(.atTheServer)
        loop.settle()
        for key in ["s", "t", "a", "r", " ", "w", "a", "r", "s"] {
            loop.type(key)
            #expect(loop.text.contains("/ s"))
            loop.wait(120)
        }
        loop.wait(80)
        #expect(loop.catalog.waiting == ["search star wars"])
        #expect(!loop.expectsReply)
        loop.settle()
        #expect(loop.text.contains("Star Wars"))
    }

    @Test func answersInTheWrongOrderEndInTheLastQuery() {
        let loop = Loop(.atTheServer)
        loop.settle()
        for text in ["god", "<C-u>heat", "<C-u>hamlet"] {
            loop.type(text + "<Enter>")
        }
        loop.catalog.open("search hamlet")
        loop.step()
        loop.catalog.open("search god")
        loop.step()
        loop.catalog.fail("search heat", .away)
        loop.settle()
        #expect(loop.text.contains("Laurence Olivier") && !loop.text.contains("refused"))
        #expect(loop.catalog.cancelled.contains("search god"))
    }

    @Test func reportsThatChangeNothingAreNoFrame() {
        let loop = Loop(.withSnapshot)
        loop.settle()
        let frames = loop.screen.frames.count
        var status = CatalogStatus.withSnapshot
        for milliseconds in 1..<20 {
            status.lastAnswer?.milliseconds = milliseconds
            loop.report(status)
        }
        #expect(loop.screen.frames.count == frames)
        #expect(loop.wake == nil)
        loop.report(.withSnapshot.offline())
        #expect(loop.screen.frames.count == frames + 1)
    }

    @Test func progressIsAFrameASecond() {
        let loop = Loop(.withSnapshot)
        loop.settle()
        let frames = loop.screen.frames.count
        var status = CatalogStatus.withSnapshot
        for read in 0..<100 {
            status.snapshot = .init(stage: .details, read: read, total: .exact(999))
            loop.report(status)
            loop.wait(100)
        }
        #expect((10...12).contains(loop.screen.frames.count - frames))
    }

    @Test func atRestNothingIsScheduled() {
        let loop = Loop(.withSnapshot)
        loop.settle()
        loop.type("god")
        loop.settle()
        loop.wait(200)
        loop.settle()
        loop.report(.withSnapshot.with(revision: 1))
        loop.wait(2_000)
        loop.settle()
        loop.type("<Esc>jjr")
        loop.settle()
        loop.wait(400)
        loop.settle()
        #expect(loop.wake == nil && !loop.expectsReply)
        let frames = loop.screen.frames.count
        for _ in 0..<100 { loop.wait(60_000) }
        #expect(loop.screen.frames.count == frames)
        #expect(loop.catalog.waiting.isEmpty && loop.executor.waiting == 0)
    }

    @Test func aKeyCancelsWhatTheServerIsAsked() {
        let loop = Loop(.withSnapshot)
        loop.settle()
        loop.type("god")
        loop.settle()
        loop.wait(200)
        #expect(loop.catalog.waiting == ["confirm god"])
        #expect(!loop.expectsReply)
        loop.type("f")
        loop.settle()
        #expect(loop.catalog.cancelled.last == "confirm god")
    }

    @Test func whatTheProgramHearsEndsWithIt() {
        let loop = Loop(.withSnapshot)
        loop.settle()
        loop.program.assumeIsolated { $0.shutDown() }
        loop.step()
        let frames = loop.screen.frames.count
        loop.report(.withSnapshot.offline())
        #expect(loop.screen.frames.count == frames)
    }
}

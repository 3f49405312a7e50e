import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

/// The running program, one step of the terminal's loop at a time.
struct ProgramTests {
    /// A program with its screen, its catalogue and the loop that drives it.
    private final class Loop {
        let executor = ManualExecutor()
        let screen = RecordingScreen(size: Size(columns: 100, rows: 24))
        let memory = RecordingMemory()
        let catalog: GatedCatalog
        let program: Program
        var now = 0

        init(_ rows: any Catalog = StubCatalog()) {
            catalog = GatedCatalog(rows)
            program = Program(
                state: AppState(size: screen.size), catalog: catalog, screen: screen,
                memory: memory, executor: executor, randomNumbers: SeededGenerator(seed: 1))
            step { $0.start(at: $1) }
        }

        /// What a turn of the loop does: events, jobs, one frame.
        func step(_ body: @Sendable (isolated Program, Moment) -> Void = { _, _ in }) {
            let moment = Moment(milliseconds: now)
            program.assumeIsolated { body($0, moment) }
            executor.drain()
            program.assumeIsolated { $0.present() }
        }

        func type(_ keys: String) {
            let keys = Key.sequence(keys) ?? []
            step { program, moment in
                for key in keys { program.handle(.key(key), at: moment) }
            }
        }

        func open(_ names: String...) {
            for name in names { catalog.open(name) }
            step()
        }

        /// Lets every call that waits go on, until none does.
        func settle() {
            while !catalog.waiting.isEmpty {
                catalog.openAll()
                step()
            }
        }

        var wake: Int? { program.assumeIsolated { $0.nextWake?.milliseconds } }
        var expectsReply: Bool { program.assumeIsolated { $0.expectsReply } }
        var expectsNumbersOnly: Bool { program.assumeIsolated { $0.expectsNumbersOnly } }
        var questions: Int { program.assumeIsolated { $0.questions } }
        var outcome: Outcome? { program.assumeIsolated { $0.outcome } }
        var text: String { screen.frames.last?.text ?? "" }
    }

    @Test func aBatchOfEventsIsOneFrame() {
        let loop = Loop()
        loop.settle()
        let before = loop.screen.frames.count
        loop.type("godfather")
        #expect(loop.screen.frames.count == before + 1)
        #expect(loop.text.contains("/ godfather"))
    }

    @Test func nothingChangedIsNoFrame() {
        let loop = Loop()
        loop.settle()
        let before = loop.screen.frames.count
        loop.step()
        loop.type("<C-y>")
        #expect(loop.screen.frames.count == before)
    }

    @Test func lateRepliesChangeNothing() {
        let loop = Loop()
        loop.settle()
        loop.type("god")
        loop.type("<C-u>heat")
        loop.open("search heat")
        let screen = loop.text
        #expect(screen.contains("Heat"))
        loop.open("search g", "search go", "search god")
        #expect(loop.text == screen)
    }

    @Test func aNewQueryCancelsTheRequestsOfTheFormerOne() {
        let loop = Loop()
        loop.settle()
        loop.type("g")
        loop.type("o")
        loop.settle()
        #expect(loop.catalog.cancelled.contains("search g"))
        #expect(loop.catalog.cancelled.contains("statistics g"))
        #expect(!loop.catalog.cancelled.contains("search go"))
    }

    @Test func aNewRecordCancelsTheFormerOne() {
        let loop = Loop()
        loop.settle()
        loop.type("<Esc>j")
        loop.type("j")
        loop.settle()
        #expect(
            loop.catalog.cancelled.last
                == "film film-The Godfather Part II-1974-Francis Ford Coppola")
        #expect(!loop.catalog.cancelled.contains("film film-Heat-1995-Michael Mann"))
        #expect(loop.text.contains("Michael Mann"))
    }

    @Test func aSlowSearchWakesTheLoopOnce() {
        let loop = Loop()
        loop.settle()
        loop.now = 1_000
        loop.type("god")
        #expect(loop.wake == 1_400)
        loop.now = 1_399
        loop.step { $0.advance(to: $1) }
        #expect(!loop.text.contains("searching"))
        loop.now = 1_400
        loop.step { $0.advance(to: $1) }
        #expect(loop.text.contains("searching"))
        #expect(loop.wake == nil)
        loop.settle()
        #expect(!loop.text.contains("searching"))
    }

    @Test func atRestNothingIsScheduled() {
        let loop = Loop()
        #expect(loop.expectsReply)
        loop.settle()
        #expect(!loop.expectsReply)
        loop.type("god<Enter>")
        loop.settle()
        loop.type("<Enter>j<Enter>H<Esc>sy")
        loop.settle()
        #expect(loop.wake == nil && !loop.expectsReply)
        #expect(loop.executor.waiting == 0 && loop.catalog.waiting.isEmpty)
        let frames = loop.screen.frames.count
        for _ in 0..<100 {
            loop.now += 60_000
            loop.step { $0.advance(to: $1) }
        }
        #expect(loop.screen.frames.count == frames)
    }

    @Test func aFailureEndsTheWait() {
        let loop = Loop()
        loop.settle()
        loop.type("x")
        loop.catalog.fail(
            "search x", CatalogError(.unavailable, source: "stub", cause: "it is away"))
        loop.step()
        #expect(loop.text.contains("stub: it is away"))
        #expect(loop.wake == nil)
        loop.settle()
        #expect(!loop.expectsReply)
    }

    @Test func theFirstReasonToQuitCounts() {
        let loop = Loop()
        #expect(loop.outcome == nil)
        loop.type("<Esc>q")
        loop.step { $0.handle(.terminate(.hungUp), at: $1) }
        #expect(loop.outcome == .quit)
        loop.program.assumeIsolated { $0.shutDown() }
        loop.settle()
        #expect(loop.catalog.cancelled.contains("search "))
    }

    @Test func theScreenAndTheMemoryAreUsed() {
        let loop = Loop()
        loop.settle()
        loop.type("heat<C-l><C-z>")
        loop.settle()
        loop.type("<Enter>")
        #expect(loop.screen.redraws == 1 && loop.screen.suspensions == 1)
        #expect(loop.memory.queries == ["heat"])
        #expect(loop.memory.viewed.map(\.name) == ["Heat"])
        loop.step { program, _ in program.receive(.notice("A notice from outside.")) }
        #expect(loop.text.contains("A notice from outside."))
    }

    @Test func nothingQueuesUpBehindAHeldKey() {
        let loop = Loop(NumberedCatalog(films: 1_000_000))
        loop.settle()
        loop.type("film<Esc>")
        loop.settle()
        for _ in 0..<100 {
            loop.type("<PgDn>")
            // The rows on the screen or those ahead of them, a record.
            #expect(loop.questions <= 5)
        }
        let last = loop.catalog.waiting.last { $0.hasPrefix("films ") } ?? ""
        loop.settle()
        #expect(loop.catalog.cancelled.count { $0.hasPrefix("films ") } > 20)
        #expect(!loop.catalog.cancelled.contains(last))
        #expect(!loop.text.contains("·  "))
        #expect(!loop.expectsReply && loop.questions == 0)
    }

    @Test func ofEveryKindOfQuestionOneIsUnderWay() {
        let loop = Loop(NumberedCatalog(films: 1_000_000))
        loop.settle()
        for letter in ["a", "b", "c", "d"] { loop.type(letter) }
        #expect(loop.questions == 2)
        loop.settle()
        loop.type("<Esc>")
        for _ in 0..<20 { loop.type("z") }
        #expect(loop.questions == 1)
        loop.settle()
        #expect(loop.catalog.cancelled.count { $0 == "random" } == 19)
    }

    @Test func rowsWaitLessForNumbersThanForRows() {
        let loop = Loop()
        loop.settle()
        loop.type("god")
        #expect(loop.expectsReply && !loop.expectsNumbersOnly)
        loop.open("search god")
        #expect(loop.expectsReply && !loop.expectsNumbersOnly)
        for record in loop.catalog.waiting where record.hasPrefix("film ") { loop.open(record) }
        #expect(loop.expectsReply && loop.expectsNumbersOnly)
        loop.open("statistics god")
        #expect(!loop.expectsReply)
    }

    @Test func rowsThatAreNotOnTheScreenAreNotWaitedFor() {
        let loop = Loop(NumberedCatalog(films: 1_000_000))
        loop.settle()
        loop.type("film<Esc>")
        loop.settle()
        for _ in 0..<58 { loop.type("j") }
        loop.open("film film-58")
        #expect(loop.catalog.waiting.contains("films 64"))
        #expect(!loop.expectsReply)
    }
}

import CinemaCore
import Synchronization
import Testing

@testable import CinemaClient

/// Derivations that are counted, and answer when the test lets them.
private final class Derivations: Sendable {
    private struct State {
        var count = 0
        var result: Result<APIDialect, CatalogError>
        var isHeld = false
        var held: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    init(_ dialect: APIDialect) { state = Mutex(State(result: .success(dialect))) }

    var count: Int { state.withLock { $0.count } }

    func answer(_ result: Result<APIDialect, CatalogError>) {
        state.withLock { $0.result = result }
    }

    func hold() { state.withLock { $0.isHeld = true } }

    func release() {
        let held = state.withLock { state in
            state.isHeld = false
            defer { state.held = [] }
            return state.held
        }
        for continuation in held { continuation.resume() }
    }

    func derive() async throws(CatalogError) -> APIDialect {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                state.count += 1
                if state.isHeld { state.held.append(continuation) }
                return !state.isHeld
            }
            if isFree { continuation.resume() }
        }
        return try state.withLock { $0.result }.get()
    }
}

struct DialectMemoryTests {
    private let directory: TemporaryDirectory
    private let derivations: Derivations
    private let thread = SerialThread()

    init() throws {
        directory = try TemporaryDirectory()
        derivations = Derivations(try DerivationRun.dialect { $0.sorting = .inverted })
    }

    private var file: DialectFile {
        DialectFile(path: directory.file("films.json"), address: "http://films.example")
    }

    private func memory(at time: Int64 = 1_000) -> DialectMemory {
        DialectMemory(
            source: "films", file: file, executor: thread, now: { time }, derive: derivations.derive
        )
    }

    private let away = CatalogError(.unavailable, source: "films", cause: "away")

    @Test func dialectIsDerivedOnceAndRemembered() async throws {
        let memory = memory()
        let first = try await memory.dialect(anew: false)
        #expect(try await memory.dialect(anew: false) == first)
        #expect(try await self.memory().dialect(anew: false) == first)
        #expect(derivations.count == 1)
    }

    @Test func whoeverAsksMeanwhileSharesTheDerivation() async throws {
        derivations.hold()
        let memory = memory()
        async let first = memory.dialect(anew: false)
        async let second = memory.dialect(anew: false)
        while derivations.count == 0 { await Task.yield() }
        derivations.release()
        #expect(try await first == second)
        #expect(derivations.count == 1)
    }

    @Test func misfitIsDerivedAnewButNotWithinAMinute() async throws {
        _ = try await memory().dialect(anew: false)
        derivations.answer(.success(.adminPanel))
        let memory = memory()
        #expect(try await memory.dialect(anew: true) == .adminPanel)
        #expect(try await memory.dialect(anew: true) == .adminPanel)
        #expect(derivations.count == 2)
        #expect(try await self.memory().dialect(anew: false) == .adminPanel)
    }

    @Test func withoutTheServerTheRememberedOneServes() async throws {
        let known = try await memory().dialect(anew: false)
        derivations.answer(.failure(away))
        #expect(try await memory().dialect(anew: false) == known)
        #expect(try await memory().dialect(anew: true) == known)
    }

    @Test func withoutEitherTheErrorIsTold() async {
        derivations.answer(.failure(away))
        let error = await #expect(throws: CatalogError.self) {
            try await memory().dialect(anew: false)
        }
        #expect(error == away)
    }

    @Test(arguments: ["", "{", "{}", #"{"version":999}"#, #"{"version":1,"address":"http://x"}"#])
    func fileThatDoesNotFitIsIgnored(text: String) async throws {
        _ = try directory.write(Array(text.utf8), to: "films.json")
        _ = try await memory().dialect(anew: false)
        #expect(derivations.count == 1 && file.read() != nil)
    }

    @Test func whatCouldNotBeCheckedIsNotRemembered() async throws {
        var closed = APIDialect.adminPanel
        closed.needsToken = true
        derivations.answer(.success(closed))
        #expect(try await memory().dialect(anew: false) == closed)
        #expect(file.read() == nil)
    }

    @Test func placeThatCannotBeWrittenCostsNothing() async throws {
        let file = DialectFile(path: "/proc/nowhere/films.json", address: "x")
        file.write(.adminPanel)
        #expect(file.read() == nil)
    }

    @Test func everyDialectIsReadAsItWasWritten() throws {
        let dialects = [
            APIDialect.adminPanel, try DerivationRun.dialect { $0.paging = .offsetFromOne },
            try DerivationRun.dialect { $0.document = nil },
            try DerivationRun.dialect { $0.failing = ["/": 401, "search": 401] },
        ]
        for dialect in dialects {
            file.write(dialect)
            #expect(file.read() == dialect)
        }
    }

    @Test func askerWhoIsCancelledDoesNotWait() async throws {
        derivations.hold()
        let memory = memory()
        let asker = Task { try? await memory.dialect(anew: false) }
        while derivations.count == 0 { await Task.yield() }
        asker.cancel()
        #expect(await asker.value == nil)
        derivations.release()
        _ = try await memory.dialect(anew: false)
        #expect(derivations.count == 1)
    }
}

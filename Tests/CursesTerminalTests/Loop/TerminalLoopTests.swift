import Foundation
import Testing

@testable import CursesTerminal

@Suite struct TerminalLoopTests {
    /// An actor on the loop, drained by hand.
    private actor Counter {
        private let loop: TerminalLoop
        private(set) var count = 0
        nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

        init(loop: TerminalLoop) { self.loop = loop }

        func increment() { count += 1 }
    }

    @Test func jobsWakeTheLoopAndRunOnItsThread() throws {
        let loop = try TerminalLoop()
        let counter = Counter(loop: loop)
        // A thread of its own: the shared pool may be full of other tests.
        Thread.detachNewThread {
            Task(executorPreference: loop) { await counter.increment() }
        }
        // The job itself is what is waited for.
        let readiness = Readiness(
            input: -1, signals: -1, jobs: loop.jobDescriptor, timeout: 10_000)
        #expect(readiness.hasJobs)
        while loop.runJobs() {}
        #expect(counter.assumeIsolated { $0.count } == 1)
    }

    @Test func jobsOfTheLoopsOwnThreadNeedNoWaking() throws {
        let loop = try TerminalLoop()
        let counter = Counter(loop: loop)
        counter.assumeIsolated { counter in
            _ = Task { counter.increment() }
        }
        #expect(loop.hasJobs)
        #expect(Readiness(input: -1, signals: -1, jobs: loop.jobDescriptor, timeout: 0).isNone)
        #expect(loop.runJobs())
        #expect(!loop.hasJobs)
    }

    @Test func onlyTheLoopsThreadIsIsolated() throws {
        let loop = try TerminalLoop()
        #expect(loop.isIsolatingCurrentContext() == true)
        var thread = pthread_t()
        let started = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                let loop = Unmanaged<TerminalLoop>.fromOpaque(context).takeUnretainedValue()
                return loop.isIsolatingCurrentContext() == false ? context : nil
            }, Unmanaged.passUnretained(loop).toOpaque())
        #expect(started == 0)
        var result: UnsafeMutableRawPointer?
        pthread_join(thread, &result)
        #expect(result != nil)
    }
}

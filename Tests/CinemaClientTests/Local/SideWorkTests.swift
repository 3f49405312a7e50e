import Glibc
import Synchronization
import Testing

@testable import CinemaClient

@Suite("Work on a thread beside")
struct SideWorkTests {
    @Test("gives its result, made on another thread")
    func result() {
        let work = SideWork { pthread_self() }
        #expect(pthread_equal(work.result(), pthread_self()) == 0)
    }

    @Test("ends before the last reference to it does")
    func abandoned() {
        let ends = Ends()
        do {
            let work = SideWork {
                usleep(20_000)
                ends.count.add(1, ordering: .relaxed)
            }
            _ = work
        }
        #expect(ends.count.load(ordering: .relaxed) == 1)
    }

    private final class Ends: Sendable {
        let count = Atomic(0)
    }
}

import CinemaCore
import Testing

@testable import CinemaClient

@Suite("The nodes of a cluster")
struct NodeStatesTests {
    private var states = NodeStates(["a", "b", "c"])

    @Test("are asked in turn")
    mutating func turn() {
        #expect((0..<5).map { _ in states.next(except: []) } == ["a", "b", "c", "a", "b"])
        var other = NodeStates(["a", "b", "c"], turn: 7)
        #expect(other.next(except: []) == "b")
    }

    @Test("that do not answer are put aside, and asked where no other is left")
    mutating func aside() {
        states.failed("b", now: .zero)
        #expect((0..<3).map { _ in states.next(except: []) } == ["a", "c", "a"])
        #expect(states.summary.answering == 2 && states.summary.known == 3)
        #expect(states.next(except: ["a", "c"]) == "b")
        #expect(states.next(except: ["a", "b", "c"]) == nil)
    }

    @Test("are looked at again after 5, 10, 20, 40 and then 60 seconds")
    mutating func pauses() {
        states.failed("a", now: .zero)
        var now = Duration.zero
        var pauses: [Duration] = []
        for _ in 0..<6 {
            var pause = Duration.zero
            while states.takeDue(now: now + pause) == nil { pause += .seconds(1) }
            pauses.append(pause)
            now += pause
        }
        #expect(pauses == [5, 10, 20, 40, 60, 60].map { .seconds($0) })
        states.answered("a")
        #expect(states.summary.answering == 3)
        states.failed("a", now: now)
        #expect(states.takeDue(now: now + .seconds(4)) == nil)
        #expect(states.takeDue(now: now + .seconds(5)) == "a")
    }

    @Test("that are looked at again are so once at a time")
    mutating func once() {
        states.failed("a", now: .zero)
        #expect(states.takeDue(now: .seconds(5)) == "a")
        #expect(states.takeDue(now: .seconds(5)) == nil)
    }

    @Test("fail once where several requests fail together")
    mutating func together() {
        for _ in 0..<4 { states.failed("a", now: .zero) }
        #expect(states.takeDue(now: .seconds(5)) == "a")
    }

    @Test("all away are asked in the order in which they are due")
    mutating func allAway() {
        states.failed("b", now: .zero)
        states.failed("c", now: .seconds(1))
        states.failed("a", now: .seconds(2))
        #expect(states.next(except: []) == "b")
        #expect(states.next(except: ["b"]) == "c")
        #expect(states.next(except: ["b", "c"]) == "a")
    }

    @Test("that others take the place of keep what is known of them")
    mutating func replaced() {
        states.failed("b", now: .zero)
        states.replace(["b", "d", "b"])
        #expect(states.addresses == ["b", "d"] && states.summary.answering == 1)
        #expect(states.next(except: []) == "d")
        states.replace([])
        #expect(states.addresses == ["b", "d"])
    }
}

import Testing

@testable import CinemaCommandLine

@Suite("The time that is left")
struct RemainingTimeTests {
    @Test("is not guessed before something is done")
    func early() {
        var remaining = RemainingTime()
        #expect(remaining.estimate(done: 0, at: .seconds(5)) == nil)
        #expect(remaining.estimate(done: 0.005, at: .seconds(9)) == nil)
        #expect(remaining.estimate(done: nil, at: .seconds(10)) == nil)
        #expect(remaining.estimate(done: 0.5, at: .seconds(10)) == .seconds(5))
        var quick = RemainingTime()
        #expect(quick.estimate(done: 0, at: .zero) == nil)
        #expect(quick.estimate(done: 0.5, at: .milliseconds(900)) == nil)
    }

    @Test("counts down with the clock while the work goes on evenly")
    func even() {
        var remaining = RemainingTime()
        for second in 0...99 {
            let left = remaining.estimate(
                done: Double(second) / 100, at: .seconds(second))
            if let left { #expect(abs(left / .seconds(1) - Double(100 - second)) < 0.001) }
        }
    }

    @Test("does not jump where the work becomes slower or faster at once")
    func uneven() {
        var remaining = RemainingTime()
        var former: Double?
        for tenth in 0...400 {
            // Twice as fast until the twentieth second.
            let done = tenth <= 200 ? Double(tenth) * 0.003 : 0.6 + Double(tenth - 200) * 0.0015
            let left = remaining.estimate(done: done, at: .milliseconds(tenth * 100))
                .map { $0 / .seconds(1) }
            if let left, let former { #expect(abs(left - former) < 0.5) }
            former = left
        }
    }

    @Test("is zero at the end, and never less")
    func ended() {
        var remaining = RemainingTime()
        _ = remaining.estimate(done: 0, at: .zero)
        _ = remaining.estimate(done: 0.9, at: .seconds(9))
        #expect(remaining.estimate(done: 0.99, at: .seconds(60)).map { $0 >= .zero } == true)
        #expect(remaining.estimate(done: 7, at: .seconds(600)) == .zero)
    }

    @Test(
        "is told the coarser the longer it is",
        arguments: [
            (Duration.zero, "1 s"), (.milliseconds(7_200), "8 s"), (.seconds(10), "10 s"),
            (.seconds(42), "45 s"), (.seconds(57), "1 min"), (.seconds(75), "1 min 20 s"),
            (.seconds(119), "2 min"), (.seconds(171), "3 min"), (.seconds(100_000), "1,667 min"),
        ])
    func words(duration: Duration, text: String) {
        #expect(RemainingTime.text(duration) == text)
    }
}

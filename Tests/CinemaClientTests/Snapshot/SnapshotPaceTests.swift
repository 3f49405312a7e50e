import CinemaCore
import Testing

@testable import CinemaClient

@Suite("A server is read politely")
struct SnapshotPaceTests {
    @Test("twenty requests a second, two at a time")
    func usual() {
        var pace = SnapshotPace()
        let delays = (0..<4).map { _ in pace.start(now: .seconds(1)) }
        #expect(delays == [0, 50, 100, 150].map { .milliseconds($0) })
        #expect(pace.start(now: .seconds(9)) == .zero)
        #expect(pace.width == 2)
    }

    @Test("a server that slows is asked half as often, and more when it is quick again")
    func slowing() {
        var pace = SnapshotPace()
        for _ in 0..<20 { pace.ended(after: .milliseconds(40)) }
        #expect(pace.interval == .milliseconds(50))
        for _ in 0..<30 { pace.ended(after: .milliseconds(400)) }
        #expect(pace.interval >= .milliseconds(100))
        #expect(pace.width == 1)
        for _ in 0..<400 { pace.ended(after: .milliseconds(40)) }
        #expect(pace.interval == .milliseconds(50))
        #expect(pace.width == 2)
    }

    @Test("a server that was always slow is not slowing")
    func steady() {
        var pace = SnapshotPace()
        for _ in 0..<100 { pace.ended(after: .milliseconds(700)) }
        #expect(pace.interval == .milliseconds(50))
    }

    @Test("failures slow it, within a bound")
    func failing() {
        var pace = SnapshotPace()
        for _ in 0..<50 { pace.failed() }
        #expect(pace.interval == SnapshotPace.longest)
        #expect(pace.width == 1)
    }

    @Test("a catalogue is built when that shows something new, and not all the time")
    func builds() {
        let policy = SnapshotPolicy()
        #expect(!policy.isBuildDue(details: 500, built: 0, films: 1_000, seconds: 9))
        #expect(policy.isBuildDue(details: 20, built: 0, films: 1_000, seconds: 10))
        #expect(!policy.isBuildDue(details: 39, built: 20, films: 1_000, seconds: 99))
        #expect(policy.isBuildDue(details: 40, built: 20, films: 1_000, seconds: 99))
        #expect(!policy.isBuildDue(details: 599, built: 400, films: 1_000, seconds: 99))
        #expect(policy.isBuildDue(details: 600, built: 400, films: 1_000, seconds: 99))
    }

    @Test("lists are read anew after a day, and after the clock was set back")
    func lists() {
        let policy = SnapshotPolicy()
        #expect(policy.areListsDue(readAt: nil, now: 0))
        #expect(!policy.areListsDue(readAt: 1_000_000, now: 1_086_399))
        #expect(policy.areListsDue(readAt: 1_000_000, now: 1_086_400))
        #expect(policy.areListsDue(readAt: 1_000_000, now: 0))
    }

    @Test("a film that fails is tried again, later each time, and not for ever")
    func retries() {
        let policy = SnapshotPolicy()
        #expect((1...5).map { policy.retry(attempts: $0, now: 0) } == [15, 60, 240, 960, nil])
    }

    @Test("a record comes back from its bytes as it was")
    func packing() throws {
        for film in StubServer.numbered(3) {
            var film = film
            film.description = "Ünïcode \u{0}"
            film.year = 1999
            film.boxOffice = 0
            film.countries = ["France", ""]
            let copy = try film.packed.withUnsafeBytes { bytes in try FilmRecord(packed: bytes) }
            #expect(copy == film)
            for length in 0..<film.packed.count {
                #expect(throws: SQLiteError.self) {
                    try Array(film.packed.prefix(length)).withUnsafeBytes { bytes in
                        try FilmRecord(packed: bytes)
                    }
                }
            }
        }
    }
}

import CinemaCore
import Testing

@testable import CinemaTUI

struct ListWindowTests {
    private func page(_ offset: Int, _ count: Int, _ total: Count) -> Page<Int> {
        Page(items: Array(offset..<(offset + count)), offset: offset, total: total)
    }

    @Test func rowsAreThereOnceTheyCame() {
        var window = ListWindow(page(0, 64, .exact(200)))
        #expect(window[0] == 0 && window[63] == 63)
        #expect(window[64] == nil && window[-1] == nil && window[1_000] == nil)
        window.insert(page(64, 64, .exact(200)))
        #expect(window[127] == 127)
    }

    @Test func onlyMissingPagesAreAskedForAndOnce() {
        var window = ListWindow(page(0, 64, .exact(200)))
        #expect(window.request(0..<60) == [])
        #expect(
            window.request(50..<150) == [
                PageRequest(offset: 64, count: 64), PageRequest(offset: 128, count: 64),
            ])
        #expect(window.request(50..<150) == [])
        window.insert(page(64, 64, .exact(200)))
        #expect(window.request(50..<150) == [])
        window.forgetRequests()
        #expect(window.request(50..<150) == [PageRequest(offset: 128, count: 64)])
    }

    @Test func nothingIsAskedForBeyondTheEnd() {
        var window = ListWindow(page(0, 64, .exact(65)))
        #expect(window.request(0..<1_000) == [PageRequest(offset: 64, count: 64)])
        window.insert(page(64, 1, .exact(65)))
        #expect(window.request(0..<1_000) == [])
        var empty = ListWindow<Int>()
        #expect(empty.request(0..<10) == [] && empty.request(0..<0) == [])
        #expect(window.request(-50 ..< -10) == [])
    }

    @Test func anExactNumberIsNotGivenUpForAGuess() {
        var window = ListWindow(page(0, 64, .atLeast(65)))
        #expect(window.count == 65)
        window.set(total: .exact(900))
        window.insert(page(64, 64, .atLeast(129)))
        window.set(total: .about(1_000))
        #expect(window.total == .exact(900))
        window.set(total: .exact(899))
        #expect(window.total == .exact(899))
    }

    @Test func aShortPageOfAGrowingResultIsAskedForAgain() {
        var window = ListWindow(page(0, 10, .exact(10)))
        #expect(window.request(0..<10) == [])
        window.set(total: .exact(20))
        #expect(window.request(0..<20) == [PageRequest(offset: 0, count: 64)])
    }

    @Test func anEmptyAnswerIsAskedForAgainLater() {
        var window = ListWindow(page(0, 64, .exact(200)))
        #expect(window.request(64..<70).count == 1)
        window.insert(Page(items: [], offset: 64, total: .exact(200)))
        #expect(window.request(64..<70).count == 1)
    }

    @Test func whereTheEndIsNotKnownTheNextPageIsTried() {
        var window = ListWindow(page(0, 64, .atLeast(64)))
        #expect(window.request(0..<60) == [])
        #expect(window.request(40..<70) == [PageRequest(offset: 64, count: 64)])
        window.insert(page(64, 64, .atLeast(128)))
        #expect(window.request(100..<140) == [PageRequest(offset: 128, count: 64)])
        window.insert(Page(items: [], offset: 128, total: .atLeast(128)))
        #expect(window.total == .exact(128))
        #expect(window.request(100..<140) == [])
    }

    @Test func renewedRowsTakeThePlaceOfFormerOnesAsTheyCome() {
        var window = ListWindow(page(0, 64, .exact(200)))
        window.insert(page(64, 64, .exact(200)))
        window.renew(Page(items: [-1], offset: 0, total: .exact(120)))
        #expect(window[0] == -1 && window[1] == nil && window[64] == 64)
        #expect(window.request(60..<70).map(\.offset) == [0, 64])
        window.insert(Page(items: [-2], offset: 64, total: .exact(120)))
        #expect(window[64] == -2)
        window.renew(page(0, 20, .exact(20)))
        #expect(window[64] == nil && window.request(0..<64) == [])
    }

    @Test func aWalkOfAMillionRowsKeepsFewOfThem() {
        var window = ListWindow(page(0, 64, .exact(1_000_000)))
        var asked = 0
        var kept = 0
        for row in stride(from: 0, to: 1_000_000, by: 30) {
            for request in window.request(max(0, row - 30)..<(row + 60)) {
                asked += 1
                window.insert(
                    page(
                        request.offset, min(request.count, 1_000_000 - request.offset),
                        .exact(1_000_000)))
            }
            guard window[row] == row else {
                Issue.record("row \(row) is missing")
                return
            }
            if row % 30_000 == 0 { kept = max(kept, window.pagesAtHand) }
        }
        #expect(asked == (1_000_000 + 63) / 64 - 1)
        #expect(kept <= ListWindow<Int>.capacity + 3)
        // And back at the start the first rows are asked for anew.
        #expect(window[0] == nil)
        #expect(window.request(0..<60) == [PageRequest(offset: 0, count: 64)])
    }
}

extension ListWindow<Int> {
    /// How many pages are kept.
    fileprivate var pagesAtHand: Int {
        stride(from: 0, to: count, by: Self.pageSize).count { self[$0] != nil }
    }
}

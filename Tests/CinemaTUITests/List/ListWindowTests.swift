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
        #expect(window.request(0..<60).asked == [])
        #expect(
            window.request(50..<150).asked == [
                PageRequest(offset: 64, count: 64), PageRequest(offset: 128, count: 64),
            ])
        #expect(window.request(50..<150).asked == [])
        window.insert(page(64, 64, .exact(200)))
        #expect(window.request(50..<150).asked == [])
        window.forgetRequests()
        #expect(window.request(50..<150).asked == [PageRequest(offset: 128, count: 64)])
    }

    @Test func nothingIsAskedForBeyondTheEnd() {
        var window = ListWindow(page(0, 64, .exact(65)))
        #expect(window.request(0..<1_000).asked == [PageRequest(offset: 64, count: 64)])
        window.insert(page(64, 1, .exact(65)))
        #expect(window.request(0..<1_000).asked == [])
        var empty = ListWindow<Int>()
        #expect(empty.request(0..<10) == PageRequests() && empty.request(0..<0) == PageRequests())
        #expect(window.request(-50 ..< -10).asked == [])
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
        #expect(window.request(0..<10).asked == [])
        window.set(total: .exact(20))
        #expect(window.request(0..<20).asked == [PageRequest(offset: 0, count: 64)])
    }

    @Test func anAnswerThatIsTooShortIsAskedForAgainLater() {
        for items in [[], [64, 65]] {
            var window = ListWindow(page(0, 64, .exact(200)))
            #expect(window.request(64..<70).asked.count == 1)
            window.insert(Page(items: items, offset: 64, total: .exact(200)))
            // Not while the reader stays: a source that keeps saying so would
            // be asked for ever.
            #expect(window.request(64..<70).asked == [])
            #expect(window.request(0..<10).asked == [])
            #expect(window.request(64..<70).asked.count == 1)
        }
    }

    @Test func whatIsSeenComesFirstAndAlone() {
        var window = ListWindow(page(0, 64, .exact(1_000_000)))
        let seen = 500_000..<500_040
        let around = 499_900..<500_200
        #expect(window.request(seen, around: around).asked.map(\.offset) == [499_968, 500_032])
        window.insert(page(499_968, 64, .exact(1_000_000)))
        #expect(window.request(seen, around: around).asked == [])
        window.insert(page(500_032, 64, .exact(1_000_000)))
        #expect(
            window.request(seen, around: around).asked.map(\.offset)
                == [499_840, 499_904, 500_096, 500_160])
    }

    @Test func whatWasAskedForAnotherPlaceIsGivenUp() {
        var window = ListWindow(page(0, 64, .exact(1_000_000)))
        _ = window.request(700..<740)
        let requests = window.request(64..<100)
        #expect(requests.asked.map(\.offset) == [64])
        #expect(requests.dropped.map(\.offset) == [640, 704])
        #expect(window.pagesOnTheirWay == 1)
        // It may come all the same, and may be asked for again.
        window.insert(page(640, 64, .exact(1_000_000)))
        #expect(window[640] == 640)
        #expect(window.request(700..<740).asked.map(\.offset) == [704])
        #expect(window.dropRequests().map(\.offset) == [704])
        #expect(window.pagesOnTheirWay == 0)
    }

    @Test func aScreenOfAnyHeightHasAllItsRows() {
        var window = ListWindow(page(0, 64, .exact(10_000)))
        for request in window.request(0..<5_000).asked {
            window.insert(page(request.offset, request.count, .exact(10_000)))
        }
        #expect(window.request(0..<5_000) == PageRequests())
        #expect(window.pagesAtHand == 79)
        _ = window.request(0..<40)
        #expect(window.pagesAtHand == ListWindow<Int>.capacity)
    }

    @Test func whereTheEndIsNotKnownTheNextPageIsTried() {
        var window = ListWindow(page(0, 64, .atLeast(64)))
        #expect(window.request(0..<60).asked == [])
        #expect(window.request(40..<70).asked == [PageRequest(offset: 64, count: 64)])
        window.insert(page(64, 64, .atLeast(128)))
        #expect(window.request(100..<140).asked == [PageRequest(offset: 128, count: 64)])
        window.insert(Page(items: [], offset: 128, total: .atLeast(128)))
        #expect(window.total == .exact(128))
        #expect(window.request(100..<140).asked == [])
    }

    @Test func rowsThatHaveToBeAskedForAnewAreShownUntilTheyCome() {
        var list = ListWindow<Int>(Page(items: Array(0..<3), total: .exact(3)))
        list.renew(total: .exact(4))
        #expect(list[2] == 2 && list.count == 4)
        #expect(list.request(0..<10).asked == [PageRequest(count: 64)])
        // Where nobody was there, there may be somebody now.
        var none = ListWindow<Int>(Page(items: [], total: .exact(0)))
        none.renew(total: .atLeast(0))
        #expect(none.request(0..<10).asked == [PageRequest(count: 64)])
        none.set(total: .atLeast(2))
        #expect(none.total == .atLeast(2))
    }

    @Test func renewedRowsTakeThePlaceOfFormerOnesAsTheyCome() {
        var window = ListWindow(page(0, 64, .exact(200)))
        window.insert(page(64, 64, .exact(200)))
        window.renew(Page(items: [-1], offset: 0, total: .exact(120)))
        #expect(window[0] == -1 && window[1] == nil && window[64] == 64)
        #expect(window.request(60..<70).asked.map(\.offset) == [0, 64])
        window.insert(Page(items: [-2], offset: 64, total: .exact(120)))
        #expect(window[64] == -2)
        window.renew(page(0, 20, .exact(20)))
        #expect(window[64] == nil && window.request(0..<64).asked == [])
    }

    @Test func aWalkOfAMillionRowsKeepsFewOfThem() {
        var window = ListWindow(page(0, 64, .exact(1_000_000)))
        var asked = 0
        var kept = 0
        for row in stride(from: 0, to: 1_000_000, by: 30) {
            for request in window.request(max(0, row - 30)..<(row + 60)).asked {
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
            kept = max(kept, window.pagesAtHand)
        }
        #expect(asked == (1_000_000 + 63) / 64 - 1)
        #expect(kept <= ListWindow<Int>.capacity)
        // And back at the start the first rows are asked for anew.
        #expect(window[0] == nil)
        #expect(window.request(0..<60).asked == [PageRequest(offset: 0, count: 64)])
    }
}

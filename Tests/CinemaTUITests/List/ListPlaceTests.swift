import Testing

@testable import CinemaTUI

struct ListPlaceTests {
    @Test func theSelectionIsKeptInSight() {
        var place = ListPlace()
        place.selected = 25
        place.settle(items: 100, headings: [], height: 10)
        #expect(place.top == 16)
        place.selected = 20
        place.settle(items: 100, headings: [], height: 10)
        #expect(place.top == 16)
        place.selected = 3
        place.settle(items: 100, headings: [], height: 10)
        #expect(place.top == 3)
    }

    @Test func aHeadingAboveTheSelectionIsShownWithIt() {
        var place = ListPlace()
        place.selected = 40
        place.settle(items: 100, headings: [0, 5], height: 10)
        place.selected = 5
        place.settle(items: 100, headings: [0, 5], height: 10)
        #expect(place.top == 6)
        place.selected = 0
        place.settle(items: 100, headings: [0, 5], height: 10)
        #expect(place.top == 0)
        #expect(ListPlace.row(of: 0, headings: [0, 5]) == 1)
        #expect(ListPlace.row(of: 5, headings: [0, 5]) == 7)
    }

    @Test func aListThatShrinksTakesTheSelectionAlong() {
        var place = ListPlace()
        place.selected = 90
        place.settle(items: 100, headings: [], height: 10)
        place.settle(items: 4, headings: [], height: 10)
        #expect(place.selected == 3 && place.top == 0)
        place.settle(items: 0, headings: [], height: 10)
        #expect(place.selected == 0 && place.top == 0)
        place.selected = -5
        place.settle(items: 4, headings: [0], height: 1)
        #expect(place.selected == 0)
    }
}

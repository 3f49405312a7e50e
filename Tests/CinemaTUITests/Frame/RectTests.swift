import Testing

@testable import CinemaTUI

struct RectTests {
    @Test func aRectangleIsCutFromEverySide() {
        var rest = Rect(Size(columns: 80, rows: 24))
        #expect(rest.takeTop(1) == Rect(column: 0, row: 0, columns: 80, rows: 1))
        #expect(rest.takeBottom(2) == Rect(column: 0, row: 22, columns: 80, rows: 2))
        #expect(rest.takeLeft(30) == Rect(column: 0, row: 1, columns: 30, rows: 21))
        #expect(rest.takeRight(10) == Rect(column: 70, row: 1, columns: 10, rows: 21))
        #expect(rest == Rect(column: 30, row: 1, columns: 40, rows: 21))
        #expect(rest.inset(columns: 1, rows: 2) == Rect(column: 31, row: 3, columns: 38, rows: 17))
        #expect(rest.endColumn == 70 && rest.endRow == 22)
    }

    @Test func whatDoesNotFitIsEmpty() {
        var rest = Rect(Size(columns: 1, rows: 1))
        #expect(rest.takeTop(5).rows == 1)
        #expect(rest.takeBottom(5).isEmpty)
        #expect(rest.takeLeft(-3).isEmpty)
        #expect(rest.takeRight(5).columns == 1)
        #expect(rest.isEmpty && rest.inset(columns: 4, rows: 4).isEmpty)
        #expect(Rect(column: 0, row: 0, columns: -1, rows: -1).isEmpty)
    }
}

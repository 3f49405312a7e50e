import CinemaTestSupport
import Testing

@testable import CinemaTUI

struct FramePictureTests {
    @Test func aFrameIsPicturedWithItsStylesAndItsCursor() {
        var frame = Frame(Size(columns: 12, rows: 2))
        frame.put("Léon", column: 1, row: 0, style: Style(foreground: .yellow, .bold))
        frame.put("七人", column: 0, row: 1, style: Style(.reverse))
        frame.put("1954", column: 5, row: 1)
        frame.cursor = Frame.Position(column: 5, row: 0)
        #expect(
            FramePicture(frame).text == """
                12x2
                 Léon
                七人 1954
                ------------
                 aaaa
                bbbb
                ------------
                a  bold yellow
                b  reverse
                cursor 5,0

                """)
    }

    @Test func twoPicturesThatDifferAreShownLineByLine() {
        let text = frameDifference(from: "a\nb\n", to: "a\nc\n", named: "x")
        #expect(text.contains("2 - b\n2 + c\n"))
        #expect(!text.contains("1 - a"))
    }
}

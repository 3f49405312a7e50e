import CinemaTUI
import Testing

@testable import CursesTerminal

@Suite struct PaletteTests {
    private func entry(_ index: UInt8, of count: Int) -> Palette.Entry {
        Palette(count: count).foreground(Color(palette: index))
    }

    @Test func whatTheTerminalHasIsUsedAsItIs() {
        #expect(entry(208, of: 256) == Palette.Entry(index: 208))
        #expect(entry(12, of: 16) == Palette.Entry(index: 12))
        #expect(entry(4, of: 8) == Palette.Entry(index: 4))
    }

    @Test func theDefaultStaysTheDefault() {
        for count in [0, 8, 16, 256] {
            #expect(Palette(count: count).foreground(.default) == Palette.Entry(index: -1))
        }
    }

    @Test func brightColoursAreBoldOnEight() {
        #expect(entry(12, of: 8) == Palette.Entry(index: 4, isBold: true))
        #expect(entry(8, of: 8) == Palette.Entry(index: 0, isBold: true))
    }

    @Test func backgroundsAreNotMadeBold() {
        let palette = Palette(count: 8)
        #expect(palette.background(Color(palette: 12)) == Palette.Entry(index: 4))
    }

    @Test func cubeAndGreysAreTheNearestOfSixteen() {
        #expect(entry(196, of: 16) == Palette.Entry(index: 9))
        #expect(entry(46, of: 16) == Palette.Entry(index: 10))
        #expect(entry(16, of: 16) == Palette.Entry(index: 0))
        #expect(entry(231, of: 16) == Palette.Entry(index: 15))
        #expect(entry(244, of: 16) == Palette.Entry(index: 8))
        #expect(entry(196, of: 8) == Palette.Entry(index: 1, isBold: true))
    }

    @Test func lessThanEightColoursAreNone() {
        for count in [-1, 0, 1, 2] { #expect(entry(1, of: count) == Palette.Entry(index: -1)) }
    }

    @Test func everyEntryFitsEveryTerminal() {
        for count in [8, 16, 88, 256] {
            for index in UInt8.min...UInt8.max {
                #expect((0..<Int32(count)).contains(entry(index, of: count).index))
            }
        }
    }
}

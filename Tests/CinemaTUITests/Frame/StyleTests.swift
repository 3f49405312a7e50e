import Testing

@testable import CinemaTUI

struct StyleTests {
    @Test func aStyleKeepsWhatItIsMadeOf() {
        for index in [UInt8(0), 7, 8, 255] {
            var style = Style(
                foreground: Color(palette: index), background: .blue, [.bold, .reverse])
            #expect(style.foreground.paletteIndex == index)
            #expect(style.background == .blue)
            #expect(style.attributes == [.bold, .reverse])
            style.foreground = .default
            style.background = Color(palette: index)
            style.attributes = .underline
            #expect(style == Style(background: Color(palette: index), .underline))
        }
        #expect(Style.plain.with(.dim).with(.dim) == Style(.dim))
        #expect(Style.plain.foreground.paletteIndex == nil)
    }

    @Test func withoutColourEverythingIsToldByAttributes() {
        let theme = Theme(traits: ScreenTraits(hasColor: false))
        for child in Mirror(reflecting: theme).children {
            guard let style = child.value as? Style else { continue }
            #expect(
                style.foreground == .default && style.background == .default, "\(child.label ?? "")"
            )
        }
        #expect(theme.selection != theme.text && theme.match != theme.text)
        #expect(theme.problem != theme.chip && theme.selectedTab != theme.tab)
        #expect(theme.selectedDoor != theme.door)
    }
}

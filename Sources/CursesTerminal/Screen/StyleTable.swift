internal import CNCurses
import CinemaTUI

/// What styles are to ncurses: attributes and a pair of colours.
///
/// Pairs are made when first used and never changed: changing one would make
/// ncurses paint every cell that has it.
struct StyleTable {
    struct Entry {
        let attributes: UInt32
        let pair: Int32
    }

    private struct Pair: Hashable {
        let foreground: Int32
        let background: Int32
    }

    private let palette: Palette
    private let pairLimit: Int
    private let hasItalic: Bool
    private let hasDim: Bool
    private var entries: [Style: Entry] = [:]
    private var pairs: [Pair: Int32] = [:]

    /// `pairs` is how many pairs the terminal's description allows.
    init(palette: Palette, pairs: Int) {
        self.palette = palette
        pairLimit = pairs
        // ncurses would show what a terminal lacks as something else.
        hasItalic = cncurses_string("sitm") != nil
        hasDim = cncurses_string("dim") != nil
    }

    subscript(style: Style) -> Entry {
        mutating get {
            if let known = entries[style] { return known }
            let entry = make(style)
            entries[style] = entry
            return entry
        }
    }

    private mutating func make(_ style: Style) -> Entry {
        let foreground = palette.foreground(style.foreground)
        let background = palette.background(style.background)
        var attributes: UInt32 = 0
        if style.attributes.contains(.bold) || foreground.isBold { attributes |= cncurses_bold }
        if style.attributes.contains(.dim) && hasDim { attributes |= cncurses_dim }
        if style.attributes.contains(.italic) && hasItalic { attributes |= cncurses_italic }
        if style.attributes.contains(.underline) { attributes |= cncurses_underline }
        if style.attributes.contains(.reverse) { attributes |= cncurses_reverse }
        let pair = number(of: Pair(foreground: foreground.index, background: background.index))
        return Entry(attributes: attributes, pair: pair)
    }

    /// The number of a pair; 0, the terminal's own colours, where there is no
    /// room for one more.
    private mutating func number(of pair: Pair) -> Int32 {
        if pair.foreground < 0 && pair.background < 0 { return 0 }
        if let known = pairs[pair] { return known }
        let next = pairs.count + 1
        guard next < pairLimit,
            init_extended_pair(Int32(next), pair.foreground, pair.background) == OK
        else { return 0 }
        pairs[pair] = Int32(next)
        return Int32(next)
    }
}

import CinemaTUI

/// Maps colours to those a terminal has.
struct Palette: Hashable {
    /// How many colours the terminal has; below 8, none are used.
    let count: Int

    struct Entry: Hashable {
        /// The number of the colour, or -1 for the terminal's default.
        let index: Int32
        /// Whether bold has to make the colour bright.
        var isBold = false
    }

    /// The nearest colour there is for text.
    ///
    /// On 8 colours the bright ones are the dark ones in bold, which is how
    /// such terminals show them.
    func foreground(_ color: Color) -> Entry { entry(color) }

    /// The nearest colour there is behind text; it cannot be made bright.
    func background(_ color: Color) -> Entry { Entry(index: entry(color).index) }

    private func entry(_ color: Color) -> Entry {
        guard count >= 8, let palette = color.paletteIndex else { return Entry(index: -1) }
        let index = Int(palette)
        if index < count { return Entry(index: Int32(index)) }
        let nearest = index < 16 ? index : Self.nearestOfSixteen(index)
        if nearest < count { return Entry(index: Int32(nearest)) }
        return Entry(index: Int32(nearest % 8), isBold: nearest >= 8)
    }

    /// The nearest of the 16 basic colours, as xterm shows them by default.
    private static func nearestOfSixteen(_ index: Int) -> Int {
        let wanted = levels(of: index)
        var best = (index: 7, distance: Int.max)
        for (candidate, levels) in basic.enumerated() {
            let red = levels.0 - wanted.0
            let green = levels.1 - wanted.1
            let blue = levels.2 - wanted.2
            let distance = red * red + green * green + blue * blue
            if distance < best.distance { best = (candidate, distance) }
        }
        return best.index
    }

    /// Red, green and blue of an entry from 16 on: a cube of six levels, then
    /// a ramp of greys.
    private static func levels(of index: Int) -> (Int, Int, Int) {
        if index >= 232 {
            let grey = 8 + (index - 232) * 10
            return (grey, grey, grey)
        }
        func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + step * 40 }
        let cube = index - 16
        return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    }

    private static let basic: [(Int, Int, Int)] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0),
        (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
        (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ]
}

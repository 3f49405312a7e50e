/// A horizontal bar of blocks, exact to an eighth of a cell. Whole cells are a
/// little lower than the row, so that the bars of neighbouring rows stay apart.
public enum Bar {
    private static let eighths: [UInt32] = [
        0x258f, 0x258e, 0x258d, 0x258c, 0x258b, 0x258a, 0x2589,
    ]

    /// The glyphs of a bar of at most `width` cells that shows `value` of
    /// `limit`; empty where there is nothing to show.
    public static func glyphs(value: Int, limit: Int, width: Int) -> [Glyph] {
        guard limit > 0, value > 0, width > 0 else { return [] }
        let steps = max(1, min(width * 8, value * width * 8 / limit))
        var glyphs = Array(repeating: Glyph(base: 0x2587), count: steps / 8)
        if steps % 8 > 0 { glyphs.append(Glyph(base: eighths[steps % 8 - 1])) }
        return glyphs
    }
}

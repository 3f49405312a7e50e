/// A row of small columns, one a value.
public enum Sparkline {
    /// One glyph a value, scaled to the greatest; a zero is a blank.
    public static func glyphs(_ values: [Int]) -> [Glyph] {
        let most = values.max() ?? 0
        return values.map { value in
            guard value > 0, most > 0 else { return .space }
            return Glyph(base: 0x2581 + UInt32(max(0, value * 8 / most - 1)))
        }
    }

    /// Values added up into at most `width` groups of neighbours.
    public static func grouped(_ values: [Int], width: Int) -> [Int] {
        guard width > 0, values.count > width else { return values }
        let size = (values.count + width - 1) / width
        return stride(from: 0, to: values.count, by: size).map { start in
            values[start..<min(values.count, start + size)].reduce(0, +)
        }
    }
}

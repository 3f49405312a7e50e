/// Sizes as people write them: `64 MB`, where a megabyte is 1,048,576 bytes.
public enum ByteSize {
    private static let units = [("B", 1), ("KB", 1 << 10), ("MB", 1 << 20), ("GB", 1 << 30)]

    /// Nil for what is no size, or too great a one.
    static func bytes(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text[digits.endIndex...].drop { $0 == " " }.uppercased()
        guard digits.count <= 12, let number = Int(digits),
            let factor = unit.isEmpty ? 1 : units.first(where: { $0.0 == unit })?.1
        else { return nil }
        let (product, overflows) = number.multipliedReportingOverflow(by: factor)
        return overflows ? nil : product
    }

    /// In the greatest unit that divides it.
    public static func words(_ bytes: Int) -> String {
        let unit = units.last { bytes >= $0.1 && bytes % $0.1 == 0 } ?? units[0]
        return "\(bytes / unit.1) \(unit.0)"
    }
}

/// Numbers as the tables have them.
enum Figures {
    /// Milliseconds with three digits that count: `0.012`, `2.71`, `27.1`, `1,234`.
    static func milliseconds(_ value: Double) -> String {
        guard value.isFinite else { return "-" }
        switch value {
        case ..<10: return fixed(value, digits: value < 1 ? 3 : 2)
        case ..<100: return fixed(value, digits: 1)
        default: return grouped(Int(value.rounded()))
        }
    }

    /// `54x`, `0.80x`.
    static func ratio(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        switch value {
        case ..<0.1: return fixed(value, digits: 3) + "x"
        case ..<10: return fixed(value, digits: value < 1 ? 2 : 1) + "x"
        default: return grouped(Int(value.rounded())) + "x"
        }
    }

    static func fixed(_ value: Double, digits: Int) -> String {
        let unit = (0..<digits).reduce(1) { unit, _ in unit * 10 }
        let rounded = Int((value * Double(unit)).rounded())
        guard digits > 0 else { return String(rounded) }
        let fraction = String(rounded % unit)
        return "\(rounded / unit)." + String(repeating: "0", count: digits - fraction.count)
            + fraction
    }

    /// `1,000,000`.
    static func grouped(_ number: Int) -> String {
        var text = ""
        for (index, digit) in String(number).enumerated() {
            if index > 0, (String(number).count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// At the left of a column.
    static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// At the right of a column.
    static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}

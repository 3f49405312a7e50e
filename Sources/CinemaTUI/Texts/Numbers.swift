/// Numbers as the interface writes them.
public enum Numbers {
    /// With a comma after every third digit: `17,472`.
    public static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var text = ""
        for (offset, digit) in digits.enumerated() {
            if offset > 0 && (digits.count - offset) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return number < 0 ? "-" + text : text
    }

    /// Large sums of money, rounded: `$836.8 M`.
    public static func dollars(_ number: Int) -> String {
        func rounded(_ unit: Int) -> String {
            let tenths = (number + unit / 20) / (unit / 10)
            return "\(grouped(tenths / 10)).\(tenths % 10)"
        }
        if number >= 1_000_000_000 { return "$\(rounded(1_000_000_000)) B" }
        if number >= 1_000_000 { return "$\(rounded(1_000_000)) M" }
        return "$\(grouped(number))"
    }
}

/// Text as nobody would type it, for tests that hold for any text.
public enum RandomText {
    private static let pieces: [String] = [
        "a", "Z", "0", " ", "-", "\"", ":", ",", "é", "ß", "ж", "Ё", "七", "侍", "한", "ש", "ع", "ไทย",
        "e\u{301}", "\u{301}", "\u{300}\u{302}", "👨‍👩‍👧", "🇫🇷", "🇷", "👍🏽", "❤️", "\u{200d}", "\u{fe0f}",
        "\u{200b}",
        "\u{202e}", "\u{2066}", "\u{1b}", "\u{1b}[31m", "\0", "\n", "\r\n", "\r", "\t", "\u{7f}",
        "\u{85}", "\u{9b}", "\u{2028}", "\u{feff}", "\u{fffd}", "\u{ad}", "½", "ﬁ", "\u{1160}",
        "\u{e0041}", "\u{10ffff}", "\u{378}",
    ]

    public static func make(length: Int, using random: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<length {
            if Int.random(in: 0..<8, using: &random) == 0,
                let scalar = Unicode.Scalar(UInt32.random(in: 0..<0x30000, using: &random))
            {
                text.unicodeScalars.append(scalar)
            } else {
                text += pieces.randomElement(using: &random) ?? ""
            }
        }
        return text
    }
}

/// Breaks and cuts text by display width.
enum TextWrap {
    /// The lines of a text, broken at spaces; a word that is wider than a line
    /// is broken where the line ends.
    static func lines(_ text: String, width: Int) -> [String] {
        guard width > 0 else { return [] }
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" }) {
            var word = String(word)
            var columns = DisplayWidth.columns(of: word)
            if used > 0 && used + 1 + columns > width {
                lines.append(line)
                (line, used) = ("", 0)
            }
            while columns > width {
                let head = prefix(word, width: width)
                guard !head.isEmpty else { return lines }
                lines.append(head)
                word = String(word.dropFirst(head.count))
                columns = DisplayWidth.columns(of: word)
            }
            if used > 0 {
                line += " "
                used += 1
            }
            line += word
            used += columns
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    /// The text, or as much of it as fits with an ellipsis.
    static func cut(_ text: String, width: Int) -> String {
        if DisplayWidth.columns(of: text) <= width { return text }
        return prefix(text, width: width - 1) + "…"
    }

    private static func prefix(_ text: String, width: Int) -> String {
        var result = ""
        var used = 0
        for character in text {
            let columns = SafeText.glyph(of: character)?.1 ?? 0
            if used + columns > width { break }
            result.append(character)
            used += columns
        }
        return result
    }
}

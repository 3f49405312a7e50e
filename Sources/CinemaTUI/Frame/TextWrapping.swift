/// Breaks text into lines of so many cells.
public enum TextWrapping {
    /// The words of `text` in lines of at most `width` cells, the first of
    /// which begins with `first`, the others with `following`.
    ///
    /// A word that is longer than a line is broken between graphemes. Line
    /// breaks of the text are places for a blank like any other. There is
    /// always one line at least.
    public static func lines(
        of text: String, width: Int, first: String = "", following: String = ""
    ) -> [String] {
        var lines: [String] = []
        var line = first
        var used = DisplayWidth.columns(of: first)
        let indent = DisplayWidth.columns(of: following)
        var isFresh = true
        for word in text.split(whereSeparator: \.isWhitespace) {
            var pieces = [String(word)]
            if DisplayWidth.columns(of: pieces[0]) > max(1, width - max(used, indent)) {
                pieces = broken(pieces[0], width: max(2, width - indent))
            }
            for piece in pieces {
                let columns = DisplayWidth.columns(of: piece)
                if !isFresh && used + 1 + columns > width {
                    lines.append(line)
                    line = following
                    used = indent
                    isFresh = true
                }
                line += (isFresh ? "" : " ") + SafeText.visible(piece)
                used += (isFresh ? 0 : 1) + columns
                isFresh = false
            }
        }
        return lines + [line]
    }

    /// Pieces of a word that take at most `width` cells each.
    private static func broken(_ word: String, width: Int) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var used = 0
        for character in word {
            let columns = SafeText.glyph(of: character)?.1 ?? 0
            if used + columns > width && !piece.isEmpty {
                pieces.append(piece)
                piece = ""
                used = 0
            }
            piece.append(character)
            used += columns
        }
        return pieces + [piece]
    }

    /// The text, or as much of it as fits with an ellipsis.
    static func cut(_ text: String, width: Int) -> String {
        if DisplayWidth.columns(of: text) <= width { return text }
        var result = ""
        var used = 1
        for character in text {
            let columns = SafeText.glyph(of: character)?.1 ?? 0
            if used + columns > width { break }
            result.append(character)
            used += columns
        }
        return result + "…"
    }
}

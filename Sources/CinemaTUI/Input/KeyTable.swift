/// The key map as a table: for `cinema keys`, and for the README.
public enum KeyTable {
    /// Plain lines, a heading before each part.
    public static func lines(_ keyMap: KeyMap = .standard, texts: Texts = .english) -> [String] {
        var lines: [String] = []
        for mode in Mode.allCases {
            if !lines.isEmpty { lines.append("") }
            lines.append(texts.name(mode))
            for (keys, title) in rows(mode, keyMap, texts) {
                let padding = String(repeating: " ", count: max(2, 30 - keys.count))
                lines.append("  " + keys + padding + title)
            }
        }
        return lines
    }

    /// A Markdown table for each part.
    public static func markdown(_ keyMap: KeyMap = .standard, texts: Texts = .english) -> String {
        var text = ""
        for mode in Mode.allCases {
            text += "**\(texts.name(mode))**\n\n| keys | what they do |\n| --- | --- |\n"
            for (keys, title) in rows(mode, keyMap, texts) {
                let marked = keys.split(separator: " ").map { "`\($0)`" }.joined(separator: " ")
                text += "| \(marked) | \(title) |\n"
            }
            text += "\n"
        }
        return text
    }

    private static func rows(
        _ mode: Mode, _ keyMap: KeyMap, _ texts: Texts
    ) -> [(keys: String, title: String)] {
        keyMap.commands(in: mode).map { command in
            let keys = keyMap.keys(for: command, in: mode).map(\.label).joined(separator: " ")
            return (keys, texts.title(command))
        }
    }
}

@testable public import CinemaTUI

/// A frame as lines that one can review: its rows as text, a rule, the same
/// rows with a letter for each style, the letters' meaning, and the cursor.
public struct FramePicture {
    public let text: String

    public init(_ frame: Frame) {
        var lines = ["\(frame.size.columns)x\(frame.size.rows)"]
        lines += frame.text.split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        lines.append(String(repeating: "-", count: frame.size.columns))
        var letters: [Style: Character] = [.plain: " "]
        var legend: [String] = []
        for row in 0..<frame.size.rows {
            var line = ""
            for cell in frame.row(row) {
                if letters[cell.style] == nil {
                    let letter = Self.letter(legend.count)
                    letters[cell.style] = letter
                    legend.append("\(letter)  \(Self.description(cell.style))")
                }
                line.append(letters[cell.style] ?? "?")
            }
            while line.last == " " { line.removeLast() }
            lines.append(line)
        }
        lines.append(String(repeating: "-", count: frame.size.columns))
        lines += legend
        lines.append(frame.cursor.map { "cursor \($0.column),\($0.row)" } ?? "no cursor")
        text = lines.joined(separator: "\n") + "\n"
    }

    private static func letter(_ number: Int) -> Character {
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return number < letters.count ? letters[number] : "?"
    }

    /// The style in words: `bold yellow on blue`.
    public static func description(_ style: Style) -> String {
        let attributes: [(Style.Attributes, String)] = [
            (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"),
            (.reverse, "reverse"),
        ]
        var words = attributes.filter { style.attributes.contains($0.0) }.map(\.1)
        if let color = name(style.foreground) { words.append(color) }
        if let color = name(style.background) { words.append("on \(color)") }
        return words.isEmpty ? "plain" : words.joined(separator: " ")
    }

    private static func name(_ color: Color) -> String? {
        guard let index = color.paletteIndex else { return nil }
        let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
        if index < 8 { return names[Int(index)] }
        return index < 16 ? "bright " + names[Int(index) - 8] : "color \(index)"
    }
}

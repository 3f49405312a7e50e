import CinemaTUI

/// The lines of a record's page: a title, facts, paragraphs, lists.
///
/// Parts are apart by one empty line, and a part without content is not there.
struct RecordPage {
    /// Longer lines are hard to read, however wide the terminal is.
    static let widest = 100

    private let console: Console
    private let width: Int
    private(set) var lines: [String] = []

    init(title: String, on console: Console) {
        self.console = console
        width = min(console.width, Self.widest)
        for line in TextWrapping.lines(of: console.shown(title), width: width) {
            lines.append(emphasised(line))
        }
    }

    /// A line of facts, those that are known: `1977 · 121 min`.
    mutating func facts(_ facts: [String?]) {
        let known = facts.compactMap(\.self).filter { !$0.isEmpty }
        guard !known.isEmpty else { return }
        append(known.joined(separator: " · "))
    }

    mutating func paragraph(_ text: String?) {
        guard let text, !text.isEmpty else { return }
        lines.append("")
        append(text)
    }

    /// Labels in a column, with what belongs to them beside it.
    mutating func list(_ entries: [(label: String, text: String?)]) {
        let known = entries.compactMap { label, text in
            text.flatMap { $0.isEmpty ? nil : (console.shown(label), console.shown($0)) }
        }
        guard !known.isEmpty else { return }
        lines.append("")
        let column = min(known.map { DisplayWidth.columns(of: $0.0) }.max() ?? 0, width / 3)
        let indent = String(repeating: " ", count: column + 2)
        for (label, text) in known {
            let label = FittedText.fit(label, width: column, ellipsis: console.shown("…"))
            lines += TextWrapping.lines(
                of: text, width: width, first: label + "  ", following: indent)
        }
    }

    /// A heading with rows of a table under it.
    mutating func rows(_ heading: String, _ columns: [TableColumn], _ rows: [[String]]) {
        guard !rows.isEmpty else { return }
        var narrow = console
        narrow.width = width - 2
        let table = Table(columns, for: rows, on: narrow)
        lines += ["", emphasised(SafeText.visible(console.shown(heading)))]
        lines += rows.map { "  " + table.line($0) }
    }

    private mutating func append(_ text: String) {
        lines += TextWrapping.lines(of: console.shown(text), width: width)
    }

    private func emphasised(_ line: String) -> String {
        guard let emphasis = console.emphasis else { return line }
        return emphasis.start + line + emphasis.end
    }
}

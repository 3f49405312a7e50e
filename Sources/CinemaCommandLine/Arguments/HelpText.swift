import CinemaTUI

/// The help of a command, made from its declaration.
public struct HelpText: Sendable {
    public let program: CommandDeclaration
    public let path: [String]
    public let command: CommandDeclaration
    /// Columns that a line may take.
    public var width = 80

    public init(program: CommandDeclaration, path: [String], command: CommandDeclaration) {
        self.program = program
        self.path = path
        self.command = command
    }

    private var isProgram: Bool { path.count == 1 }

    public var lines: [String] {
        var lines = TextWrapping.lines(
            of: "\(path.joined(separator: " ")): \(command.summary)", width: width)
        lines.append("")
        lines += usage
        for section in sections where !section.entries.isEmpty {
            lines += ["", section.heading + ":"]
            lines += self.lines(of: section)
        }
        if isProgram {
            lines += ["", "\(program.name) COMMAND --help tells more about a command."]
        }
        return lines
    }

    private var usage: [String] {
        var forms = [command.synopsis(path: isProgram ? [program.name, "[browse]"] : path)]
        if isProgram { forms.append("\(program.name) COMMAND …") }
        return zip(["Usage: ", "       "], forms).flatMap { label, form in
            TextWrapping.lines(
                of: form, width: width, first: label, following: "          ")
        }
    }

    private var sections: [HelpSection] {
        let arguments = command.arguments.filter { $0.choices.isEmpty }
        return [
            HelpSection("Commands", commandEntries(of: command, path: [])),
            HelpSection("Arguments", arguments.map { .init($0.name, $0.summary) }),
            HelpSection(
                "Options", optionEntries(isProgram ? [] : command.options)),
            HelpSection(
                isProgram ? "Options" : "Options of every command", optionEntries(program.options)),
        ] + command.sections
    }

    /// A group's commands stand in its place.
    private func commandEntries(
        of command: CommandDeclaration, path: [String]
    ) -> [HelpSection.Entry] {
        command.commands.flatMap { inner in
            inner.isGroup
                ? commandEntries(of: inner, path: path + [inner.name])
                : [.init((path + [inner.name]).joined(separator: " "), inner.summary)]
        }
    }

    private func optionEntries(_ options: [OptionDeclaration]) -> [HelpSection.Entry] {
        options.map { option in
            .init((option.letter.map { "-\($0), " } ?? "") + option.synopsis, option.summary)
        }
    }

    /// Terms in a column of their own where all but a few are short.
    private func lines(of section: HelpSection) -> [String] {
        let widths = section.entries.map { DisplayWidth.columns(of: $0.term) }
        let column = min(widths.max() ?? 0, 22)
        let indent = column == 0 ? "  " : String(repeating: " ", count: column + 4)
        return zip(section.entries, widths).flatMap { entry, termWidth -> [String] in
            if termWidth > column {
                return ["  " + entry.term]
                    + TextWrapping.lines(
                        of: entry.text, width: width, first: indent, following: indent)
            }
            let label =
                column == 0
                ? indent
                : "  " + entry.term + String(repeating: " ", count: column - termWidth + 2)
            return TextWrapping.lines(
                of: entry.text, width: width, first: label, following: indent)
        }
    }
}

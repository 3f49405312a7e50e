import CinemaCore
import CinemaTUI

/// Tells what works here and what does not: for the eye on a terminal, else
/// state, part and finding a line, apart by tabs.
struct DoctorCommand {
    let console: Console
    let services: CommandServices

    func run(_ source: SourceChoice) async throws(CommandFailure) {
        let findings = await services.doctor(source).findings
        try CommandFailure.printing { () throws(OutputFailure) in
            if console.isTerminal {
                for line in page(findings) { try console.print(line) }
            } else {
                for finding in findings {
                    let text = SafeText.visible(console.shown(finding.text))
                    let fields = [finding.state.rawValue, finding.part.rawValue, text]
                    try console.print(fields.joined(separator: "\t"))
                }
            }
            try console.output.flush()
        }
        if let code = Self.exitCode(findings) { throw .found(code) }
    }

    /// A wrong configuration goes first: it may be why the rest is wrong.
    static func exitCode(_ findings: [DoctorFinding]) -> ExitCode? {
        let codes = findings.map(\.exitCode)
        return [ExitCode.wrongUsage, .unreachable, .invalidAnswer].first(where: codes.contains)
    }

    private func page(_ findings: [DoctorFinding]) -> [String] {
        var lines: [String] = []
        var part: DoctorFinding.Part?
        for finding in findings {
            if finding.part != part {
                lines += (part == nil ? [] : [""]) + [emphasised(finding.part.rawValue)]
                part = finding.part
            }
            let state = finding.state.rawValue
            let (name, text) = Self.columns(of: console.shown(finding.text))
            let label = "  " + state + String(repeating: " ", count: 9 - state.count) + name
            lines += TextWrapping.lines(
                of: text, width: min(console.width, RecordPage.widest), first: label,
                following: String(repeating: " ", count: label.count))
        }
        return lines
    }

    /// A name in front of a column of values keeps its distance, which wrapping
    /// would take for a space between words.
    static func columns(of text: String) -> (name: String, text: String) {
        var end: String.Index?
        for (index, next) in zip(text.indices, text.indices.dropFirst())
        where text[index] == " " {
            if text[next] == " " {
                end = next
            } else if let end, text.index(after: end) == next {
                return (String(text[..<next]), String(text[next...]))
            }
        }
        return ("", text)
    }

    private func emphasised(_ line: String) -> String {
        console.emphasis.map { $0.start + line + $0.end } ?? line
    }
}

import CinemaClient
import CinemaCore
import CinemaTUI

/// Tells what a catalogue holds and where it comes from: for the eye on a
/// terminal, else a name and a value a line, apart by a tab.
struct InfoCommand {
    let console: Console
    let services: CommandServices

    func run(source: SourceChoice) async throws(CommandFailure) {
        let summary = try await CommandFailure.asking { () async throws(CatalogError) in
            try await services.catalog(source).summary()
        }
        let file = try await CommandFailure.asking { () async throws(CatalogError) in
            try services.file(source)
        }
        let numbers = [
            ("films", summary.films), ("people", summary.people), ("genres", summary.genres),
        ]
        try CommandFailure.printing { () throws(OutputFailure) in
            if console.isTerminal {
                var page = RecordPage(title: summary.name, on: console)
                let table = numbers.map { [$0.0, EnglishText.grouped($0.1)] }
                page.rows(
                    "holds",
                    [TableColumn(minimum: 6), TableColumn(isTrailing: true, minimum: 9)], table)
                page.list(facts(file, EnglishText.grouped).map { ($0.0, $0.1) })
                for line in page.lines { try console.print(line) }
            } else {
                let lines =
                    [("name", summary.name)] + numbers.map { ($0.0, String($0.1)) }
                    + facts(file) { String($0) }
                for (label, value) in lines {
                    try console.print("\(label)\t\(SafeText.visible(console.shown(value)))")
                }
            }
            try console.output.flush()
        }
        if let notice = summary.notice { console.say(notice) }
    }

    private func facts(
        _ file: CatalogInfo?, _ number: (Int) -> String
    ) -> [(String, String)] {
        guard let file else { return [] }
        return [
            ("file", file.path), ("bytes", number(Int(file.bytes))),
            ("made", CalendarDate(secondsSince1970: file.modified).text),
            ("schema", String(file.schemaVersion)), ("from", file.provenance),
        ]
    }
}

import CinemaCore
import CinemaTUI

/// Tells what a catalogue holds: for the eye on a terminal, else a name and a
/// value a line, apart by a tab.
struct InfoCommand {
    let console: Console
    let services: CommandServices

    func run(source: String?) async throws(CommandFailure) {
        let summary = try await CommandFailure.asking { () async throws(CatalogError) in
            try await services.catalog(source).summary()
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
                for line in page.lines { try console.print(line) }
            } else {
                let name = SafeText.visible(console.shown(summary.name))
                try console.print("name\t\(name)")
                for (label, number) in numbers { try console.print("\(label)\t\(number)") }
            }
            try console.output.flush()
        }
        if let notice = summary.notice { console.say(notice) }
    }
}

import CinemaClient
import CinemaCore
import CinemaTUI

/// Tells what is kept of remote sources, or removes it.
struct CacheCommand {
    let console: Console
    let services: CommandServices

    func info(source: String?) throws(CommandFailure) {
        let kept = try kept(source)
        try CommandFailure.printing { () throws(OutputFailure) in
            if console.isTerminal {
                for line in page(kept) { try console.print(line) }
            } else {
                for source in kept {
                    let fields = [
                        source.name, source.addresses.joined(separator: ","), String(source.bytes),
                        CalendarDate(secondsSince1970: source.modified).text, source.directory,
                    ]
                    try console.print(
                        fields.map { SafeText.visible(console.shown($0)) }.joined(separator: "\t"))
                }
            }
            try console.output.flush()
        }
        if kept.isEmpty { throw .nothingFound(nothing(source)) }
    }

    func clear(source: String?) throws(CommandFailure) {
        let kept = try kept(source)
        guard !kept.isEmpty else { throw .nothingFound(nothing(source)) }
        let left = kept.filter { !$0.remove() }
        if let first = left.first {
            throw .catalog(
                CatalogError(
                    .unsupported, source: first.name,
                    cause: "\(first.directory) cannot be removed; remove it by hand"))
        }
        let bytes = kept.reduce(0) { $0 + $1.bytes }
        let names = kept.map(\.name).joined(separator: ", ")
        console.say("removed \(EnglishText.megabytes(bytes)) of \(names)")
    }

    private func kept(_ source: String?) throws(CommandFailure) -> [KeptSource] {
        do { return try services.kept(source) } catch { throw .catalog(error) }
    }

    private func nothing(_ source: String?) -> String {
        source.map { "nothing is kept of \(Quotation.short($0))" }
            ?? "nothing is kept of any source"
    }

    private func page(_ kept: [KeptSource]) -> [String] {
        let rows = kept.map { source in
            [
                source.name, EnglishText.megabytes(source.bytes),
                CalendarDate(secondsSince1970: source.modified).text,
                source.addresses.joined(separator: ", "),
            ]
        }
        let columns = [
            TableColumn(minimum: 8), TableColumn(isTrailing: true, minimum: 8),
            TableColumn(minimum: 20, isOptional: true), TableColumn(minimum: 10),
        ]
        let table = Table(columns, for: rows, on: console)
        return rows.map { table.line($0) }
    }
}

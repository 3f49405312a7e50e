import CinemaCore
import CinemaTUI
import Testing

@testable import CinemaClient

/// Titles that would act on a terminal if they could.
@Suite("Text of a catalogue cannot act on the terminal")
struct HostileTextTests {
    private let title = "A\u{1b}[2J\u{9b}31m\u{202e}B\n\tC\u{0}\u{7f}\u{2028}D"

    private var catalog: StubCatalog {
        StubCatalog(films: [
            Film(
                summary: FilmSummary(
                    id: Identifier("x\ty\n\u{1b}c"), title: title, type: "\u{1b}]0;t\u{7}",
                    genres: [GenreReference(id: Identifier("g"), name: "\r\u{85}")]),
                description: "one\n\u{1b}[31mtwo", awards: "\u{9d}x")
        ])
    }

    @Test(
        "whatever is printed",
        arguments: [
            "search films", "search films --format table", "search films --format json",
            "search films --format ndjson", "show film a", "show film a --format json",
            "show film nothing",
        ])
    func everywhere(arguments: String) async {
        for columns in [nil, 40, 3, 1] {
            let run = await cinema(arguments, catalog: catalog, terminal: columns)
            for text in [run.output, run.messages] {
                let acting = text.unicodeScalars.filter { scalar in
                    switch scalar.value {
                    case 0x09 where columns == nil: false
                    case 0x0a: false
                    case 0..<0x20, 0x7f...0x9f, 0x2028...0x202e, 0x2066...0x2069: true
                    default: false
                    }
                }
                #expect(acting.isEmpty)
            }
        }
    }

    @Test("and stays one row of nine columns")
    func row() async {
        let run = await cinema("search films", catalog: catalog)
        #expect(
            run.output
                == "x␉y␊␛c\tA␛[2J�31m�B␊␉C␀␡�D\t\t\t\t␛]0;t␇\t\t␍�\t\n")
    }

    @Test("but says the same in JSON")
    func json() async throws {
        let run = await cinema("search films --format ndjson", catalog: catalog)
        let film = try JSONDocument().parse(Array(run.output.utf8))
        #expect(film["title"]?.string == title)
    }

    @Test("Columns are straight behind wide, combining and right-to-left text")
    func widths() async {
        let titles = [
            "七人の侍", "שלום", "Ame\u{301}lie", "👨‍👩‍👧 Family", "Plain",
            String(repeating: "映", count: 60),
        ]
        let catalog = StubCatalog(
            films: titles.map { Film.named($0, rating: 50, directors: ["Somebody"]) })
        let run = await cinema("search films", catalog: catalog, terminal: 60)
        let columns = run.output.split(separator: "\n").map { line in
            let place = line.indices.last { line[$0...].hasPrefix("Somebody") } ?? line.startIndex
            return DisplayWidth.columns(of: String(line[..<place]))
        }
        #expect(Set(columns).count == 1)
        #expect(columns.count == 6)
    }
}

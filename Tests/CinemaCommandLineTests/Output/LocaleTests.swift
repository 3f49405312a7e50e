import CinemaCore
import Testing

@Suite("A locale without UTF-8")
struct LocaleTests {
    /// Stands for the transliteration of the terminal's driver: longer texts
    /// come out than go in.
    private let transliteration: @Sendable (String) -> String = { text in
        text.map { character -> String in
            switch character {
            case "ш": "sh"
            case "…": "..."
            default: character.isASCII ? String(character) : "?"
            }
        }.joined()
    }

    @Test("gets columns that are straight, in ASCII")
    func table() async {
        let films = [
            Film.named("шшш", rating: 50, directors: ["A\u{1b}"]),
            Film.named("abc – def", rating: 50, directors: ["B"]),
        ]
        let run = await cinema(
            ["search", "films"], catalog: StubCatalog(films: films), terminal: 80,
            transliteration: transliteration)
        #expect(run.output == "5.0  ?  shshsh     A?\n5.0  ?  abc ? def  B\n")
        let narrow = await cinema(
            ["search", "films"], catalog: StubCatalog(films: [.named("шшшшшшшшшшшш")]),
            terminal: 24, transliteration: transliteration)
        #expect(narrow.output == "?  ?  shshshshshshshs...\n")
    }
}

import Testing

@testable import CursesTerminal

@Suite struct CharsetFallbackTests {
    private func ascii(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map(CharsetFallback.ascii.shown)))
    }

    @Test func bordersBecomeASCII() {
        #expect(ascii("┌─┬─┐│├┼┤└┴┘╔═╗║╭╮╱╲") == "+-+-+|+++++++-+|++/\\")
    }

    @Test func barsStayBars() {
        #expect(ascii("▇▇▇▊ █▌▏ ░▒▓") == "###= #=- .:#")
        #expect(ascii("▁▂▃▄▅▆▇█") == "_.-=+*##")
    }

    @Test func symbolsBecomeTheNearestOnes() {
        #expect(
            ascii("▸ × ★ … – — “q” ‘q’ « » • · № ≥ ≤ ↵ →")
                == "> x * ~ - - \"q\" 'q' \" \" * . # > < < >")
    }

    @Test func latinLettersLoseTheirMarks() {
        #expect(ascii("Amélie ÀÇñöüŁłØøĐđßæŒıÞＡ") == "Amelie ACnouLlOoDdsaOiTA")
    }

    @Test func cyrillicIsTransliterated() {
        #expect(ascii("Ночной дозор Ёж ЩУКА подъезд") == "Nocnoj dozor Ez SUKA pod'ezd")
        #expect(ascii("їжак Ґава ЄЎ") == "izak Gava EU")
    }

    @Test func greekIsTransliterated() {
        #expect(ascii("Αθήνα Ψ") == "Atina P")
    }

    @Test func theRestIsAQuestionMark() {
        #expect(ascii("映画🎬\u{fffd}א") == "?????")
    }

    @Test func asciiIsLeftAlone() {
        let all = String(String.UnicodeScalarView((0x20..<0x7f).map { Unicode.Scalar(UInt8($0)) }))
        #expect(ascii(all) == all)
    }

    @Test func whatTheCharacterSetHasGoesThrough() {
        let koi = CharsetFallback { ("а"..."я").contains($0) || "·─".unicodeScalars.contains($0) }
        let shown = "дозор · é ї … ─".unicodeScalars.map(koi.shown)
        #expect(String(String.UnicodeScalarView(shown)) == "дозор · e i ~ -")
    }

    @Test func nothingEverBecomesAControl() {
        for value in stride(from: UInt32(0xa0), through: 0x1_ffff, by: 1) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let shown = CharsetFallback.ascii.shown(scalar).value
            if !(0x20..<0x7f).contains(shown) { Issue.record("U+\(String(value, radix: 16))") }
        }
    }
}

import Testing

@testable import CursesTerminal

@Suite struct RenditionCompressorTests {
    /// What is written for a piece of output, `^` standing for ESC.
    private func compressed(_ text: String, by compressor: inout RenditionCompressor) -> String {
        let bytes = Array(text.replacing("^", with: "\u{1b}").utf8)
        let result = bytes.withUnsafeBytes { compressor.compressed($0) }
        return String(decoding: result, as: UTF8.self).replacing("\u{1b}", with: "^")
    }

    private func compressed(_ text: String) -> String {
        var compressor = RenditionCompressor()
        _ = compressed("^[m", by: &compressor)
        return compressed(text, by: &compressor)
    }

    @Test func aRunOfColourIsSetOnceAndResetOnce() {
        #expect(compressed("^[33m7.8^[39m^(B^[m 1981") == "^[33m7.8^[m 1981")
    }

    @Test func whatIsSetAnewBeforeAnythingIsDrawnIsNotReset() {
        #expect(compressed("^[33ma^[39m^(B^[m^[3;4H^[33mb^[m") == "^[33ma^[3;4Hb^[m")
    }

    @Test func theShorterOfStepsAndResetIsTaken() {
        #expect(compressed("^[0;1;4m^[32mAm^[0;4m^[32mer^[m") == "^[1;4;32mAm^[22mer^[m")
        #expect(compressed("^[1;7;33ma^[0;2mb") == "^[1;7;33ma^[0;2mb")
    }

    @Test func boldAndDimAreSwitchedOffTogether() {
        #expect(compressed("^[1;2;31;44ma^[22m^[1mb^[m") == "^[1;2;31;44ma^[22;1mb^[m")
    }

    @Test func coloursOfThePaletteAndOfThreeValuesPass() {
        #expect(compressed("^[38;5;208ma^[48;2;1;20;255mb") == "^[38;5;208ma^[48;2;1;20;255mb")
    }

    @Test func erasingKnowsTheBackground() {
        #expect(compressed("^[44m^[K^[49mtext") == "^[44m^[K^[mtext")
    }

    @Test func atTheEndTheTerminalHasWhatNcursesBelieves() {
        #expect(compressed("text^[1m") == "text^[1m")
        #expect(compressed("^[1m^[m") == "")
    }

    @Test func whatIsNotUnderstoodPassesUpToTheNextReset() {
        #expect(compressed("^[1m^[58;5;1mtext") == "^[1m^[58;5;1mtext")
        #expect(compressed("^[0;53;1mb^[4mc^[0;32md") == "^[0;53;1mb^[4mc^[0;32md")
        #expect(compressed("^[?25l^]0;title\u{7}^[>") == "^[?25l^]0;title\u{7}^[>")
    }

    /// The Linux console's description sets the font with every attribute.
    @Test func thePrimaryFontTakesNoAttributeAway() {
        #expect(compressed("^[0;10;1ma") == "^[1ma")
        #expect(compressed("^[0;10;7;1m^[33ma") == "^[1;7;33ma")
    }

    @Test func afterSomethingElseWroteTheRenditionIsResetFirst() {
        var compressor = RenditionCompressor()
        #expect(compressed("a", by: &compressor) == "^[ma")
        #expect(compressed("b", by: &compressor) == "b")
        compressor.forget()
        #expect(compressed("^[1mc", by: &compressor) == "^[0;1mc")
    }

    @Test func sequencesCutOffAtTheEndAreKept() {
        for cut in ["^", "^[", "^[3", "^[38;5"] {
            #expect(compressed("text" + cut).hasPrefix("text^"))
        }
    }
}

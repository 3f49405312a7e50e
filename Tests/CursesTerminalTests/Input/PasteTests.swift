import CinemaTUI
import Testing

@testable import CursesTerminal

@Suite struct PasteTests {
    private let begin = "\u{1b}[200~"
    private let end = "\u{1b}[201~"

    @Test func aPasteIsOneTextAndNoKeys() {
        #expect(decoded("a" + begin + "q:quit я" + end + "b") == "a{q:quit я}b")
    }

    @Test func lineEndsAreUnifiedAndControlsLeftOut() {
        #expect(
            decoded(begin + "one\r\ntwo\rthree\nfour\tfive\u{0}\u{3}\u{7f}\u{9b}" + end)
                == "{one\ntwo\nthree\nfour\tfive}")
    }

    @Test func sequencesInsideOfItAreText() {
        #expect(decoded(begin + "\u{1b}[31mred\u{1b}[20" + end) == "{[31mred[20}")
        #expect(decoded(begin + "\u{1b}" + end + "q") == "{}q")
    }

    @Test func itsEndMayComeInPieces() {
        var decoder = KeyDecoder()
        var events: [TerminalEvent] = []
        for byte in (begin + "text" + end + "q").utf8 { decoder.decode([byte], into: &events) }
        #expect(notation(events) == "{text}q")
    }

    @Test func whatIsTooLongIsCutButEnds() {
        let long = String(repeating: "a", count: PasteBuffer.limit + 10)
        var decoder = KeyDecoder()
        var events: [TerminalEvent] = []
        decoder.decode((begin + long + end + "q").utf8, into: &events)
        #expect(events == [.paste(String(long.dropLast(10))), .key(Key("q"))])
    }

    @Test func withoutAnEndItIsWhatHasCome() {
        var decoder = KeyDecoder()
        var events: [TerminalEvent] = []
        decoder.decode((begin + "half").utf8, into: &events)
        #expect(decoder.pending == .paste)
        decoder.resolve(into: &events)
        decoder.decode("q".utf8, into: &events)
        #expect(notation(events) == "{half}q")
    }

    @Test func invalidBytesAreLeftOut() {
        let bytes = Array(begin.utf8) + [0x61, 0xff, 0xd0, 0xd0, 0xb0, 0xe2] + Array(end.utf8)
        #expect(decoded(bytes) == "{aа}")
    }

    @Test func anEndWithoutABeginningIsNothing() {
        #expect(decoded(end + "q") == "q")
    }
}

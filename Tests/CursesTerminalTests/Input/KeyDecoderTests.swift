import CinemaTUI
import Testing

@testable import CursesTerminal

@Suite struct KeyDecoderTests {
    @Test func textComesCharacterByCharacter() {
        #expect(decoded("aЯ映🎬é") == "aЯ映🎬é")
    }

    @Test func controlsAreKeys() {
        #expect(decoded("\u{1}\u{3}\u{13}\u{11}\u{1a}") == "<C-a><C-c><C-s><C-q><C-z>")
        #expect(decoded("\r\n\t\u{0}\u{1c}\u{1f}") == "<Enter><Enter><Tab><C-Space><C-\\><C-_>")
    }

    @Test func bothBackspacesDelete() {
        #expect(decoded("\u{7f}\u{8}") == "<BS><BS>")
    }

    @Test func escapeBeforeACharacterIsMeta() {
        #expect(decoded("\u{1b}x\u{1b}й\u{1b}\u{1}\u{1b}\r") == "<M-x><M-й><C-M-a><M-Enter>")
    }

    @Test func aLoneEscapeWaitsAndIsThenAKey() {
        var decoder = KeyDecoder()
        var events: [TerminalEvent] = []
        decoder.decode([0x1b], into: &events)
        #expect(events.isEmpty)
        #expect(decoder.pending == .escape)
        decoder.resolve(into: &events)
        #expect(events == [.key(Key(.escape))])
        #expect(decoder.pending == .nothing)
    }

    @Test func escapesAreNotLost() {
        #expect(decoded("\u{1b}\u{1b}") == "<Esc><Esc>")
        #expect(decoded("\u{1b}\u{1b}\u{1b}\u{1b}") == "<Esc><Esc><Esc><Esc>")
        #expect(decoded("\u{1b}\u{1b}x") == "<Esc><M-x>")
        #expect(decoded("\u{1b}\u{1b}[A") == "<M-Up>")
    }

    @Test func alternateWithAnIntroducerIsAKeyAfterAll() {
        #expect(decoded("\u{1b}[") == "<M-[>")
        #expect(decoded("\u{1b}O") == "<M-O>")
        #expect(decoded("\u{1b}]") == "<M-]>")
        #expect(decoded("\u{1b}P\r") == "<M-P><Enter>")
    }

    @Test func sequencesMayComeInPieces() {
        var decoder = KeyDecoder()
        var events: [TerminalEvent] = []
        for byte in "\u{1b}[1;5Aя".utf8 { decoder.decode([byte], into: &events) }
        #expect(notation(events) == "<C-Up>я")
    }

    @Test func invalidBytesAreLeftOut() {
        #expect(decoded([0x61, 0xff, 0xc3, 0x62, 0xe2, 0x82, 0x63, 0x80, 0xc0, 0xaf]) == "abc")
        // Surrogates, too long forms, beyond Unicode, C1 in UTF-8.
        #expect(decoded([0xed, 0xa0, 0x80, 0xf4, 0x90, 0x80, 0x80, 0xc2, 0x9b]) == "")
        #expect(decoded([0xd0, 0x1b, 0x5b, 0x41]) == "<Up>")
    }

    @Test func anotherCharacterSetIsRead() {
        let koi = CharacterDecoder { bytes in bytes == [0xca] ? .scalar("й") : .invalid }
        var decoder = KeyDecoder(characters: koi)
        var events: [TerminalEvent] = []
        decoder.decode([0xca, 0x1b, 0xca, 0xcb], into: &events)
        #expect(notation(events) == "й<M-й>")
    }
}

import Foundation
import Testing

@testable import CursesTerminal

/// What the terminal is sent for its clipboard.
struct ClipboardSequenceTests {
    private func text(_ copied: String, _ carrier: ClipboardSequence.Carrier = .none) -> String? {
        ClipboardSequence.bytes(copied, carrier: carrier).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    @Test(arguments: ["", "a", "ab", "abc", "звезда", "{\"a\": 1}\n"])
    func textIsInBase64(_ copied: String) {
        let expected = Data(copied.utf8).base64EncodedString()
        #expect(text(copied) == "\u{1b}]52;c;\(expected)\u{7}")
    }

    @Test func controlsAreLeftOut() {
        let expected = Data("[201~rm\n\tx".utf8).base64EncodedString()
        #expect(text("\u{1b}[201~rm\n\tx\u{7}\u{9c}\r") == "\u{1b}]52;c;\(expected)\u{7}")
    }

    @Test func tmuxGetsItPlainAndWrapped() {
        let plain = "\u{1b}]52;c;YQ==\u{7}"
        #expect(text("a", .tmux) == plain + "\u{1b}Ptmux;\u{1b}" + plain + "\u{1b}\\")
    }

    @Test func screenGetsItInPieces() throws {
        let bytes = try #require(
            ClipboardSequence.bytes(String(repeating: "a", count: 3_000), carrier: .screen))
        let sent = String(decoding: bytes, as: UTF8.self)
        let pieces = sent.components(separatedBy: "\u{1b}\\").dropLast()
        #expect(pieces.allSatisfy { $0.hasPrefix("\u{1b}P") && $0.utf8.count <= 514 })
        let joined = pieces.map { String($0.dropFirst(2)) }.joined()
        #expect(joined == text(String(repeating: "a", count: 3_000)))
    }

    @Test func itIsBounded() {
        #expect(text(String(repeating: "a", count: ClipboardSequence.limit)) != nil)
        #expect(text(String(repeating: "a", count: ClipboardSequence.limit + 1)) == nil)
    }

    @Test(arguments: ["linux", "vt100", "dumb", "ansi"])
    func whatWouldPrintItGetsNothing(_ type: String) {
        #expect(TerminalType(requested: type) { $0 == type }?.takesCopies == false)
    }

    @Test(arguments: ["xterm-256color", "tmux-256color", "screen", "foot", "xterm-kitty"])
    func othersDo(_ type: String) {
        #expect(TerminalType(requested: type) { $0 == "xterm-256color" }?.takesCopies == true)
    }

    @Test func whatStandsBetweenIsFound() {
        func carrier(_ variables: [String: String]) -> ClipboardSequence.Carrier {
            TerminalEnvironment { variables[$0] }.carrier
        }
        #expect(carrier([:]) == .none)
        #expect(carrier(["TMUX": "/tmp/tmux"]) == .tmux)
        #expect(carrier(["STY": "1.pts"]) == .screen)
        #expect(carrier(["STY": "1.pts", "TMUX": "/tmp/tmux"]) == .tmux)
    }
}

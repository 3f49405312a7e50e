import CinemaTUI
import Testing

@testable import CursesTerminal

@Suite struct KeyDecoderFuzzTests {
    @Test(arguments: 1...8)
    func randomBytesNeverBecomeControlsAsText(seed: UInt64) {
        var generator = SplitMix(state: seed)
        var decoder = KeyDecoder()
        var events: [TerminalEvent] = []
        for step in 0..<40_000 {
            decoder.decode([Self.byte(&generator)], into: &events)
            if step % 97 == 0 { decoder.resolve(into: &events) }
            if decoder.collected.count > KeyDecoder.sequenceLimit { Issue.record("unbounded") }
        }
        decoder.resolve(into: &events)
        let isEmpty = events.isEmpty
        #expect(!isEmpty)
        #expect(events.filter { !Self.isClean($0) } == [])
        #expect(decoder.pending == .nothing)
    }

    /// Every second byte is one that sequences are made of.
    private static func byte(_ generator: inout SplitMix) -> UInt8 {
        let random = generator.next()
        let alphabet = Array("\u{1b}\u{1b}[[O]P0123;;~?<$MuAq\u{7}\\".utf8)
        return random & 1 == 0
            ? UInt8(truncatingIfNeeded: random >> 8)
            : alphabet[Int(random >> 8 & 0xffff) % alphabet.count]
    }

    private static func isClean(_ event: TerminalEvent) -> Bool {
        switch event {
        case .key(let key):
            guard case .character(let character) = key.code else { return true }
            return character.unicodeScalars.allSatisfy(isText)
        case .paste(let text):
            return text.unicodeScalars.allSatisfy { isText($0) || $0 == "\n" || $0 == "\t" }
        case .resize, .resumed, .terminate: return false
        }
    }

    private static func isText(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory != .control
    }
}

/// A generator that gives the same numbers in every run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }
}

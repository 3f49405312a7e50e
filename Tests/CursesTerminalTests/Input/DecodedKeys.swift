import CinemaTUI

@testable import CursesTerminal

/// What a decoder makes of bytes, in the notation of key scripts; what is
/// pending at the end is resolved as if nothing more came.
func decoded(_ text: String, capabilities: [String: String] = [:]) -> String {
    decoded(Array(text.utf8), capabilities: capabilities)
}

func decoded(_ bytes: [UInt8], capabilities: [String: String] = [:]) -> String {
    var decoder = KeyDecoder(sequences: KeySequences { capabilities[$0] })
    var events: [TerminalEvent] = []
    decoder.decode(bytes, into: &events)
    decoder.resolve(into: &events)
    return notation(events)
}

func notation(_ events: [TerminalEvent]) -> String {
    events.map { event in
        switch event {
        case .key(let key): key.notation
        case .paste(let text): "{\(text)}"
        case .resize, .resumed, .terminate: "?"
        }
    }.joined()
}

import CinemaTUI

/// Makes events of the bytes that a terminal sends. Pure: it knows no
/// descriptor and no clock; the loop tells it when to wait no longer.
///
/// Whatever comes in, no control character comes out as text, a sequence that
/// means nothing is swallowed whole (its letters are never keys), and what is
/// kept is bounded. Focus and mouse reports are swallowed, too.
struct KeyDecoder {
    /// What more bytes would decide.
    enum Pending: Hashable {
        case nothing
        /// A lone ESC: the key, or the beginning of a sequence.
        case escape
        /// A sequence or a character that is not complete.
        case sequence
        /// A paste whose end has not come.
        case paste
    }

    enum State: Hashable {
        case ground
        /// In `collected`: the bytes of a character.
        case character
        /// After this many ESC.
        case escape(Int)
        /// After CSI; in `collected`: parameters and intermediates.
        case control
        /// After SS3.
        case application
        /// After `ESC [ [`, which the Linux console sends for F1 to F5.
        case console
        /// After the introducer of a string (OSC, DCS, SOS, PM, APC), and how
        /// many bytes of it were swallowed.
        case string(introducer: UInt8, count: Int)
        case stringEscape
        /// In a mouse report of the oldest kind: bytes that are still to come.
        case mouse(Int)
        case paste
    }

    let characters: CharacterDecoder
    let sequences: KeySequences
    var state = State.ground
    /// Whether an ESC stands before what is being collected.
    var isMeta = false
    var collected: [UInt8] = []
    var paste = PasteBuffer()

    /// Longer than any key's sequence; the rest of a longer one is swallowed.
    static let sequenceLimit = 64
    static let stringLimit = 64 * 1024

    init(characters: CharacterDecoder = .utf8, sequences: KeySequences = KeySequences()) {
        self.characters = characters
        self.sequences = sequences
    }

    var pending: Pending {
        switch state {
        case .ground: .nothing
        case .escape, .string(_, count: 0): .escape
        case .paste: .paste
        default: .sequence
        }
    }

    mutating func decode(_ bytes: some Sequence<UInt8>, into events: inout [TerminalEvent]) {
        for byte in bytes { decode(byte, into: &events) }
    }

    /// Nothing more has come in time: what is pending is all there will be.
    mutating func resolve(into events: inout [TerminalEvent]) {
        switch state {
        case .escape(let count):
            events += Array(repeating: .key(Key(.escape)), count: count)
        case .control where collected.isEmpty: events.append(.key(Key("[", .meta)))
        case .application where collected.isEmpty: events.append(.key(Key("O", .meta)))
        case .string(let introducer, count: 0):
            events.append(.key(Key(Character(Unicode.Scalar(introducer)), .meta)))
        case .paste: endPaste(into: &events)
        default: break
        }
        reset()
    }

    mutating func reset() {
        state = .ground
        isMeta = false
        collected.removeAll(keepingCapacity: true)
    }

    mutating func emit(_ key: Key?, into events: inout [TerminalEvent]) {
        if var key {
            if isMeta { key.modifiers.insert(.meta) }
            events.append(.key(key))
        }
        reset()
    }

    mutating func endPaste(into events: inout [TerminalEvent]) {
        events.append(.paste(characters.text(of: paste.bytes)))
        paste = PasteBuffer()
        reset()
    }
}

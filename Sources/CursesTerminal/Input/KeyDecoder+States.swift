import CinemaTUI

extension KeyDecoder {
    mutating func decode(_ byte: UInt8, into events: inout [TerminalEvent]) {
        switch state {
        case .ground: ground(byte, into: &events)
        case .character: character(byte, into: &events)
        case .escape(let count): escape(byte, after: count, into: &events)
        case .control: control(byte, into: &events)
        case .application: application(byte, into: &events)
        case .console:
            let isKey = (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(byte)
            emit(isKey ? Key(.function(Int(byte) - 0x40)) : nil, into: &events)
        case .string(let introducer, let count):
            string(byte, introducer: introducer, count: count, into: &events)
        case .stringEscape:
            if byte == UInt8(ascii: "\\") { reset() } else { escape(byte, after: 1, into: &events) }
        case .mouse(let rest): if rest > 1 { state = .mouse(rest - 1) } else { reset() }
        case .paste: if paste.append(byte) { endPaste(into: &events) }
        }
    }

    private mutating func ground(_ byte: UInt8, into events: inout [TerminalEvent]) {
        switch byte {
        case 0x1b: state = .escape(1)
        case 0x00..<0x20, 0x7f: emit(KeyCode.control(byte), into: &events)
        default: character(byte, into: &events)
        }
    }

    private mutating func character(_ byte: UInt8, into events: inout [TerminalEvent]) {
        collected.append(byte)
        switch characters.decode(collected) {
        case .scalar(let scalar):
            let isText = scalar.properties.generalCategory != .control
            emit(isText ? Key(Character(scalar)) : nil, into: &events)
        case .incomplete where collected.count < CharacterDecoder.longest: state = .character
        case .incomplete: reset()
        case .invalid:
            let wasFirst = collected.count == 1
            reset()
            // What broke off the last character may begin the next one.
            if !wasFirst { ground(byte, into: &events) }
        }
    }

    private mutating func escape(
        _ byte: UInt8, after count: Int, into events: inout [TerminalEvent]
    ) {
        // ESC before a sequence is Meta, as rxvt sends it; of more than two,
        // the first were keys.
        for _ in 0..<max(0, count - 2) { events.append(.key(Key(.escape))) }
        isMeta = count > 1
        switch byte {
        case 0x1b:
            state = .escape(min(count, 2) + 1)
        case UInt8(ascii: "["): state = .control
        case UInt8(ascii: "O"): state = .application
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
            UInt8(ascii: "_"):
            state = .string(introducer: byte, count: 0)
        default:
            if let key = sequences.described([0x1b, byte]) {
                emit(key, into: &events)
            } else {
                if count > 1 { events.append(.key(Key(.escape))) }
                isMeta = true
                ground(byte, into: &events)
            }
        }
    }

    private mutating func control(_ byte: UInt8, into events: inout [TerminalEvent]) {
        switch byte {
        case UInt8(ascii: "[") where collected.isEmpty: state = .console
        case UInt8(ascii: "$") where isNumber:
            emit(sequences.key(parameters: collected, final: byte), into: &events)
        case 0x20..<0x40:
            if collected.count < Self.sequenceLimit { collected.append(byte) }
        case 0x40..<0x7f: endControl(byte, into: &events)
        default: abandon(byte, into: &events)
        }
    }

    private mutating func endControl(_ final: UInt8, into events: inout [TerminalEvent]) {
        let text = collected
        if final == UInt8(ascii: "~"), text == Array("200".utf8) {
            reset()
            state = .paste
        } else if final == UInt8(ascii: "M"), text.isEmpty,
            sequences.described([0x1b, 0x5b, final]) == nil
        {
            state = .mouse(3)
        } else {
            let isWhole = text.count < Self.sequenceLimit
            emit(isWhole ? sequences.key(parameters: text, final: final) : nil, into: &events)
        }
    }

    private mutating func application(_ byte: UInt8, into events: inout [TerminalEvent]) {
        switch byte {
        case 0x30..<0x3c: if collected.count < Self.sequenceLimit { collected.append(byte) }
        case 0x20..<0x7f:
            emit(sequences.applicationKey(parameters: collected, final: byte), into: &events)
        default: abandon(byte, into: &events)
        }
    }

    private mutating func string(
        _ byte: UInt8, introducer: UInt8, count: Int, into events: inout [TerminalEvent]
    ) {
        switch byte {
        case 0x1b: state = .stringEscape
        case 0x07: reset()
        case 0x00..<0x20 where count == 0:
            // A control first: it was Alt with a letter, and another key.
            emit(Key(Character(Unicode.Scalar(introducer)), .meta), into: &events)
            ground(byte, into: &events)
        case 0x00..<0x20: abandon(byte, into: &events)
        default:
            guard count < Self.stringLimit else { return reset() }
            state = .string(introducer: introducer, count: count + 1)
        }
    }

    /// A control character or one of no sequence's alphabet ends a sequence
    /// that was never finished, and counts for itself.
    private mutating func abandon(_ byte: UInt8, into events: inout [TerminalEvent]) {
        reset()
        ground(byte, into: &events)
    }

    private var isNumber: Bool {
        !collected.isEmpty && collected.allSatisfy { 0x30...0x39 ~= $0 }
    }
}

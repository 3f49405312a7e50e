/// Reads one character of the terminal's character set from its bytes.
struct CharacterDecoder: Sendable {
    enum Result: Hashable {
        case scalar(Unicode.Scalar)
        /// What is there may become a character with more bytes.
        case incomplete
        case invalid
    }

    /// Given the bytes of one character, as many as have come, at least one.
    let decode: @Sendable ([UInt8]) -> Result

    init(_ decode: @escaping @Sendable ([UInt8]) -> Result) { self.decode = decode }

    static let utf8 = CharacterDecoder { bytes in
        guard let lead = bytes.first else { return .invalid }
        let (length, least): (Int, UInt32)
        var value: UInt32
        switch lead {
        case 0x00...0x7f: (length, least, value) = (1, 0, UInt32(lead))
        case 0xc2...0xdf: (length, least, value) = (2, 0x80, UInt32(lead & 0x1f))
        case 0xe0...0xef: (length, least, value) = (3, 0x800, UInt32(lead & 0x0f))
        case 0xf0...0xf4: (length, least, value) = (4, 0x1_0000, UInt32(lead & 0x07))
        default: return .invalid
        }
        for byte in bytes.dropFirst() {
            guard byte & 0xc0 == 0x80 else { return .invalid }
            value = value << 6 | UInt32(byte & 0x3f)
        }
        if bytes.count < length { return .incomplete }
        guard bytes.count == length, value >= least, let scalar = Unicode.Scalar(value) else {
            return .invalid
        }
        return .scalar(scalar)
    }

    /// All of `bytes` as text for a field: line ends become `\n`, tabs stay,
    /// every other control and whatever is no character is left out.
    func text(of bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        var character: [UInt8] = []
        var endsInReturn = false
        for byte in bytes {
            character.append(byte)
            var result = decode(character)
            if result == .incomplete && character.count < Self.longest { continue }
            if result == .invalid && character.count > 1 {
                // What broke off the last character may begin the next one.
                character = [byte]
                result = decode(character)
                if result == .incomplete { continue }
            }
            character.removeAll(keepingCapacity: true)
            guard case .scalar(let scalar) = result else { continue }
            let isReturn = scalar == "\r"
            if isReturn || (scalar == "\n" && !endsInReturn) {
                text.append("\n")
            } else if scalar == "\t" || scalar.properties.generalCategory != .control {
                text.append(scalar)
            }
            endsInReturn = isReturn
        }
        return String(text)
    }

    /// More bytes than a character of any set has.
    static let longest = 8
}

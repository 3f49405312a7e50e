/// UUIDs as text.
enum UUIDText {
    /// Whether a text has the usual form of a UUID, in either case.
    static func isUUID(_ text: String) -> Bool {
        let characters = text.utf8
        guard characters.count == 36 else { return false }
        for (index, character) in characters.enumerated() {
            switch index {
            case 8, 13, 18, 23:
                guard character == UInt8(ascii: "-") else { return false }
            default:
                guard isHexadecimal(character) else { return false }
            }
        }
        return true
    }

    private static func isHexadecimal(_ character: UInt8) -> Bool {
        switch character {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }
}

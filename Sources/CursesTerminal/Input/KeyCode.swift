import CinemaTUI

/// The number of a key in `CSI number ; modifiers u` and `CSI 27 ; modifiers ;
/// number ~`: the code point of what it types without modifiers.
struct KeyCode {
    private let number: Int

    init(_ number: Int) { self.number = number }

    func key(_ modifiers: KeyModifiers) -> Key? {
        guard !modifiers.isRelease else { return nil }
        switch number {
        case 8, 127: return modifiers.key(.backspace)
        case 9: return modifiers.key(.tab)
        case 10, 13: return modifiers.key(.enter)
        case 27: return modifiers.key(.escape)
        // What Control makes of a letter; no key types that without it.
        case 0..<32:
            guard modifiers.modifiers.contains(.control) else { return nil }
            var key = Self.control(UInt8(number))
            key.modifiers.formUnion(modifiers.modifiers.subtracting(.shift))
            return key
        // Keys without a character, in the private use area (kitty keyboard
        // protocol).
        case 0xe000...0xf8ff: return nil
        default: return character(modifiers)
        }
    }

    private func character(_ modifiers: KeyModifiers) -> Key? {
        guard let value = UInt32(exactly: number), let scalar = Unicode.Scalar(value),
            scalar.properties.generalCategory != .control
        else { return nil }
        var character = Character(scalar)
        // A character says itself what Shift made of it.
        if modifiers.modifiers.contains(.shift), modifiers.modifiers.isDisjoint(with: [.control]) {
            let upper = character.uppercased()
            if upper.count == 1, let first = upper.first { character = first }
        }
        return modifiers.key(.character(character))
    }

    /// The key that sends a control character (C0 or DEL).
    ///
    /// 0x08 is Backspace as 0x7f is, whichever of the two the line's VERASE
    /// names: terminals differ in which they send, and C-h deletes in every
    /// text field. 0x0a is Enter too, as it is to a shell.
    static func control(_ byte: UInt8) -> Key {
        switch byte {
        case 0x00: return Key(" ", .control)
        case 0x08, 0x7f: return Key(.backspace)
        case 0x09: return Key(.tab)
        case 0x0a, 0x0d: return Key(.enter)
        case 0x1b: return Key(.escape)
        case 0x01...0x1a: return Key(Character(Unicode.Scalar(byte + 0x60)), .control)
        default: return Key(Character(Unicode.Scalar(byte + 0x40)), .control)
        }
    }
}

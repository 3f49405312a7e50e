/// The bytes of a bracketed paste, up to the sequence that ends it.
///
/// What is beyond the limit is left out, but its end is still found.
struct PasteBuffer {
    private(set) var bytes: [UInt8] = []
    /// How much of the ending has been seen; these bytes are held back.
    private var matched = 0

    static let limit = 1 << 20
    private static let ending = Array("\u{1b}[201~".utf8)

    /// Takes a byte; true where it was the last one of the ending.
    mutating func append(_ byte: UInt8) -> Bool {
        if byte == Self.ending[matched] {
            matched += 1
            return matched == Self.ending.count
        }
        // Only its first byte can begin the ending anew: no other is an ESC.
        for index in 0..<matched { keep(Self.ending[index]) }
        matched = byte == Self.ending[0] ? 1 : 0
        if matched == 0 { keep(byte) }
        return false
    }

    private mutating func keep(_ byte: UInt8) {
        if bytes.count < Self.limit { bytes.append(byte) }
    }
}

/// Packs numbers and text into bytes that `ByteReader` reads back.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    /// Seven bits a byte, least first.
    mutating func write(_ value: some BinaryInteger) {
        var rest = UInt64(clamping: value)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// A number that may be unknown: 0, or one more than the number.
    mutating func write(optional value: Int?) {
        write(value.map { UInt64(clamping: $0) + 1 } ?? 0)
    }

    mutating func write(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            write(utf8.count)
            bytes.append(contentsOf: utf8)
        }
    }

    mutating func write(optional text: String?) {
        guard let text else { return write(0) }
        write(1)
        write(text)
    }

    mutating func write(raw: some Sequence<UInt8>) { bytes.append(contentsOf: raw) }
}

internal import CUTF8Proc

extension String {
    /// The text in normal form C, so that texts which Swift calls equal have
    /// the same bytes.
    package var composed: String {
        var text = self
        return text.withUTF8 { bytes in
            Self.isComposed(bytes) ? nil : Self.composed(bytes)
        } ?? self
    }

    /// Whether the text has nothing but letters of alphabets that are composed
    /// as they are: one look at each byte, for nearly all texts.
    private static func isComposed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte < 0x80 { continue }
            guard index < bytes.count else { return false }
            let value = UInt32(byte & 0x1f) << 6 | UInt32(bytes[index] & 0x3f)
            index += 1
            switch value {
            // Latin, up to where the combining marks begin, and Cyrillic
            // around its own.
            case 0x80..<0x300, 0x400...0x482, 0x48a...0x52f: if byte >= 0xe0 { return false }
            default: return false
            }
        }
        return true
    }

    private static func composed(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard let base = bytes.baseAddress else { return nil }
        var capacity = bytes.count + 16
        while true {
            var count = 0
            let scalars = [Int32](unsafeUninitializedCapacity: capacity) { buffer, initialized in
                count = cutf8proc_compose(base, bytes.count, buffer.baseAddress, capacity)
                initialized = Swift.max(0, Swift.min(count, capacity))
            }
            guard count >= 0 else { return nil }
            if count <= capacity {
                var text = ""
                text.unicodeScalars.append(
                    contentsOf: scalars.lazy.compactMap { Unicode.Scalar(UInt32(bitPattern: $0)) })
                return text
            }
            capacity = count
        }
    }
}

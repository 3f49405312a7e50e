import CLibUUID

/// Makes identifiers from names: the same name, the same UUID (version 5).
///
/// See <https://www.rfc-editor.org/rfc/rfc4122#section-4.3>.
struct UUIDNamespace: Hashable, Sendable {
    private let bytes: [UInt8]

    /// A namespace by its own UUID, 32 hexadecimal digits with or without
    /// hyphens; nil for anything else.
    init?(_ text: String) {
        let digits = text.filter { $0 != "-" }.map(\.hexDigitValue)
        guard digits.count == 32 else { return nil }
        var bytes: [UInt8] = []
        for position in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[position], let low = digits[position + 1] else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        self.bytes = bytes
    }

    /// The identifier of a name: 36 characters, lower case.
    func identifier(for name: String) -> String {
        var name = name
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 37) { text in
            name.withUTF8 { name in
                clibuuid_generate_named(bytes, name.baseAddress, name.count, text.baseAddress)
            }
            return String(decoding: UnsafeRawBufferPointer(text).prefix(36), as: UTF8.self)
        }
    }
}

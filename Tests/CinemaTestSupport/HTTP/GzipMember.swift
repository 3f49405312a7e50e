import CZlib

/// Compressed data for tests.
public enum GzipMember {
    /// A gzip member (RFC 1952) around what zlib makes of the bytes.
    public static func bytes(of body: [UInt8]) -> [UInt8] {
        var size = compressBound(uLong(body.count))
        var deflated = [UInt8](repeating: 0, count: Int(size))
        compress2(&deflated, &size, body, uLong(body.count), 9)
        // zlib's own wrapping is two bytes before and four behind.
        let data = deflated[2..<(Int(size) - 4)]
        let check = UInt32(truncatingIfNeeded: crc32(0, body, uInt(body.count)))
        return [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255] + data
            + littleEndian(check) + littleEndian(UInt32(truncatingIfNeeded: body.count))
    }

    private static func littleEndian(_ number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}

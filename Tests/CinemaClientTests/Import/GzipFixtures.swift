import CZlib
import Testing

/// Compressed data for tests, made by zlib itself.
enum GzipFixtures {
    static func compressed(_ text: String) throws -> [UInt8] {
        let directory = try TemporaryDirectory()
        let path = directory.file("text.gz")
        let file = try #require(gzopen(path, "wb9"))
        for byte in text.utf8 { gzputc(file, Int32(byte)) }
        #expect(gzclose(file) == Z_OK)
        return try directory.read("text.gz")
    }
}

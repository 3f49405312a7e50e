import Glibc

/// A file of lines.
struct ResultFile {
    let path: String

    func lines() -> [String] {
        guard let stream = fopen(path, "r") else { return [] }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 {
            bytes += buffer.prefix(count)
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { String($0) }
    }

    func write(_ lines: [String]) throws {
        guard let stream = fopen(path, "w") else {
            throw BenchmarkFailure("\(path) cannot be written")
        }
        for line in lines { fputs(line + "\n", stream) }
        guard fclose(stream) == 0 else { throw BenchmarkFailure("\(path) cannot be written") }
    }
}

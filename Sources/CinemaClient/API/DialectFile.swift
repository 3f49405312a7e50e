internal import Glibc

/// A dialect in a file, with the address it is of.
///
/// What is damaged, of another version or of another address is not there: the
/// dialect is then derived anew. A file that cannot be written costs a few
/// questions at the next start, never more.
struct DialectFile: Sendable {
    /// Grows whenever dialects are derived or written in another way.
    static let version = 1
    static let mostBytes = 1 << 20

    let path: String
    let address: String

    func read() -> APIDialect? {
        guard let bytes = bytes() else { return nil }
        let document = JSONDocument(depth: 16)
        guard let root = try? document.parse(bytes),
            root["version"]?.integer == Int64(Self.version),
            root["address"]?.string == address
        else { return nil }
        return root["dialect"].flatMap { APIDialect(reading: $0) }
    }

    /// Writes beside the place and renames, so that none sees half a file.
    func write(_ dialect: APIDialect) {
        var writer = JSONWriter()
        writer.object { file in
            file.member("version", Self.version)
            file.member("address", address)
            file.object("dialect") { dialect.write(to: &$0) }
        }
        writer.newline()
        makeDirectory()
        let temporary = "\(path).\(getpid())"
        guard put(writer.bytes, in: temporary) else {
            unlink(temporary)
            return
        }
        if rename(temporary, path) != 0 { unlink(temporary) }
    }

    private func makeDirectory() {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
        mkdir(String(path[..<slash]), 0o700)
    }

    private func put(_ bytes: [UInt8], in file: String) -> Bool {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        var written = 0
        while written < bytes.count {
            let outcome = SystemCall.repeated {
                bytes.withUnsafeBytes { buffer in
                    Glibc.write(
                        descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
                }
            }
            guard case .success(let count) = outcome, count > 0 else { break }
            written += count
        }
        return close(descriptor) == 0 && written == bytes.count
    }

    private func bytes() -> [UInt8]? {
        // A pipe in its place would never end.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            status.st_size <= Self.mostBytes
        else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var length = 0
        while length < bytes.count {
            let outcome = SystemCall.repeated {
                bytes.withUnsafeMutableBytes { buffer in
                    Glibc.read(
                        descriptor, buffer.baseAddress.map { $0 + length }, buffer.count - length)
                }
            }
            guard case .success(let count) = outcome, count > 0 else { return nil }
            length += count
        }
        return bytes
    }
}

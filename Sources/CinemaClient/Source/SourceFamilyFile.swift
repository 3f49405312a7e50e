internal import Glibc

/// What a source of unknown family turned out to be, in its directory, so that
/// the next start asks nothing.
///
/// What is missing or damaged is found out anew; a file that cannot be written
/// costs one question at the next start.
struct SourceFamilyFile: Sendable {
    static let name = "family"

    let directory: String

    private var path: String { "\(directory)/\(Self.name)" }

    /// Nil where it is not known.
    func read() -> SourceConfiguration.Family? {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else {
            // Earlier versions knew APIs only, and kept how they are talked to.
            return access("\(directory)/\(RemoteSource.dialectFile)", R_OK) == 0 ? .api : nil
        }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 64)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        guard count > 0 else { return nil }
        switch String(decoding: buffer.prefix(count), as: UTF8.self) {
        case "api\n": return .api
        case "elasticsearch\n": return .elasticsearch
        default: return nil
        }
    }

    func write(_ family: SourceConfiguration.Family) {
        let descriptor = open(
            path, O_WRONLY | O_CREAT | O_TRUNC | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var text = family == .elasticsearch ? "elasticsearch\n" : "api\n"
        text.withUTF8 { bytes in _ = Glibc.write(descriptor, bytes.baseAddress, bytes.count) }
    }
}

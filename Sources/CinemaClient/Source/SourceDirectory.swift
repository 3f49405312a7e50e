internal import Glibc

/// Where what is kept of a remote source lies: one directory a source, below
/// the cache directory.
enum SourceDirectory {
    /// The file that says whose directory it is.
    static let label = "source"

    /// `films.example.org-1f0c9a2b3d4e5f60`: readable, and another one for
    /// each name, address and choice of indices.
    static func name(of source: SourceConfiguration) -> String {
        let host = SourceAddress.host(of: source.addresses.first ?? "").map { character in
            character.isASCII && (character.isLetter || character.isNumber || character == ".")
                ? character : "-"
        }
        let indices = [source.indices.films, source.indices.people, source.indices.genres]
        let chosen = source.indices == IndexChoice() ? [] : indices.map { $0 ?? "" }
        let identity = ([source.name] + source.addresses + chosen).joined(separator: "\n")
        // FNV-1a, 64 bits.
        let hash = identity.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        let padding = String(repeating: "0", count: 16 - digits.count)
        return "\(String(host.prefix(60)))-\(padding)\(digits)"
    }

    /// The directory of a source below a cache directory.
    struct Place: Equatable {
        var path: String
        /// Whether anything can be kept there; else what was kept can be read.
        var isWritable: Bool
    }

    /// Makes the directory of a source below `cache`; nil where there is none
    /// and none can be made.
    static func make(for source: SourceConfiguration, in cache: String) -> Place? {
        let path = "\(cache)/\(name(of: source))"
        try? CatalogFile.makeDirectory(path)
        guard access(path, R_OK | X_OK) == 0 else { return nil }
        guard access(path, W_OK) == 0 else { return Place(path: path, isWritable: false) }
        // What is kept may be somebody's own business.
        chmod(path, 0o700)
        let text = ([source.name] + source.addresses).joined(separator: "\n") + "\n"
        // Written once: its time would tell of a change that was none.
        if KeptSource.label(path) != text { write(text, to: path) }
        return Place(path: path, isWritable: true)
    }

    private static func write(_ text: String, to directory: String) {
        let descriptor = open(
            "\(directory)/\(label)", O_WRONLY | O_CREAT | O_TRUNC | O_NONBLOCK | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var text = text
        text.withUTF8 { bytes in _ = Glibc.write(descriptor, bytes.baseAddress, bytes.count) }
    }
}

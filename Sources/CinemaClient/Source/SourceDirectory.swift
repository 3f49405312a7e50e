internal import Glibc

/// Where what is kept of a remote source lies: one directory a source, below
/// the cache directory.
enum SourceDirectory {
    /// The file that says whose directory it is.
    static let label = "source"

    /// `films.example.org-1f0c9a2b3d4e5f60`: readable, and another one for
    /// each name and address.
    static func name(of source: SourceConfiguration) -> String {
        let host = SourceAddress.host(of: source.addresses.first ?? "").map { character in
            character.isASCII && (character.isLetter || character.isNumber || character == ".")
                ? character : "-"
        }
        let identity = ([source.name] + source.addresses).joined(separator: "\n")
        // FNV-1a, 64 bits.
        let hash = identity.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        let padding = String(repeating: "0", count: 16 - digits.count)
        return "\(String(host.prefix(60)))-\(padding)\(digits)"
    }

    /// Makes the directory of a source below `cache` and gives its path; nil
    /// where it cannot be made.
    static func make(for source: SourceConfiguration, in cache: String) -> String? {
        let path = "\(cache)/\(name(of: source))"
        guard (try? CatalogFile.makeDirectory(path)) != nil, access(path, W_OK) == 0 else {
            return nil
        }
        // What is kept may be somebody's own business.
        chmod(path, 0o700)
        write(([source.name] + source.addresses).joined(separator: "\n") + "\n", to: path)
        return path
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

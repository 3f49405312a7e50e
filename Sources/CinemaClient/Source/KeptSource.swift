internal import Glibc

/// What is kept on disk of one remote source.
public struct KeptSource: Hashable, Sendable {
    public var name: String
    public var addresses: [String]
    public var directory: String
    public var bytes: Int64
    /// When something was last written, in seconds since 1970.
    public var modified: Int64

    /// Everything that is kept below a cache directory, by name.
    public static func all(in cache: String) -> [KeptSource] {
        names(in: cache).compactMap { KeptSource(directory: "\(cache)/\($0)") }
            .sorted { ($0.name, $0.directory) < ($1.name, $1.directory) }
    }

    /// Nil where the directory is not one of a source: nothing else is touched.
    init?(directory: String) {
        guard let text = Self.label(directory) else { return nil }
        let lines = text.split(separator: "\n").map(String.init)
        guard let name = lines.first, lines.count > 1 else { return nil }
        self.name = name
        addresses = Array(lines.dropFirst())
        self.directory = directory
        bytes = 0
        modified = 0
        for file in Self.names(in: directory) {
            var status = stat()
            guard lstat("\(directory)/\(file)", &status) == 0 else { continue }
            bytes += Int64(status.st_blocks) * 512
            modified = max(modified, Int64(status.st_mtim.tv_sec))
        }
    }

    /// Removes its files and its directory; true if nothing is left. What
    /// another program has open stays readable for it.
    public func remove() -> Bool {
        let files = Self.names(in: directory)
        // The label last: what is left over can be found and removed later.
        for file in files where file != SourceDirectory.label { unlink("\(directory)/\(file)") }
        unlink("\(directory)/\(SourceDirectory.label)")
        return rmdir(directory) == 0
    }

    private static func names(in directory: String) -> [String] {
        guard let stream = opendir(directory) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names
    }

    /// What the label of a directory says; nil where there is none.
    static func label(_ directory: String) -> String? {
        let path = "\(directory)/\(SourceDirectory.label)"
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 8_192)
        let count = read(descriptor, &buffer, buffer.count)
        return count > 0 ? String(decoding: buffer.prefix(count), as: UTF8.self) : nil
    }
}

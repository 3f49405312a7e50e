import Glibc

/// What a directory takes, and whether it can be written.
struct DiskUsage: Equatable {
    var isThere: Bool
    /// Where it is not there yet: whether it can be made.
    var isWritable: Bool
    var bytes: Int64

    /// Counts the files of a directory and of those directly in it.
    init(of path: String) {
        isThere = access(path, F_OK) == 0
        isWritable = Self.isWritable(path)
        bytes = isThere ? Self.bytes(of: path, depth: 2) : 0
    }

    /// The nearest directory that is there decides.
    private static func isWritable(_ path: String) -> Bool {
        var path = path[...]
        while access(String(path), F_OK) != 0 {
            guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return false }
            path = path[..<slash]
        }
        var status = stat()
        return stat(String(path), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            && access(String(path), W_OK) == 0
    }

    private static func bytes(of path: String, depth: Int) -> Int64 {
        guard let stream = opendir(path) else { return 0 }
        defer { closedir(stream) }
        var bytes: Int64 = 0
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            var status = stat()
            guard name != ".", name != "..", lstat("\(path)/\(name)", &status) == 0 else {
                continue
            }
            if status.st_mode & S_IFMT == S_IFDIR, depth > 1 {
                bytes += Self.bytes(of: "\(path)/\(name)", depth: depth - 1)
            } else {
                bytes += Int64(status.st_blocks) * 512
            }
        }
        return bytes
    }
}

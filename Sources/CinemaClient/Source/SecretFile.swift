internal import Glibc

/// A file that holds a secret: it has to be ours, and nobody else's to read.
enum SecretFile {
    static func read(_ path: String) throws(SecretProblem) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw SecretProblem(
                cause: "the file \(path) cannot be read (\(SystemCall.message(errno)));"
                    + " write the secret into it")
        }
        defer { close(descriptor) }
        // Of the open file, so that nothing can be put in its place meanwhile.
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw SecretProblem(cause: "\(path): \(SystemCall.message(errno))")
        }
        if let problem = problem(status, path) { throw problem }
        var buffer = [UInt8](repeating: 0, count: SecretReader.mostBytes + 2)
        let outcome = SystemCall.repeated { Glibc.read(descriptor, &buffer, buffer.count) }
        switch outcome {
        case .success(let count): return Array(buffer.prefix(count))
        case .failure(let error):
            throw SecretProblem(cause: "\(path): \(SystemCall.message(error.number))")
        }
    }

    /// What is wrong with the file at `path`, without reading it; nil where
    /// nothing is.
    static func problem(_ path: String) -> SecretProblem? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            return SecretProblem(
                cause: "the file \(path) cannot be read (\(SystemCall.message(errno)))")
        }
        return problem(status, path)
    }

    private static func problem(_ status: stat, _ path: String) -> SecretProblem? {
        guard status.st_mode & S_IFMT == S_IFREG else {
            return SecretProblem(cause: "\(path) is not a file; write the secret into one")
        }
        guard status.st_uid == geteuid() else {
            return SecretProblem(cause: "\(path) belongs to somebody else; make a copy of your own")
        }
        guard status.st_mode & 0o077 == 0 else {
            return SecretProblem(
                cause: "others can read \(path); protect it with chmod 600 \(path)")
        }
        return nil
    }
}

internal import Glibc

/// Says which of several processes reads a source: the one that has the lock
/// (flock(2)) of its directory. It ends with the process, however that ends.
final class SnapshotLock: Sendable {
    private let descriptor: Int32

    /// Nil where another one has it.
    init?(directory: String) {
        let path = directory + "/snapshot.lock"
        let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard opened >= 0 else { return nil }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            close(opened)
            return nil
        }
        descriptor = opened
    }

    deinit { close(descriptor) }
}

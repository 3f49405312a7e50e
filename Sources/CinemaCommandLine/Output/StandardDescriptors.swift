import Glibc

/// The three descriptors that every process expects to have.
public enum StandardDescriptors {
    /// Takes the places of those that the parent has closed, before the first
    /// file is opened: otherwise a database could become standard output.
    ///
    /// What stands there then fails as the closed one would: it is open the
    /// other way round.
    public static func reserve() {
        for descriptor in STDIN_FILENO...STDERR_FILENO
        where fcntl(descriptor, F_GETFD) < 0 && errno == EBADF {
            let mode = descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY
            // The lowest free number is this one, because those below are taken.
            _ = open("/dev/null", mode)
        }
    }
}

internal import Glibc

/// Memory that goes back to the system when it is let go, and that costs
/// nothing where it is not written to.
///
/// From malloc, buffers of megabytes that come and go on several threads leave
/// holes, which count.
struct MappedMemory: ~Copyable {
    let start: UnsafeMutableRawPointer
    let count: Int

    /// Nil where there is none.
    init?(count: Int) {
        let count = max(1, count)
        guard
            let mapped = mmap(
                nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
            mapped != MAP_FAILED
        else { return nil }
        start = mapped
        self.count = count
    }

    deinit { munmap(start, count) }
}

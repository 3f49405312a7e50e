import Glibc

/// The file of memory that ncurses writes to, and the bytes it has written.
final class ScreenMemory {
    private let descriptor: Int32
    private var bytes: UnsafeMutableRawBufferPointer

    /// The descriptor belongs to ncurses, which never closes it.
    init(descriptor: Int32) {
        self.descriptor = descriptor
        bytes = .allocate(byteCount: 64 * 1024, alignment: 1)
    }

    deinit { bytes.deallocate() }

    /// What was written since the last call, valid until the next one; nil
    /// where it could not be read.
    func take() -> UnsafeRawBufferPointer? {
        let length = Int(lseek(descriptor, 0, SEEK_CUR))
        guard length >= 0 else { return nil }
        if length > bytes.count {
            bytes.deallocate()
            bytes = .allocate(byteCount: length * 2, alignment: 1)
        }
        if length > 0 {
            let count = pread(descriptor, bytes.baseAddress, length, 0)
            lseek(descriptor, 0, SEEK_SET)
            guard count == length else { return nil }
        }
        return UnsafeRawBufferPointer(rebasing: bytes[..<length])
    }

    /// The same without the first occurrence of a sequence.
    func take(without sequence: [UInt8]) -> UnsafeRawBufferPointer? {
        guard let taken = take() else { return nil }
        guard !sequence.isEmpty, taken.count >= sequence.count else { return taken }
        for start in 0...(taken.count - sequence.count) {
            let end = start + sequence.count
            guard taken[start..<end].elementsEqual(sequence) else { continue }
            UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
                .copyMemory(from: UnsafeRawBufferPointer(rebasing: taken[end...]))
            return UnsafeRawBufferPointer(rebasing: bytes[..<(taken.count - sequence.count)])
        }
        return taken
    }
}

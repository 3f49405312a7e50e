import Glibc

/// What every use of a system call needs.
enum SystemCall {
    /// Repeats a call that a signal broke off.
    static func repeated(_ call: () -> Int) -> Result<Int, Errno> {
        while true {
            let result = call()
            if result >= 0 { return .success(result) }
            let number = errno
            if number != EINTR { return .failure(Errno(number: number)) }
        }
    }

    /// The system's words for an error number.
    static func message(_ number: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        // XPG's strerror_r is the one Swift imports; it fills the buffer.
        guard strerror_r(number, &buffer, buffer.count) == 0 else { return "error \(number)" }
        let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// An error number of the system.
    struct Errno: Error, Equatable {
        let number: Int32
    }
}

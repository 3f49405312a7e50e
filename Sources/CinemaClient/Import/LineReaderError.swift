/// Why lines could not be read, and from where.
struct LineReaderError: Error, Equatable, Sendable {
    enum Kind: Equatable, Sendable {
        /// The system's reason for not opening the file.
        case open(errno: Int32)
        /// The system's reason for not reading on.
        case read(errno: Int32)
        /// Compressed data that ends before its end.
        case truncated
        /// Compressed data that is not what was compressed, in zlib's words.
        case damaged(String)
        case memory
        /// More bytes without the end of a line than any text has.
        case endless
        /// Nobody wants more.
        case stopped
    }

    let kind: Kind

    /// The path of the file, or what stands for it.
    let name: String

    /// How many bytes of the file had been read.
    let offset: Int64

    var meansDamage: Bool {
        switch kind {
        case .truncated, .damaged: true
        case .open, .read, .memory, .endless, .stopped: false
        }
    }
}

extension LineReaderError: CustomStringConvertible {
    var description: String {
        switch kind {
        case .open(let number): "\(name): \(SystemCall.message(number))"
        case .read(let number): "\(name): \(SystemCall.message(number)) at byte \(offset)"
        case .truncated: "\(name): the compressed data is cut off at byte \(offset)"
        case .damaged(let words): "\(name): the compressed data is damaged (\(words))"
        case .stopped: "\(name): reading was stopped"
        case .memory: "\(name): there is not enough memory"
        case .endless:
            "\(name): no line ends within \(LineReader.longestLine >> 20) MB, so these are not "
                + "lines of JSON; give one film a line"
        }
    }
}

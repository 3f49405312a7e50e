/// Why a text is not JSON, and where.
struct JSONError: Error, Equatable, Sendable {
    enum Kind: Sendable {
        case syntax
        /// Not UTF-8, or half of a surrogate pair.
        case encoding
        /// A number greater than a `Double` holds.
        case numberRange
        /// More arrays and objects within one another than are read.
        case depth
        /// 4 GiB or more.
        case size
        case memory
    }

    let kind: Kind
    let message: String

    /// Where the text is wrong, in bytes from its beginning.
    let offset: Int

    /// The line of `offset`, from 1.
    let line: Int
}

extension JSONError: CustomStringConvertible {
    var description: String {
        "line \(line), byte \(offset): \(message)"
    }
}

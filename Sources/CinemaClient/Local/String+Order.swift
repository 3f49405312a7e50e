internal import Glibc

extension String {
    /// The order of UTF-8, which is SQLite's and cheaper than Unicode's.
    func precedes(_ other: String) -> Bool { order(before: other) < 0 }

    /// Less than 0 if this text comes first, 0 for the same bytes.
    func order(before other: String) -> Int {
        let order = utf8.withContiguousStorageIfAvailable { left in
            other.utf8.withContiguousStorageIfAvailable { right in
                Self.order(UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
            }
        }
        // Swift's own strings are contiguous; others are compared the slow way.
        if let order = order ?? nil { return order }
        if utf8.elementsEqual(other.utf8) { return 0 }
        return utf8.lexicographicallyPrecedes(other.utf8) ? -1 : 1
    }

    private static func order(
        _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer
    ) -> Int {
        let shared = Swift.min(left.count, right.count)
        guard shared > 0, let a = left.baseAddress, let b = right.baseAddress else {
            return left.count - right.count
        }
        let order = Int(memcmp(a, b, shared))
        return order != 0 ? order : left.count - right.count
    }

    /// Whether folded text begins with another, scalar by scalar.
    func hasFoldedPrefix(_ prefix: String) -> Bool {
        let hasPrefix = utf8.withContiguousStorageIfAvailable { text in
            prefix.utf8.withContiguousStorageIfAvailable { prefix in
                guard prefix.count <= text.count else { return false }
                guard let a = text.baseAddress, let b = prefix.baseAddress else {
                    return prefix.isEmpty
                }
                return memcmp(a, b, prefix.count) == 0
            }
        }
        return (hasPrefix ?? nil) ?? utf8.starts(with: prefix.utf8)
    }
}

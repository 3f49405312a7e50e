/// Sorted texts that share their first letters.
enum PrefixGroups {
    /// The ranges of texts with one beginning of `length` scalars; shorter
    /// texts belong to none.
    static func ranges(
        _ texts: [String], length: Int
    ) -> [(prefix: String, range: Range<Int>)] {
        var groups: [(prefix: String, range: Range<Int>)] = []
        var start = 0
        var current: String?
        for (index, text) in texts.enumerated() {
            if let open = current {
                // Whole scalars: what begins with the same bytes begins alike.
                if text.hasFoldedPrefix(open) { continue }
                groups.append((open, start..<index))
            }
            let beginning = text.unicodeScalars.prefix(length)
            current = beginning.count == length ? String(beginning) : nil
            start = index
        }
        if let open = current { groups.append((open, start..<texts.count)) }
        return groups
    }
}

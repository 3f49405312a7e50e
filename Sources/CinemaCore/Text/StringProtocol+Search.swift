extension StringProtocol {
    /// The first place of a text. The standard library's own is part of
    /// `_StringProcessing`, which would bring its regular expressions into the
    /// program, a million bytes.
    package func firstRange(of text: String) -> Range<Index>? {
        guard !text.isEmpty else { return startIndex..<startIndex }
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text),
                let end = index(start, offsetBy: text.count, limitedBy: endIndex)
            {
                return start..<end
            }
            start = index(after: start)
        }
        return nil
    }

    package func contains(text: String) -> Bool { firstRange(of: text) != nil }
}

/// Names that come as one text.
enum NameList {
    /// Genres and the like: whatever commas part.
    static func labels(_ text: String) -> [String] { parts(text) }

    /// People: parted by commas only if every part has a forename and a
    /// surname, for there is "Downey, Robert" and "Robert Downey, Jr.".
    static func people(_ text: String) -> [String] {
        let parts = parts(text)
        let areNames = parts.allSatisfy { part in
            part.utf8.contains(UInt8(ascii: " "))
        }
        guard parts.count > 1, areNames else {
            return FilmRecordReader.hasContent(text) ? [text] : []
        }
        return parts
    }

    private static func parts(_ text: String) -> [String] {
        guard text.utf8.contains(UInt8(ascii: ",")) else {
            return FilmRecordReader.hasContent(text) ? [text] : []
        }
        return text.split(separator: ",").compactMap { part in
            let part = part.drop { $0.isWhitespace }
            guard let last = part.lastIndex(where: { !$0.isWhitespace }) else { return nil }
            return String(part[...last])
        }
    }
}

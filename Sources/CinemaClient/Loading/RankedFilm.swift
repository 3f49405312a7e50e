internal import CinemaCore

/// A film in the order of rows: best first, then by reviews, title and id.
struct RankedFilm {
    var sortTitle: String
    var title: String
    var id: String
    /// The number under which it was staged.
    var number: Int
    /// What the title begins with when the parts of its words are joined, if
    /// that is another text.
    var joinedTitle: String?
    /// The words of the title by their numbers in the table of title words.
    var words: [Int]

    /// The texts that a query may be a beginning of.
    var startTexts: [String] {
        guard !sortTitle.isEmpty else { return [] }
        return joinedTitle.map { [sortTitle, $0] } ?? [sortTitle]
    }

    /// `TextFolding.titleKey`, which is the joined words without the spaces.
    var key: String {
        String(decoding: (joinedTitle ?? sortTitle).utf8.filter { $0 != 0x20 }, as: UTF8.self)
    }

    /// Writes what the order of bytes puts in order, the content behind it.
    func write(
        reviews: Int?, content: UnsafeRawBufferPointer, to writer: inout ByteWriter
    ) {
        writer.write(bigEndian: .max - (reviews.map { UInt64(clamping: $0) + 1 } ?? 0))
        writer.write(ordered: sortTitle)
        writer.write(ordered: title)
        writer.write(ordered: id)
        writer.write(number)
        writer.write(optional: joinedTitle)
        writer.write(list: words)
        writer.write(raw: content)
    }

    init(_ title: String, _ folded: FoldedTitle, id: String, number: Int, words: [Int]) {
        let texts = folded.startTexts
        sortTitle = texts.first ?? ""
        joinedTitle = texts.count > 1 ? texts[1] : nil
        self.title = title
        self.id = id
        self.number = number
        self.words = words
    }

    /// Leaves the reader at the film's content.
    init(_ reader: inout ByteReader) throws(SQLiteError) {
        _ = try reader.raw(8)
        sortTitle = try reader.orderedText()
        title = try reader.orderedText()
        id = try reader.orderedText()
        number = try reader.integer()
        joinedTitle = try reader.optionalText()
        words = try reader.list()
    }
}

import CinemaTUI

/// Text cut and padded to a number of cells.
enum FittedText {
    /// The text in exactly `width` cells, or in fewer where `pads` is false.
    ///
    /// What is wider is cut between graphemes and ends in `ellipsis`. The
    /// characters in `emphasised` (offsets, in order) are set in `emphasis`.
    static func fit(
        _ text: String, width: Int, pads: Bool = true, isTrailing: Bool = false,
        ellipsis: String = "…", emphasised: [Range<Int>] = [], emphasis: Emphasis? = nil
    ) -> String {
        let columns = DisplayWidth.columns(of: text)
        let isCut = columns > width
        let mark = isCut ? SafeText.visible(ellipsis) : ""
        let limit = isCut ? max(0, width - DisplayWidth.columns(of: mark)) : width
        var line = EmphasisedText(emphasis: emphasis, ranges: emphasised)
        var used = 0
        for (offset, character) in text.enumerated() {
            guard let (glyph, columns) = SafeText.glyph(of: character) else { continue }
            guard used + columns <= limit else { break }
            line.append(glyph.text, offset: offset)
            used += columns
        }
        let fitted = line.finished() + mark
        used += DisplayWidth.columns(of: mark)
        guard pads, used < width else { return fitted }
        let blanks = String(repeating: " ", count: width - used)
        return isTrailing ? blanks + fitted : fitted + blanks
    }
}

/// Collects characters and switches emphasis on and off between them.
private struct EmphasisedText {
    let emphasis: Emphasis?
    var ranges: ArraySlice<Range<Int>>
    var text = ""
    var isOn = false

    init(emphasis: Emphasis?, ranges: [Range<Int>]) {
        self.emphasis = emphasis
        self.ranges = ranges[...]
    }

    mutating func append(_ piece: String, offset: Int) {
        if let emphasis {
            while let range = ranges.first, range.upperBound <= offset { ranges.removeFirst() }
            let isWanted = ranges.first?.contains(offset) ?? false
            if isWanted != isOn {
                text += isWanted ? emphasis.start : emphasis.end
                isOn = isWanted
            }
        }
        text += piece
    }

    func finished() -> String { isOn ? text + (emphasis?.end ?? "") : text }
}

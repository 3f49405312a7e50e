/// The one place through which text from outside passes before it becomes
/// cells of a frame or a line of output.
///
/// Controls (C0, DEL, C1), line breaks and bidirectional overrides become
/// visible marks; other invisible format characters are dropped; a grapheme
/// cluster of several bases (an emoji family, a flag) is reduced to its first
/// base, because terminals disagree about its width; at most four marks stay
/// on a base. Whatever comes in, no control character goes out.
public enum SafeText {
    /// Calls `body` with each glyph and its width (1 or 2) until it returns
    /// false. Zero-width scalars are folded into the glyph before them.
    public static func forEachGlyph(in text: String, _ body: (Glyph, Int) -> Bool) {
        var isASCII = true
        let done: Bool? = text.utf8.withContiguousStorageIfAvailable { bytes in
            for byte in bytes where byte >= 0x80 {
                isASCII = false
                return false
            }
            var former: UInt8 = 0
            for byte in bytes {
                // CR LF is one character, here as everywhere.
                defer { former = byte }
                if byte == 0x0a && former == 0x0d { continue }
                if !body(asciiGlyph(byte), 1) { break }
            }
            return true
        }
        if done == true { return }
        if done == nil || !isASCII {
            for character in text {
                guard let (glyph, width) = glyph(of: character) else { continue }
                if !body(glyph, width) { return }
            }
        }
    }

    /// The glyph that stands for a character and its columns, or nil where the
    /// character shows nothing.
    public static func glyph(of character: Character) -> (Glyph, Int)? {
        var glyph: Glyph?
        var width = 1
        for scalar in character.unicodeScalars {
            let value = scalar.value
            if glyph == nil {
                guard let base = visible(scalar) else { continue }
                guard let columns = DisplayWidth.columns(of: base) else {
                    glyph = Glyph(base: replacement)
                    continue
                }
                if columns == 0 {
                    // Nothing to see by itself, and no mark either (a filler).
                    guard isMark(base) else { continue }
                    // A mark without a base stands on a space of its own.
                    var lone = Glyph.space
                    lone.add(mark: base.value)
                    glyph = lone
                } else {
                    glyph = Glyph(base)
                    width = columns
                }
            } else {
                // Only true combining marks may join; joiners, variation
                // selectors and second bases are where widths diverge.
                guard !isDropped(value), !isMarked(value) else { continue }
                if isMark(scalar), !(0xfe00...0xfe0f).contains(value),
                    DisplayWidth.columns(of: scalar) == 0
                {
                    glyph?.add(mark: value)
                }
            }
        }
        return glyph.map { ($0, width) }
    }

    /// The text with everything in it that could act on a terminal replaced;
    /// for lines of output. Costs nothing for plain ASCII.
    public static func visible(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return text }
        var result = ""
        forEachGlyph(in: text) { glyph, _ in
            result += glyph.text
            return true
        }
        return result
    }

    private static let replacement: UInt32 = 0xfffd

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        let category = scalar.properties.generalCategory
        return category == .nonspacingMark || category == .enclosingMark
    }

    private static func asciiGlyph(_ byte: UInt8) -> Glyph {
        if byte >= 0x20 && byte < 0x7f { return Glyph(base: UInt32(byte)) }
        return Glyph(base: byte == 0x7f ? 0x2421 : 0x2400 + UInt32(byte))
    }

    /// What stands for a scalar on the screen; nil where nothing does.
    private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let value = scalar.value
        if value < 0x20 { return Unicode.Scalar(0x2400 + value) }
        if value < 0x7f { return scalar }
        if value == 0x7f { return Unicode.Scalar(0x2421) }
        if isMarked(value) { return Unicode.Scalar(replacement) }
        if isDropped(value) { return nil }
        if value == 0xa0 { return " " }
        return scalar
    }

    /// Scalars that could act: C1 controls, line and paragraph separators,
    /// bidirectional embeddings, overrides and isolates, interlinear anchors.
    private static func isMarked(_ value: UInt32) -> Bool {
        switch value {
        case 0x80...0x9f, 0x2028...0x202e, 0x2066...0x2069, 0xfff9...0xfffb: true
        default: false
        }
    }

    /// Invisible format characters without effect on a terminal.
    private static func isDropped(_ value: UInt32) -> Bool {
        switch value {
        case 0xad, 0x61c, 0x180e, 0x200b...0x200f, 0x2060...0x2065, 0x206a...0x206f, 0xfeff,
            0xe0000...0xe0fff:
            true
        default: false
        }
    }
}

import CWidth

/// Columns of text on a terminal, counted as ncurses counts them.
///
/// The one source is glibc's `wcwidth` under C.UTF-8 (wcwidth(3)), never a
/// table of our own: where two parties count differently, columns drift.
public enum DisplayWidth {
    /// 0, 1 or 2 columns, or nil for a scalar that the terminal cannot be
    /// trusted with (controls, unassigned, newer than the C library).
    public static func columns(of scalar: Unicode.Scalar) -> Int? {
        let value = scalar.value
        if value >= 0x20 && value < 0x7f { return 1 }
        // Latin and Cyrillic letters, lines and bars are the bulk of what is
        // drawn; a test holds these ranges against wcwidth.
        if value >= 0xc0 && value < 0x300 { return 1 }
        if value >= 0x400 && value < 0x483 { return 1 }
        if value >= 0x2500 && value < 0x25a0 { return 1 }
        let columns = cwidth_columns(value)
        return columns < 0 ? nil : Int(columns)
    }

    /// Columns that `text` takes once it has been made safe to draw.
    public static func columns(of text: String) -> Int {
        var total = 0
        SafeText.forEachGlyph(in: text) { _, width in
            total += width
            return true
        }
        return total
    }
}

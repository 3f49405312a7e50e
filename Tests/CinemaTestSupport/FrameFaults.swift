@testable public import CinemaTUI

extension Frame {
    /// What is wrong with the frame, whatever it shows: controls in cells,
    /// halves of wide characters, a cursor outside.
    public var faults: [String] {
        var faults: [String] = []
        if cells.count != size.columns * size.rows { faults.append("\(cells.count) cells") }
        if let cursor,
            !(0..<size.columns).contains(cursor.column) || !(0..<size.rows).contains(cursor.row)
        {
            faults.append("the cursor is at \(cursor.column),\(cursor.row)")
        }
        for row in 0..<size.rows {
            var needsContinuation = false
            for (column, cell) in self.row(row).enumerated() {
                let glyph = cell.glyph
                if glyph.isContinuation != needsContinuation {
                    faults.append("half a character at \(column),\(row)")
                }
                needsContinuation = false
                guard !glyph.isContinuation else { continue }
                if !glyph.isHarmless {
                    faults.append("U+\(String(glyph.base, radix: 16)) at \(column),\(row)")
                }
                if let base = Unicode.Scalar(glyph.base), DisplayWidth.columns(of: base) == 2 {
                    needsContinuation = true
                }
            }
            if needsContinuation { faults.append("half a character at the end of row \(row)") }
        }
        return faults
    }
}

extension Glyph {
    /// Whether nothing in the glyph could act on a terminal.
    public var isHarmless: Bool {
        for value in [base, marks.0, marks.1, marks.2, marks.3] where value != 0 {
            guard let scalar = Unicode.Scalar(value), value >= 0x20, !(0x7f...0x9f).contains(value)
            else { return false }
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: return false
            case .format where (0x202a...0x202e).contains(value): return false
            case .format where (0x2066...0x2069).contains(value): return false
            default: break
            }
        }
        return true
    }
}

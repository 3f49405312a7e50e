/// What one cell shows: a base character and at most four marks over it, which
/// is what ncurses keeps of a cell (CCHARW_MAX, curs_getcchar(3X)).
///
/// A plain value without references, so that a frame copies and compares as
/// memory.
public struct Glyph: Hashable, Sendable {
    public let base: UInt32
    public private(set) var marks: (UInt32, UInt32, UInt32, UInt32)

    public static let space = Glyph(base: 0x20)

    /// Fills the second cell of a wide character.
    public static let continuation = Glyph(base: 0)

    public init(base: UInt32) {
        self.base = base
        marks = (0, 0, 0, 0)
    }

    public init(_ scalar: Unicode.Scalar) { self.init(base: scalar.value) }

    public var isContinuation: Bool { base == 0 }

    /// Puts a mark over the base; the fifth and later ones are dropped.
    public mutating func add(mark: UInt32) {
        if marks.0 == 0 {
            marks.0 = mark
        } else if marks.1 == 0 {
            marks.1 = mark
        } else if marks.2 == 0 {
            marks.2 = mark
        } else if marks.3 == 0 {
            marks.3 = mark
        }
    }

    /// Base and marks as text; empty for a continuation.
    public var text: String {
        var result = String.UnicodeScalarView()
        for value in [base, marks.0, marks.1, marks.2, marks.3] where value != 0 {
            if let scalar = Unicode.Scalar(value) { result.append(scalar) }
        }
        return String(result)
    }

    public static func == (left: Glyph, right: Glyph) -> Bool {
        left.base == right.base && left.marks == right.marks
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(base)
        hasher.combine(marks.0)
        hasher.combine(marks.1)
        hasher.combine(marks.2)
        hasher.combine(marks.3)
    }
}

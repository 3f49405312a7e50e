/// One cell of a frame: a glyph and its style.
public struct Cell: Hashable, Sendable {
    public var glyph: Glyph
    public var style: Style

    public static let blank = Cell(glyph: .space, style: .plain)

    public init(glyph: Glyph, style: Style = .plain) {
        self.glyph = glyph
        self.style = style
    }
}

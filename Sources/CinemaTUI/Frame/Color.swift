/// A colour of the terminal's own palette.
///
/// Only the 16 colours that the reader has chosen for the terminal are used by
/// the built-in theme; 16 to 255 are there for terminals that have them.
public struct Color: Hashable, Sendable {
    /// 0 is the terminal's default; 1 to 256 stand for palette entries 0 to 255.
    let code: UInt16

    public static let `default` = Color(code: 0)

    private init(code: UInt16) { self.code = code }

    /// The entry of the palette; 0 to 7 dark, 8 to 15 bright.
    public init(palette index: UInt8) { code = UInt16(index) + 1 }

    init(rawCode: UInt16) { code = min(rawCode, 256) }

    /// The palette entry, or nil for the terminal's default.
    public var paletteIndex: UInt8? { code == 0 ? nil : UInt8(code - 1) }

    public static let black = Color(palette: 0)
    public static let red = Color(palette: 1)
    public static let green = Color(palette: 2)
    public static let yellow = Color(palette: 3)
    public static let blue = Color(palette: 4)
    public static let magenta = Color(palette: 5)
    public static let cyan = Color(palette: 6)
    public static let white = Color(palette: 7)
}

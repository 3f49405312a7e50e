/// How a cell looks: two colours and attributes, packed into 32 bits so that
/// cells compare and copy as plain numbers.
public struct Style: Hashable, Sendable {
    public struct Attributes: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let bold = Attributes(rawValue: 1 << 0)
        public static let dim = Attributes(rawValue: 1 << 1)
        public static let italic = Attributes(rawValue: 1 << 2)
        public static let underline = Attributes(rawValue: 1 << 3)
        public static let reverse = Attributes(rawValue: 1 << 4)
    }

    /// Bits 0-8 foreground, 9-17 background, 18-25 attributes.
    private var bits: UInt32

    public static let plain = Style()

    public init(
        foreground: Color = .default, background: Color = .default, _ attributes: Attributes = []
    ) {
        bits =
            UInt32(foreground.code) | UInt32(background.code) << 9
            | UInt32(attributes.rawValue) << 18
    }

    public var foreground: Color {
        get { Color(rawCode: UInt16(bits & 0x1ff)) }
        set { bits = bits & ~0x1ff | UInt32(newValue.code) }
    }

    public var background: Color {
        get { Color(rawCode: UInt16(bits >> 9 & 0x1ff)) }
        set { bits = bits & ~(0x1ff << 9) | UInt32(newValue.code) << 9 }
    }

    public var attributes: Attributes {
        get { Attributes(rawValue: UInt8(bits >> 18 & 0xff)) }
        set { bits = bits & ~(0xff << 18) | UInt32(newValue.rawValue) << 18 }
    }

    /// The same style with more attributes.
    public func with(_ more: Attributes) -> Style {
        var style = self
        style.attributes.formUnion(more)
        return style
    }
}

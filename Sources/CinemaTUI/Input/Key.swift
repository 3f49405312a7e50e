/// A key as the reader pressed it: a character or a named key, with modifiers.
///
/// Its textual form is the one of the key tables and of key scripts in tests:
/// `a`, `й`, `<C-d>`, `<M-x>`, `<Enter>`, `<S-Tab>`, `<lt>` for `<`.
public struct Key: Hashable, Sendable {
    public enum Code: Hashable, Sendable {
        case character(Character)
        case enter, escape, tab, backspace, delete, insert
        case up, down, left, right, home, end, pageUp, pageDown
        case function(Int)
    }

    public struct Modifiers: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let control = Modifiers(rawValue: 1 << 0)
        public static let meta = Modifiers(rawValue: 1 << 1)
        /// Only with named keys: a character says itself what Shift made of it.
        public static let shift = Modifiers(rawValue: 1 << 2)
    }

    public var code: Code
    public var modifiers: Modifiers

    public init(_ code: Code, _ modifiers: Modifiers = []) {
        self.code = code
        self.modifiers = modifiers
    }

    public init(_ character: Character, _ modifiers: Modifiers = []) {
        self.init(.character(character), modifiers)
    }
}

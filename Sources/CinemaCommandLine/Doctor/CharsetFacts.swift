/// What can be shown of a text.
public struct CharsetFacts: Hashable, Sendable {
    /// The locale for characters, as the environment names it.
    public var locale: String?
    /// `UTF-8`, `KOI8-R`, or `ASCII`.
    public var charset: String

    public init(locale: String?, charset: String) {
        self.locale = locale
        self.charset = charset
    }
}

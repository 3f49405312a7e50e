/// The identity of a film, a person or a genre in its catalogue.
///
/// Backed by text, because catalogues differ (UUIDs here, numbers there), and
/// typed by what it names, so that a person's cannot stand for a film's.
public struct Identifier<Entity>: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    public init(_ text: String) { self.text = text }

    public var description: String { text }
}

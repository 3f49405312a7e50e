/// A secret itself. It is never printed: descriptions and reflections show a
/// mask.
struct SecretText: Hashable, Sendable {
    /// The text, for the field of a request and for nothing else.
    let revealed: String

    init(_ text: String) { revealed = text }

    static let mask = "•••"
}

extension SecretText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { Self.mask }
    var debugDescription: String { Self.mask }
    var customMirror: Mirror { Mirror(self, children: [:]) }
}

internal import CinemaCore

/// Another text for a query that found next to nothing.
struct RescuedText: Hashable, Sendable {
    var kind: Rescue.Kind
    /// As one would type it.
    var shown: String
    var text: SearchText
}

/// Why a text is not TOML.
struct TOMLError: Error, Equatable, Sendable {
    /// In words, without a full stop.
    var cause: String
    var position: TOMLPosition
}

/// What makes catalogues.
///
/// `progress` is told how far it is, as often as the maker likes and from
/// wherever it works; once it returns false the making ends with
/// `.interrupted` as soon as it can. One that fails leaves the target as it
/// was.
public protocol CatalogMaking: Sendable {
    /// Reads `files` into a new catalogue at `target`.
    func importFiles(
        _ files: [String], into target: String, replacing: Bool,
        progress: @escaping @Sendable (MakingProgress) -> Bool
    ) async throws(MakingFailure) -> MakingResult

    /// Makes a catalogue of films that never were, the same for a seed.
    func generate(
        films: Int, seed: UInt64, into target: String, replacing: Bool,
        progress: @escaping @Sendable (MakingProgress) -> Bool
    ) async throws(MakingFailure) -> MakingResult
}

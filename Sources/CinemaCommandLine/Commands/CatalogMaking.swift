/// What makes a catalogue out of files.
public protocol CatalogImporting: Sendable {
    /// Reads `files` into a new catalogue at `target`.
    ///
    /// `progress` is told how far it is, as often as the importer likes and
    /// from wherever it works; once it returns false the import ends with
    /// `.interrupted` as soon as it can. A failed import leaves the target as
    /// it was.
    func importFiles(
        _ files: [String], into target: String, replacing: Bool,
        progress: @escaping @Sendable (ImportProgress) -> Bool
    ) async throws(ImportFailure) -> ImportResult
}

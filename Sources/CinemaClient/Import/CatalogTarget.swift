/// The place of a catalogue that is to be made, by import or otherwise.
struct CatalogTarget {
    let path: String

    /// Checks that nothing is there that may not be replaced.
    init(_ path: String, replacing: Bool) throws(CatalogImportError) {
        self.path = path
        guard CatalogFile.exists(path) else { return }
        guard replacing else {
            throw CatalogImportError(
                .targetExists,
                sentence: "\(path) exists; say --replace to put the new catalogue in its place")
        }
        guard CatalogFile.isCatalogue(path) else {
            throw CatalogImportError(
                .targetExists,
                sentence: "\(path) is not a catalogue, and is not replaced by one")
        }
    }

    /// Writes the films of a loader, all or nothing; `tell` is told how far
    /// it is, from 0 to 1, and stops it with false.
    func write(
        _ loader: CatalogLoader, provenance: String, tell: @escaping (Double) -> Bool
    ) throws(CatalogImportError) -> CatalogLoader.Counts {
        var counts: CatalogLoader.Counts?
        do throws(CatalogFile.Failure) {
            try CatalogFile.make(at: path, alone: true) { (connection) throws(SQLiteError) in
                counts = try loader.load(
                    into: connection, provenance: provenance,
                    progress: { (share) throws(SQLiteError) in
                        guard tell(share) else { throw .stopped }
                    })
            }
        } catch {
            throw failure(error)
        }
        guard let counts else { throw .stopped }
        return counts
    }

    /// What it means that the file could not be made.
    func failure(_ failure: CatalogFile.Failure) -> CatalogImportError {
        if case .database(let cause) = failure, cause.code == .interrupt { return .stopped }
        return CatalogImportError(
            .cannotWrite, sentence: "\(path) cannot be written: \(failure.words)")
    }
}

extension SQLiteError {
    /// The reader has asked to go no further.
    static let stopped = SQLiteError(.interrupt, message: "stopped")
}

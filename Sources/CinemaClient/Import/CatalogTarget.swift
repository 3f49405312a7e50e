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

    /// Where films wait that memory is not to hold.
    var space: SortSpace { .beside(path) }

    /// Writes the films of a loader, all or nothing; `tell` is told how far
    /// it is, from 0 to 1, and stops it with false.
    func write(
        _ loader: CatalogLoader, provenance: String, tell: @escaping (Double) -> Bool
    ) throws(CatalogImportError) -> CatalogLoader.Counts {
        var counts = CatalogLoader.Counts()
        do throws(CatalogFile.Failure) {
            try CatalogFile.make(at: path, alone: true) { (connection) throws(SQLiteError) in
                counts = try loader.load(
                    into: connection, provenance: provenance,
                    progress: { (share) throws(SQLiteError) in
                        guard tell(share) else { throw .stopped }
                    })
            }
        } catch {
            if case .database(let cause) = error, cause.code == .interrupt { throw .stopped }
            throw CatalogImportError(
                .cannotWrite, sentence: "\(path) cannot be written: \(error.words)")
        }
        return counts
    }
}

extension SQLiteError {
    /// The reader has asked to go no further.
    fileprivate static let stopped = SQLiteError(.interrupt, message: "stopped")
}

/// Which films others replaced, and which IMDb ids name more than one.
struct StagedIdentifiers: Sendable {
    /// The numbers of films whose place a later one with the same id took.
    private(set) var replaced: RowSet
    /// The numbers of films whose IMDb id another film has too, so that it
    /// cannot name either.
    private(set) var ambiguous: RowSet
    /// How many films took another's place, and where the first of them were.
    private(set) var replacements = 0
    private(set) var firstReplacements: [FilmOrigin] = []

    init(_ staging: FilmStaging, _ progress: LoadingProgress) throws(SQLiteError) {
        replaced = RowSet(lastRow: staging.count)
        ambiguous = RowSet(lastRow: staging.count)
        try progress.begin(.identities, total: staging.ids.count + staging.imdbs.count)
        try findReplaced(StoredIdentifiers(staging.ids), progress)
        try findAmbiguous(staging.imdbs, progress)
    }

    /// Of films with one id the last counts.
    private mutating func findReplaced(
        _ ids: StoredIdentifiers, _ progress: LoadingProgress
    ) throws(SQLiteError) {
        var earlier = 0
        while try ids.next() {
            try progress.advance()
            if ids.isAsBefore {
                replaced.insert(earlier)
                replacements += 1
                note(ids.origin)
            }
            earlier = ids.number
        }
    }

    private mutating func note(_ origin: FilmOrigin) {
        let place = firstReplacements.firstIndex { origin.isBefore($0) } ?? firstReplacements.count
        guard place < CatalogImport.Report.mostProblems else { return }
        firstReplacements.insert(origin, at: place)
        if firstReplacements.count > CatalogImport.Report.mostProblems {
            firstReplacements.removeLast()
        }
    }

    private mutating func findAmbiguous(
        _ sort: ExternalSort, _ progress: LoadingProgress
    ) throws(SQLiteError) {
        let imdbs = try sort.sorted()
        var earlier: [UInt8] = []
        var number = 0
        while try imdbs.next() {
            try progress.advance()
            var reader = ByteReader(imdbs.payload)
            let imdb = try reader.textBytes()
            let isAsBefore = number > 0 && imdb.elementsEqual(earlier)
            let here = Int(try reader.bigEndian32())
            if isAsBefore {
                ambiguous.insert(number)
                ambiguous.insert(here)
            } else {
                earlier = Array(imdb)
            }
            number = here
        }
    }
}

/// Reads ids with the numbers of their films, those of one id together, in the
/// order of numbers.
final class StoredIdentifiers {
    private let records: SortedRecords
    private var before: [UInt8] = []

    private(set) var number = 0
    private(set) var origin = FilmOrigin(source: 0, line: 0)
    /// Whether the id is that of the record before.
    private(set) var isAsBefore = false
    /// Length and text, or the bytes of a UUID.
    private(set) var identifier = UnsafeRawBufferPointer(start: nil, count: 0)

    var key: UInt64 { records.key }

    init(_ sort: ExternalSort) throws(SQLiteError) { records = try sort.sorted() }

    func next() throws(SQLiteError) -> Bool {
        before.removeAll(keepingCapacity: true)
        before.append(contentsOf: identifier)
        guard try records.next() else { return false }
        var reader = ByteReader(records.payload)
        try StoredIdentifier.skip(&reader)
        identifier = UnsafeRawBufferPointer(
            rebasing: records.payload.prefix(records.payload.count - reader.rest.count))
        isAsBefore = identifier.elementsEqual(before)
        number = Int(try reader.bigEndian32())
        if !reader.isAtEnd {
            origin = FilmOrigin(source: try reader.integer(), line: try reader.integer())
        }
        return true
    }
}

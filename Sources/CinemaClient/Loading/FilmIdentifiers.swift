/// The identifiers of films: their own, or one that is derived from what tells
/// them apart (`CatalogIdentity`).
///
/// Films that nothing tells apart are told apart by their order: the first
/// keeps the identifier, the others get one with a number in it. That two have
/// one shows only when all are sorted, and then the films are gone through
/// once more; which happens at most once but for texts made to that end.
struct FilmIdentifiers {
    private let staged: StagedIdentifiers
    /// The films whose first identifier another film has, with their place
    /// among those that nothing tells apart.
    private var occurrences: [Int: Int] = [:]
    private var writer = ByteWriter()
    /// How many of those there were, by a hash of what they share.
    private var counters: [UInt64: Int] = [:]
    /// The identifiers that are not the films' own, with their numbers.
    private var derived: ExternalSort
    private let space: SortSpace

    init(_ staged: StagedIdentifiers, _ space: SortSpace) {
        self.staged = staged
        self.space = space
        derived = Self.sort(space)
    }

    private static func sort(_ space: SortSpace) -> ExternalSort {
        ExternalSort(space, bufferSize: 2 << 20)
    }

    /// - Parameter director: The name of the first one.
    mutating func identifier(
        of film: StagedFilm, _ content: FilmContent, number: Int, director: String?
    ) throws(SQLiteError) -> String {
        var id: String
        if let occurrence = occurrences[number] {
            id = numbered(film, content, number, occurrence)
        } else if let own = film.id {
            return own
        } else if let imdb = content.imdb, !staged.ambiguous.contains(number) {
            id = CatalogIdentity.film(imdb: imdb)
        } else {
            id = CatalogIdentity.film(
                imdb: content.imdb, title: film.title, year: content.year, director: director)
        }
        writer.removeAll()
        StoredIdentifier.write(id, to: &writer)
        writer.write(bigEndian: UInt32(number))
        try derived.add(ByteHash.hash(id), writer.bytes)
        return id
    }

    private mutating func numbered(
        _ film: StagedFilm, _ content: FilmContent, _ number: Int, _ occurrence: Int
    ) -> String {
        var occurrence = occurrence
        if occurrence == 0 {
            let year = content.year.map { String($0) } ?? ""
            let shared = [content.imdb ?? "", film.title, year].joined(separator: "\u{1f}")
            occurrence = counters[ByteHash.hash(shared), default: 1] + 1
            counters[ByteHash.hash(shared)] = occurrence
            occurrences[number] = occurrence
        }
        return CatalogIdentity.film(
            imdb: content.imdb, title: film.title, year: content.year, director: "#\(occurrence)")
    }

    /// Looks for films with one identifier, after the last film; true if there
    /// are some, and all have to be asked for again.
    mutating func findEqual(_ own: ExternalSort) throws(SQLiteError) -> Bool {
        guard derived.count > 0 else { return false }
        let losers = try losers(own)
        guard !losers.isEmpty else { return false }
        for number in losers { occurrences[number] = 0 }
        derived = Self.sort(space)
        return true
    }

    private func losers(_ own: ExternalSort) throws(SQLiteError) -> [Int] {
        let derived = try StoredIdentifiers(derived)
        let own = try StoredIdentifiers(own)
        var losers: [Int] = []
        var hasOwn = try own.next()
        /// Who has the identifier so far.
        var keeper = 0
        while try derived.next() {
            if !derived.isAsBefore || keeper == 0 {
                keeper = 0
                while hasOwn, !own.isBehind(derived) {
                    if own.isSame(as: derived), !staged.replaced.contains(own.number),
                        occurrences[own.number] == nil
                    {
                        keeper = own.number
                    }
                    hasOwn = try own.next()
                }
            }
            if keeper == 0 {
                keeper = derived.number
            } else {
                losers.append(max(keeper, derived.number))
                keeper = min(keeper, derived.number)
            }
        }
        return losers
    }
}

extension StoredIdentifiers {
    fileprivate func isSame(as other: StoredIdentifiers) -> Bool {
        key == other.key && identifier.elementsEqual(other.identifier)
    }

    fileprivate func isBehind(_ other: StoredIdentifiers) -> Bool {
        if key != other.key { return key > other.key }
        return identifier.order(before: other.identifier) > 0
    }
}

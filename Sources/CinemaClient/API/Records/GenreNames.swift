internal import CinemaCore

/// The genres of a service, to be found by id and by name.
struct GenreNames {
    /// Names by id.
    let byID: [String: String]
    private let byName: [String: GenreRecord]
    private let records: [GenreRecord]

    init(_ genres: [GenreRecord]) {
        records = genres
        byID = Dictionary(genres.map { ($0.id, $0.name) }) { first, _ in first }
        byName = Dictionary(genres.map { (TextFolding.normalized($0.name), $0) }) {
            first, _ in first
        }
    }

    /// The genres that a value of a filter means: that of the id or the name,
    /// else those with all its words in their names.
    func genres(_ value: String) -> [GenreRecord] {
        if let name = byID[value] { return [GenreRecord(id: value, name: name)] }
        if let genre = byName[TextFolding.normalized(value)] { return [genre] }
        let match = NameMatch(value)
        return records.filter { match.hasWords($0.name) }
    }

    func reference(_ name: FilmRecord.Name) -> GenreReference {
        // Some documents have the ids of genres where others have the names.
        if name.id == nil, let known = byID[name.name] {
            return GenreReference(id: Identifier(name.name), name: known)
        }
        let id = name.id ?? byName[TextFolding.normalized(name.name)]?.id ?? name.name
        return GenreReference(id: Identifier(id), name: name.name)
    }

    func genre(_ id: String) -> GenreRecord? {
        records.first { $0.id == id } ?? byName[TextFolding.normalized(id)]
    }
}

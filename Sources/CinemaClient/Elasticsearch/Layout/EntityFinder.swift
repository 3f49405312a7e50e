/// Finds out whether an index holds people or genres, and where it has what.
struct EntityFinder {
    private let document: MappedField
    private var byWord: [String: MappedField] = [:]

    init(_ document: MappedField) {
        self.document = document
        for child in document.children where byWord[child.word] == nil {
            guard !child.isObject, child.type != "alias" else { continue }
            byWord[child.word] = child
        }
    }

    /// How much an index looks like one of the kind; nil for not at all.
    func score(_ kind: IndexNameWords.Kind, name: String) -> Int? {
        guard let label = label(kind) else { return nil }
        let named = IndexNameWords.kind(of: name)
        let own = document.children.filter { FilmWords.ownOfPerson.contains($0.word) }.count
        let rank = named?.kind == kind ? named?.rank ?? 0 : 0
        switch kind {
        case .films: return nil
        case .people:
            // What is called otherwise, or nothing known, has to show it.
            guard rank > 0 || named == nil && own >= 2 else { return nil }
            return rank * 15 + own * 5
        case .genres:
            guard rank > 0 || named == nil && label.path == "genre" && own == 0 else { return nil }
            return rank * 15
        }
    }

    /// Nil where nothing could be a name.
    func index(
        _ name: String, _ indices: [String], _ kind: IndexNameWords.Kind
    ) -> EntityIndex? {
        guard let label = label(kind) else { return nil }
        return EntityIndex(
            name: name, indices: indices,
            id: field(kind == .people ? Self.personIDs : Self.genreIDs),
            label: label, description: field(FilmWords.description))
    }

    private static let personIDs = ["id", "uuid", "personid", "personuuid", "guid"]
    private static let genreIDs = ["id", "uuid", "genreid", "genreuuid", "guid"]

    private func label(_ kind: IndexNameWords.Kind) -> IndexField? {
        field(kind == .people ? FilmWords.personName : FilmWords.genreName)
    }

    /// The first that can be searched, else the first.
    private func field(_ words: [String]) -> IndexField? {
        let found = words.compactMap { byWord[$0] }.map { IndexField($0) }
        return found.first { $0.kind != .unsearchable } ?? found.first
    }
}

/// What an index is asked when all of its films are copied: for ranges of ids.
///
/// A server finds the films of a range without a look at the others, where it
/// goes through all of them for each page of one long list. Ranges mean the
/// same whatever else changes, so that a copy goes on after any time.
struct SnapshotQuestion {
    let index: String
    private let id: String
    /// As many films as a part has, more or less.
    private let films: Int
    /// The most rows of a request; parts that have more take several.
    let mostRows: Int
    /// How far one request reaches.
    private let window: Int

    static let usual = 1_000
    /// So many ids are looked at for each part: the more, the more even they
    /// are.
    private static let idsOfPart = 10

    /// Nil where the films have no ids that can be sorted by.
    init?(_ index: FilmIndex, filmsOfPart: Int = usual) {
        guard let id = index.fields.id?.exact else { return nil }
        self.index = index.name
        self.id = id
        window = max(1, min(index.window, 10_000))
        films = max(1, min(filmsOfPart, window / 2))
        mostRows = min(window, 2 * films)
    }

    /// The films of a part; those without an id are in the last one.
    func query(_ part: SnapshotPart) -> SearchJSON {
        guard let through = part.through else {
            guard let after = part.after else { return .everything }
            return .all([], without: [range(["lte": after.json])])
        }
        var limits: SearchJSON = ["lte": through.json]
        if let after = part.after { limits["gt"] = after.json }
        return ["constant_score": ["filter": range(limits)]]
    }

    private func range(_ limits: SearchJSON) -> SearchJSON { ["range": .field(id, limits)] }

    /// Ids taken at random of films, in their order, and every which of them
    /// ends a part; nil where there are too few films for more than one.
    func sample(of count: Int, _ query: SearchJSON) -> (body: SearchJSON, step: Int)? {
        guard count > mostRows else { return nil }
        let share = min(
            Double(Self.idsOfPart) / Double(films), 0.8 * Double(window) / Double(count), 0.5)
        let body: SearchJSON = [
            "query": [
                "function_score": [
                    "query": query, "random_score": [:], "boost_mode": "replace",
                    "min_score": .number(1 - share),
                ]
            ],
            "sort": [.field(id, ["order": "asc"])], "size": .integer(window),
            "track_total_hits": false, "_source": false, "stored_fields": "_none_",
        ]
        return (body, max(1, Int((share * Double(films)).rounded())))
    }
}

extension SnapshotPlace {
    fileprivate var json: SearchJSON {
        switch self {
        case .text(let id): .string(id)
        case .number(let id): .integer(Int(id))
        }
    }
}

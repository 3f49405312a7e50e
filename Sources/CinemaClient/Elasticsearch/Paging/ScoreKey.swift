/// The score that rows are sorted by, of a query of which the greatest of
/// several constants counts.
struct ScoreKey: Hashable {
    /// Greatest score first.
    private let clauses: [SearchJSON]
    private let isAscending: Bool

    /// Nil for other keys, and for queries that score otherwise.
    init?(_ clause: SearchJSON, _ query: SearchJSON) {
        guard let options = clause["_score"], let constants = Self.constants(query) else {
            return nil
        }
        clauses = constants.sorted { $0.score > $1.score }.map(\.clause)
        isAscending = options["order"] == "asc"
    }

    private static func constants(
        _ query: SearchJSON
    ) -> [(score: Int, clause: SearchJSON)]? {
        if case .array(let musts)? = query["bool"]?["must"] {
            return musts.count == 1 && query["bool"]?["should"] == nil ? constants(musts[0]) : nil
        }
        guard case .array(let queries)? = query["dis_max"]?["queries"] else { return nil }
        var constants: [(score: Int, clause: SearchJSON)] = []
        for query in queries {
            guard let constant = query["constant_score"], let clause = constant["filter"],
                case .integer(let score)? = constant["boost"]
            else { return nil }
            constants.append((score, clause))
        }
        return Set(constants.map(\.score)).count == constants.count ? constants : nil
    }

    /// What only rows of one score meet.
    private func tier(_ place: Int) -> SearchJSON {
        .all([clauses[place]], without: Array(clauses[..<place]))
    }
}

extension ScoreKey: CountedKey {
    func counting(fromEnd: Bool, most: Int) -> SearchJSON {
        ["tiers": ["filters": ["filters": .array(clauses.indices.map { tier($0) })]]]
    }

    func group(
        at distance: Int, of count: Int, in aggregations: JSONValue, fromEnd: Bool
    ) -> CountedGroup? {
        let counts = aggregations["tiers"]?.elements(of: "buckets").map(\.documents) ?? []
        guard counts.count == clauses.count, counts.reduce(0, +) == count else { return nil }
        var passed = 0
        let places = Array(clauses.indices)
        for place in isAscending != fromEnd ? places.reversed() : places {
            if distance < passed + counts[place] {
                return CountedGroup(clause: tier(place), passed: passed, rows: counts[place])
            }
            passed += counts[place]
        }
        return nil
    }
}

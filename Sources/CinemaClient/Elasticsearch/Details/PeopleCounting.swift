internal import CinemaCore

/// Everybody whom films name, counted in one search, where there is no index
/// of people.
struct PeopleCounting {
    /// The most values of a field that are counted; people beyond them are
    /// found by their names.
    private static let mostNames = 5_000
    /// The same where each costs a look into a document.
    private static let mostDearNames = 1_000

    private var countings: [NameCounting] = []
    /// Fields whose values cannot be counted.
    private(set) var uncounted: [NameField] = []

    init(_ fields: FilmFields) {
        for list in fields.peopleLists {
            if let counting = list.lazy.compactMap({ NameCounting($0) }).first {
                countings.append(counting)
            } else if let field = list.first {
                uncounted.append(field)
            }
        }
    }

    /// Nil where nothing can be counted of a text.
    func body(_ text: SearchText) -> SearchJSON? {
        var aggregations: SearchJSON = [:]
        for (place, counting) in countings.enumerated() {
            aggregations["n\(place)"] = counting.aggregation(
                text, most: counting.isDear ? Self.mostDearNames : Self.mostNames)
        }
        guard aggregations != [:] else { return nil }
        return ["query": .everything, "size": 0, "aggs": aggregations]
    }

    func read(_ answer: JSONValue, into people: inout DerivedPeople) {
        for (place, counting) in countings.enumerated() {
            let (rows, isComplete) = counting.read(answer["aggregations"]?["n\(place)"])
            for row in rows { people.add(id: row.id, name: row.name, films: row.films) }
            people.isComplete = people.isComplete && isComplete
        }
    }
}

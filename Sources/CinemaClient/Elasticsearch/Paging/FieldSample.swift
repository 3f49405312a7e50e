/// Some of the values of a field of text, picked at random: between which two
/// of them a row far down has to be.
///
/// Nothing tells how many titles begin how, and to count them from the first
/// one on takes as long as there are titles.
struct FieldSample: Hashable {
    private let field: FieldKey
    private let fromEnd: Bool
    /// Nil for the first row.
    private let lower: SearchJSON?
    private let upper: SearchJSON

    /// Of how many rows the values are taken, about.
    private static let size = 3_000

    /// Asks for the values of some rows of a query.
    static func question(
        _ query: SearchJSON, of count: Int, _ field: FieldKey, fromEnd: Bool
    ) -> SearchJSON {
        [
            "query": [
                "function_score": [
                    "query": query, "random_score": ["seed": 1, "field": "_seq_no"],
                    "boost_mode": "replace",
                ]
            ],
            "min_score": .number(max(0, 1 - Double(size) / Double(max(1, count)))),
            "size": 0, "track_total_hits": false,
            "aggs": field.counting(fromEnd: fromEnd, most: 4 * size),
        ]
    }

    /// Nil where the answer does not tell.
    init?(
        _ answer: JSONValue, _ field: FieldKey, at distance: Int, of count: Int, fromEnd: Bool
    ) {
        let aggregations = answer["aggregations"]
        let buckets = aggregations?["values"]?.elements(of: "buckets") ?? []
        let missing = aggregations?["missing"]?.documents ?? 0
        let missingBefore = field.putsMissingFirst(fromEnd: fromEnd) ? missing : 0
        let picked = buckets.reduce(missing) { $0 + $1.documents }
        guard picked > 0, count > 0 else { return nil }
        let share = Double(distance) / Double(count)
        let place = share * Double(picked)
        // Four standard deviations: one jump in 16,000 misses.
        let spread = 4 * (Double(picked) * share * (1 - share)).squareRoot() + 2
        var passed = missingBefore
        var lower: SearchJSON?
        var upper: SearchJSON?
        for bucket in buckets {
            guard let value = bucket["key"] else { return nil }
            if Double(passed) <= place - spread { lower = SearchJSON(value) }
            passed += bucket.documents
            if Double(passed) >= place + spread {
                upper = SearchJSON(value)
                break
            }
        }
        guard let upper else { return nil }
        self.field = field
        self.fromEnd = fromEnd
        self.lower = lower
        self.upper = upper
    }

    private var within: SearchJSON { field.range(from: lower, through: upper, fromEnd: fromEnd) }

    private var before: SearchJSON {
        let values = lower.map { field.before($0, fromEnd: fromEnd) } ?? .nothing
        guard field.putsMissingFirst(fromEnd: fromEnd) else { return values }
        return .any([values, field.havingNone])
    }
}

extension FieldSample: CountedKey {
    func counting(fromEnd: Bool, most: Int) -> SearchJSON {
        ["parts": ["filters": ["filters": [before, within]]]]
    }

    func group(
        at distance: Int, of count: Int, in aggregations: JSONValue, fromEnd: Bool
    ) -> CountedGroup? {
        let counts = aggregations["parts"]?.elements(of: "buckets").map(\.documents) ?? []
        let isOfOneValue = lower == upper
        guard counts.count == 2, isOfOneValue || counts[1] < count else { return nil }
        return CountedGroup(
            clause: within, passed: counts[0], rows: counts[1], isOfOneValue: isOfOneValue)
    }
}

/// The way to a row far down a result by counting, not by passing rows.
///
/// How many rows have each value of the first key of the sort tells with which
/// of them the row is, and how many of those stand before it; so on with the
/// next key, until few do. The row is that of a walk, in any state of the
/// index: each answer has to tell as many rows as the last one promised. Where
/// one does not, as where rows have several values, it gives up.
struct WalkDescent {
    enum Question: Hashable {
        /// How many rows have which values.
        case counts(SearchJSON)
        case row(SearchJSON)
    }

    private let plan: ResultPlan
    private let sort: [SearchJSON]
    /// How many rows one request reaches, and how many of them are passed
    /// rather than counted.
    private let window: Int
    private let nearEnough: Int
    /// What all rows have in common that are left, how many they are, and
    /// where the wanted one stands among them.
    private var filters: [SearchJSON] = []
    private var count: Int
    private var place: Int
    /// Which key of the sort is counted next.
    private var key = 0
    /// Between which of its values the row is, as far as some of them tell.
    private var sample: FieldSample?

    /// So many rows are passed about as quickly as counted.
    static let nearEnough = 1_000
    /// The most values that are asked for at once.
    private var mostValues: Int { 20 * nearEnough }

    /// - Parameters:
    ///   - sort: With all keys that tell rows apart.
    ///   - place: Of the row that is wanted.
    ///   - count: How many rows there are.
    ///   - window: How many rows one request reaches.
    ///   - nearEnough: So many rows are passed rather than counted.
    init?(
        _ plan: ResultPlan, sort: [SearchJSON], to place: Int, of count: Int, window: Int,
        nearEnough: Int = nearEnough
    ) {
        guard plan.extra.isEmpty, (0..<count).contains(place) else { return nil }
        self.plan = plan
        self.sort = sort
        self.place = place
        self.count = count
        self.window = window
        self.nearEnough = max(1, min(nearEnough, window))
    }

    /// What to ask next; nil where counting leads no further.
    var question: Question? {
        if let sampled {
            return .counts(
                FieldSample.question(narrowed.query, of: count, sampled, fromEnd: isFromEnd))
        }
        if distance >= nearEnough, let counted {
            // Each value has a row at least.
            let most = min(distance + 1, mostValues)
            return .counts([
                "query": narrowed.query, "size": 0, "track_total_hits": true,
                "aggs": counted.counting(fromEnd: isFromEnd, most: most),
            ])
        }
        guard distance < window else { return nil }
        var body = narrowed.placesBody(sort: isFromEnd ? ReversedSort.reversed(sort) : sort)
        body["from"] = .integer(distance)
        body["size"] = 1
        body["track_total_hits"] = true
        return .row(body)
    }

    /// Goes on among the rows that the counts tell.
    ///
    /// - Returns: Whether they fit.
    mutating func narrow(_ answer: JSONValue) -> Bool {
        if let sampled {
            sample = FieldSample(
                answer, sampled, at: distance, of: count, fromEnd: isFromEnd)
            return sample != nil
        }
        guard answer.totalHits == count, let aggregations = answer["aggregations"],
            let group = counted?.group(
                at: distance, of: count, in: aggregations, fromEnd: isFromEnd)
        else { return false }
        let within = distance - group.passed
        guard (0..<group.rows).contains(within) else { return false }
        place = isFromEnd ? group.rows - 1 - within : within
        count = group.rows
        filters.append(group.clause)
        if group.isOfOneValue { key += 1 }
        sample = nil
        return true
    }

    /// The values that the row is sorted by; nil where the answer does not fit.
    func values(_ answer: JSONValue) -> [SearchJSON]? {
        let hits = answer["hits"]?.elements(of: "hits") ?? []
        guard answer.totalHits == count, hits.count == 1 else { return nil }
        let values = hits[0].elements(of: "sort").map { SearchJSON($0) }
        return values.isEmpty ? nil : values
    }

    /// Whether the row is nearer to the end of those that are left.
    private var isFromEnd: Bool { place > count - 1 - place }
    /// How many rows there are before it, from the nearer end.
    private var distance: Int { isFromEnd ? count - 1 - place : place }

    /// The field of which some values have to tell about where the row is.
    private var sampled: FieldKey? {
        guard sample == nil, distance >= mostValues, key < sort.count else { return nil }
        return FieldKey(sort[key]).flatMap { $0.isText ? $0 : nil }
    }

    private var counted: (any CountedKey)? {
        if let sample { return sample }
        guard key < sort.count else { return nil }
        return FieldKey(sort[key]) ?? ScoreKey(sort[key], plan.query.unnamed)
    }

    private var narrowed: ResultPlan {
        var narrowed = plan
        narrowed.query = FilmQuestion.combined(plan.query.unnamed, filters)
        return narrowed
    }
}

/// Rows whose place in a result is known, with the values that they are sorted
/// by: where a walk can begin, in either direction.
struct WalkAnchors {
    private var values: [Int: [SearchJSON]] = [:]

    /// One row in so many is kept when a walk passes by.
    static let distance = 1_000
    private static let most = 2_048

    var isEmpty: Bool { values.isEmpty }

    func values(at place: Int) -> [SearchJSON]? { values[place] }

    /// Keeps the ends of what was read, and some rows between.
    mutating func keep(_ rows: [(place: Int, sort: [SearchJSON])]) {
        guard let first = rows.first, let last = rows.last else { return }
        if values.count + rows.count / Self.distance + 2 > Self.most {
            values = values.filter { $0.key % Self.distance == 0 }
            if values.count > Self.most / 2 { values = [:] }
        }
        for row in rows where row.place % Self.distance == 0 { set(row) }
        set(first)
        set(last)
    }

    private mutating func set(_ row: (place: Int, sort: [SearchJSON])) {
        // Without its values nothing can begin behind a row.
        if !row.sort.isEmpty { values[row.place] = row.sort }
    }

    mutating func forget() { values = [:] }

    /// The last known row before `place`, and the first one from `place` on.
    func around(_ place: Int) -> (before: Int?, behind: Int?) {
        var before: Int?
        var behind: Int?
        for known in values.keys {
            if known < place { before = max(before ?? known, known) }
            if known >= place { behind = min(behind ?? known, known) }
        }
        return (before, behind)
    }
}

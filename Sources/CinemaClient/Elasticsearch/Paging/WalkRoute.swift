/// The shortest way to some rows deep in a result.
struct WalkRoute: Equatable {
    /// From the end on, with every sort reversed.
    var isBackward: Bool
    /// The place of the known row to begin behind; nil for the end of the
    /// result that is nearer.
    var start: Int?
    /// Rows to pass over before those that are wanted.
    var skip: Int
    var requests: Int

    /// - Parameters:
    ///   - total: How many rows there are; nil where that is not known, then
    ///     the way goes forward.
    ///   - window: How many rows one request reaches.
    init(to rows: Range<Int>, total: Int?, anchors: WalkAnchors, window: Int) {
        let around = anchors.around(rows.lowerBound)
        var routes = [Self(isBackward: false, start: nil, skip: rows.lowerBound, window: window)]
        if let before = around.before {
            routes.append(
                Self(
                    isBackward: false, start: before, skip: rows.lowerBound - 1 - before,
                    window: window))
        }
        if let total {
            let end = min(rows.upperBound, total)
            routes.append(
                Self(isBackward: true, start: nil, skip: max(0, total - end), window: window))
            if let behind = anchors.around(end).behind {
                routes.append(
                    Self(isBackward: true, start: behind, skip: behind - end, window: window))
            }
        }
        self =
            routes.min { ($0.requests, $0.skip) < ($1.requests, $1.skip) } ?? routes[0]
    }

    private init(isBackward: Bool, start: Int?, skip: Int, window: Int) {
        self.isBackward = isBackward
        self.start = start
        self.skip = skip
        requests = (skip + window - 1) / window
    }
}

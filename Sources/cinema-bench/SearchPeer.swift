/// Something else that one could search the same titles with.
protocol SearchPeer {
    var name: String { get }
    /// What it does here, in a few words.
    var note: String { get }

    /// How long it takes for queries of a kind; nil for one that it has no
    /// answer to.
    func measure(_ kind: QueryKind, _ queries: [TypedQuery]) throws -> Measurement?
}

extension SearchPeer {
    /// Times `search` with one query after the other, for a few seconds.
    func timed(
        _ queries: [TypedQuery], _ search: (TypedQuery) throws -> Void
    ) rethrows -> Measurement {
        var measurement = Measurement(name)
        let clock = ContinuousClock()
        let start = clock.now
        for (index, query) in queries.enumerated() {
            if index >= 3, clock.now - start > .seconds(4) { break }
            let before = clock.now
            try search(query)
            measurement.add(clock.now - before)
        }
        return measurement
    }
}

/// A key of a sort that tells by counting where rows stand.
///
/// `fromEnd` means that places are counted from the last row on.
protocol CountedKey {
    /// The aggregations that count the rows.
    ///
    /// - Parameter most: How many values are of use.
    func counting(fromEnd: Bool, most: Int) -> SearchJSON

    /// The rows among which one is; nil where the counts do not tell.
    ///
    /// - Parameters:
    ///   - distance: How many rows stand before it.
    ///   - count: How many rows there are.
    func group(
        at distance: Int, of count: Int, in aggregations: JSONValue, fromEnd: Bool
    ) -> CountedGroup?
}

/// Neighbouring rows of a result.
struct CountedGroup: Hashable {
    /// What they have in common and no other row has.
    var clause: SearchJSON
    /// How many rows stand before them.
    var passed: Int
    var rows: Int
    /// Whether the next key of the sort orders them.
    var isOfOneValue = true
}

extension JSONValue {
    /// How many documents a bucket has.
    var documents: Int { Int(clamping: self["doc_count"]?.integer ?? 0) }
}

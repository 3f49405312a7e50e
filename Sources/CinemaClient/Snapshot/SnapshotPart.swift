/// A place in the list of all films: the id up to which it goes.
enum SnapshotPlace: Hashable, Sendable {
    case text(String)
    case number(Int64)
}

/// The films behind one place up to another one, of a list that is read in
/// parts: each by itself, in any order.
struct SnapshotPart: Hashable, Sendable {
    /// Nil for the beginning of the list.
    var after: SnapshotPlace?
    /// Nil for its end.
    var through: SnapshotPlace?

    /// What lies between places, which are in the order of the list.
    static func between(_ places: [SnapshotPlace], after start: SnapshotPlace?) -> [Self] {
        let ends = places.map { Optional($0) } + [nil]
        return zip([start] + ends, ends).map { Self(after: $0, through: $1) }
    }
}

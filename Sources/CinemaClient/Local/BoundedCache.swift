/// The last few values by key; the one unused longest goes first.
///
/// For a handful of values: a look is a walk over all of them.
struct BoundedCache<Key: Hashable, Value> {
    private let capacity: Int
    private let mostBytes: Int
    /// Last used last.
    private var entries: [(key: Key, value: Value, bytes: Int)] = []
    private var bytes = 0

    /// - Parameter mostBytes: How much the values may have together, the last
    ///   one apart, as `insert` is told.
    init(capacity: Int, mostBytes: Int = .max) {
        self.capacity = max(1, capacity)
        self.mostBytes = mostBytes
    }

    mutating func value(_ key: Key) -> Value? {
        guard let place = entries.lastIndex(where: { $0.key == key }) else { return nil }
        let entry = entries.remove(at: place)
        entries.append(entry)
        return entry.value
    }

    mutating func insert(_ value: Value, for key: Key, bytes added: Int = 0) {
        if let place = entries.lastIndex(where: { $0.key == key }) { remove(at: place) }
        while let oldest = entries.indices.first,
            entries.count >= capacity || bytes + added > mostBytes
        {
            remove(at: oldest)
        }
        entries.append((key, value, added))
        bytes += added
    }

    private mutating func remove(at place: Int) {
        bytes -= entries.remove(at: place).bytes
    }
}

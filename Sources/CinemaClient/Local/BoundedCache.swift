/// The last few values by key; the one unused longest goes first.
///
/// For a handful of values: a look is a walk over all of them.
struct BoundedCache<Key: Hashable, Value> {
    private let capacity: Int
    /// Last used last.
    private var entries: [(key: Key, value: Value)] = []

    init(capacity: Int) { self.capacity = max(1, capacity) }

    mutating func value(_ key: Key) -> Value? {
        guard let place = entries.lastIndex(where: { $0.key == key }) else { return nil }
        let entry = entries.remove(at: place)
        entries.append(entry)
        return entry.value
    }

    mutating func insert(_ value: Value, for key: Key) {
        entries.removeAll { $0.key == key }
        if entries.count == capacity { entries.removeFirst() }
        entries.append((key, value))
    }
}

/// Which parts of a list were asked for, and up to where all of it was read.
/// Pure.
struct SnapshotParts: Equatable, Sendable {
    private let parts: [SnapshotPart]
    private var asked = 0
    /// Asked for, and not answered yet.
    private(set) var running = 0
    /// Read, though something before them was not.
    private var ahead: Set<Int> = []
    private var read = 0

    /// - Parameter parts: In the order of the list.
    init(_ parts: [SnapshotPart]) { self.parts = parts }

    /// So many parts are asked for from the first one on that was not read: no
    /// more than those are read again after a kill.
    static let mostAhead = 4

    /// The next part to ask for; nil where all were, or those before it have to
    /// be read first.
    mutating func next() -> (number: Int, part: SnapshotPart)? {
        guard asked < parts.count, asked - read < Self.mostAhead else { return nil }
        defer { asked += 1 }
        running += 1
        return (asked, parts[asked])
    }

    /// Notes that a part was read. Where a program is killed the next one goes
    /// on behind the place that this tells: nothing before it is missing.
    mutating func noteRead(_ number: Int) -> SnapshotPlace? {
        running -= 1
        ahead.insert(number)
        while ahead.remove(read) != nil { read += 1 }
        return read < parts.count ? parts[read].after : parts.last?.through ?? parts.last?.after
    }
}

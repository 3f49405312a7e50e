internal import CinemaCore

/// A page of films in another order than relevance.
///
/// Nothing is sorted but the page. The values are counted in some two
/// thousand ranges, and only the ranges that the page lies in are looked at
/// again: counted more finely where they hold much, else gathered and sorted.
/// At a million films that is two or three passes over the matches, some 3 ms
/// in all, where sorting all of them takes 65 ms and 4 MB.
struct FilmOrder<Value: FixedWidthInteger & UnsignedInteger & Sendable> {
    /// Films of one value stand in the order of the tiers.
    let tiers: [RowSet]
    let column: FilmColumn<Value>
    let isDescending: Bool
    /// Asked every tenth of a millisecond; throws when the page is not wanted
    /// any more.
    let check: () throws(SQLiteError) -> Void

    /// The rows of the places from `offset` on, `limit` at most; films whose
    /// value is unknown last.
    func rows(offset: Int, limit: Int) throws(SQLiteError) -> [Int] {
        let total = tiers.total
        guard offset >= 0, limit > 0, offset < total else { return [] }
        var rows: [Int] = []
        let places = offset..<(offset + min(limit, total - offset))
        rows.reserveCapacity(places.count)
        try add(places, of: Part(keys: 0..<(unknown + 1), count: total), to: &rows)
        return rows
    }

    /// The films whose keys lie in a range.
    private struct Part {
        var keys: Range<Int>
        var count: Int
    }

    // MARK: Keys

    /// So many films are sorted rather than counted once more.
    private var fewEnough: Int { 4_096 }
    private var mostRanges: Int { 2_048 }

    /// The key of unknown values, the greatest: keys ascend in the wanted order.
    private var unknown: Int {
        guard let bounds = column.bounds else { return 0 }
        return Int(bounds.upperBound - bounds.lowerBound) + 1
    }

    /// A key from a value is one multiplication and one addition.
    private var line: (sign: Int, base: Int) {
        guard let bounds = column.bounds else { return (0, 0) }
        return isDescending ? (-1, Int(bounds.upperBound)) : (1, -Int(bounds.lowerBound))
    }

    // MARK: Selection

    /// Adds what stands at some places of a part.
    private func add(
        _ places: Range<Int>, of part: Part, to rows: inout [Int]
    ) throws(SQLiteError) {
        guard !places.isEmpty else { return }
        if part.keys.count == 1 {
            return try addAlike(places, key: part.keys.lowerBound, to: &rows)
        }
        if part.count <= fewEnough || places.count == part.count {
            return try addSorted(places, of: part, to: &rows)
        }
        // Neighbours that are few or wanted whole are gathered together.
        var gathered: (part: Part, start: Int)?
        var start = 0
        for finer in try parts(of: part) where finer.count > 0 {
            let wanted = places.clamped(to: start..<(start + finer.count))
            defer { start += finer.count }
            guard !wanted.isEmpty else { continue }
            if finer.count <= fewEnough || wanted.count == finer.count {
                let first = gathered?.part.keys.lowerBound ?? finer.keys.lowerBound
                let count = (gathered?.part.count ?? 0) + finer.count
                gathered = (
                    Part(keys: first..<finer.keys.upperBound, count: count),
                    gathered?.start ?? start
                )
                continue
            }
            if let open = gathered {
                try addGathered(open.part, from: open.start, places, to: &rows)
            }
            gathered = nil
            try add(
                (wanted.lowerBound - start)..<(wanted.upperBound - start), of: finer, to: &rows)
        }
        if let open = gathered { try addGathered(open.part, from: open.start, places, to: &rows) }
    }

    private func addGathered(
        _ part: Part, from start: Int, _ places: Range<Int>, to rows: inout [Int]
    ) throws(SQLiteError) {
        let wanted = places.clamped(to: start..<(start + part.count))
        try addSorted(
            (wanted.lowerBound - start)..<(wanted.upperBound - start), of: part, to: &rows)
    }

    /// A part in finer ones.
    private func parts(of part: Part) throws(SQLiteError) -> [Part] {
        var shift = 0
        while (part.keys.count - 1) >> shift >= mostRanges { shift += 1 }
        var counts = [Int](repeating: 0, count: ((part.keys.count - 1) >> shift) + 1)
        let least = part.keys.lowerBound
        let range = UInt(part.keys.count)
        try visit { _, key in
            let distance = UInt(bitPattern: key &- least)
            if distance < range { counts[Int(distance >> UInt(shift))] += 1 }
        }
        return counts.enumerated().map { index, count in
            let first = least + index << shift
            return Part(keys: first..<min(first + 1 << shift, part.keys.upperBound), count: count)
        }
    }

    /// Films of one key stand as they come.
    private func addAlike(
        _ places: Range<Int>, key wanted: Int, to rows: inout [Int]
    ) throws(SQLiteError) {
        var place = 0
        try visit { row, key in
            guard key == wanted else { return }
            if places.contains(place) { rows.append(row) }
            place += 1
        }
    }

    private func addSorted(
        _ places: Range<Int>, of part: Part, to rows: inout [Int]
    ) throws(SQLiteError) {
        var found: [Int] = []
        // The key above, the place below: one sort of plain numbers.
        var keys: [UInt64] = []
        found.reserveCapacity(part.count)
        keys.reserveCapacity(part.count)
        let least = part.keys.lowerBound
        let range = UInt(part.keys.count)
        try visit { row, key in
            let distance = UInt(bitPattern: key &- least)
            guard distance < range else { return }
            keys.append(UInt64(distance) << 31 | UInt64(found.count))
            found.append(row)
        }
        keys.sort()
        for key in keys[places] { rows.append(found[Int(key & 0x7fff_ffff)]) }
    }

    /// Calls `body` with every row and its key, tier by tier.
    @inline(__always)
    private func visit(_ body: (Int, Int) -> Void) throws(SQLiteError) {
        let (sign, base) = line
        let unknown = unknown
        for tier in tiers {
            try tier.visit(check: check) { row in
                let value = Int(column.values[row])
                body(row, value == 0 ? unknown : value &* sign &+ base)
            }
        }
    }
}

extension FilmOrder {
    /// The rows of several groups one behind the other, each in the order.
    static func rows(
        _ groups: [[RowSet]], by column: FilmColumn<Value>, descending: Bool,
        offset: Int, limit: Int, check: @escaping () throws(SQLiteError) -> Void
    ) throws(SQLiteError) -> [Int] {
        var rows: [Int] = []
        var start = 0
        for tiers in groups {
            let order = FilmOrder(
                tiers: tiers, column: column, isDescending: descending, check: check)
            let skip = max(0, offset - start)
            rows += try order.rows(offset: skip, limit: limit - rows.count)
            start += tiers.total
        }
        return rows
    }
}

/// How many changes lie between two words: a letter more, less, another one,
/// or two neighbours swapped (optimal string alignment).
public enum EditDistance {
    /// The distance if it is at most `limit`, else nil. Costs the product of
    /// the lengths.
    public static func between(_ left: String, _ right: String, limit: Int) -> Int? {
        let a = Array(left.unicodeScalars)
        let b = Array(right.unicodeScalars)
        guard abs(a.count - b.count) <= limit else { return nil }
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        var row = [Int](repeating: 0, count: b.count + 1)
        for i in 1...a.count {
            row[0] = i
            var least = i
            for j in 1...b.count {
                var cost = min(
                    last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    cost = min(cost, beforeLast[j - 2] + 1)
                }
                row[j] = cost
                least = min(least, cost)
            }
            if least > limit { return nil }
            (beforeLast, last, row) = (last, row, beforeLast)
        }
        return last[b.count] <= limit ? last[b.count] : nil
    }

    /// How many changes a word may have and still be taken for a misspelling:
    /// one from 4 letters, two from 8, none below.
    public static func tolerance(for word: String) -> Int {
        switch word.unicodeScalars.count {
        case ..<4: 0
        case 4..<8: 1
        default: 2
        }
    }
}

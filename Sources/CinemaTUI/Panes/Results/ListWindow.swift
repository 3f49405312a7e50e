public import CinemaCore

/// The rows of a result that are at hand, by page: a list of any length of
/// which only some parts are kept.
public struct ListWindow<Element: Hashable & Sendable>: Equatable, Sendable {
    public static var pageSize: Int { 64 }
    /// The most pages that are kept; those farthest from the last request go.
    static var capacity: Int { 12 }

    private var pages: [Int: [Element]] = [:]
    private var requested: Set<Int> = []
    /// Pages of a former state of the source: shown until they come anew.
    private var stale: Set<Int> = []
    public private(set) var total: Count

    public init(total: Count = .exact(0)) { self.total = total }

    public init(_ page: Page<Element>) {
        total = page.total
        insert(page)
    }

    public subscript(index: Int) -> Element? {
        guard index >= 0, let page = pages[index / Self.pageSize] else { return nil }
        let offset = index % Self.pageSize
        return offset < page.count ? page[offset] : nil
    }

    /// How many rows there are to scroll through, as far as is known.
    public var count: Int { total.value }

    /// Takes rows in. A total that is worse than the known one is not taken.
    public mutating func insert(_ page: Page<Element>) {
        if page.total.isExact || !total.isExact { total = page.total }
        for start in stride(from: 0, to: page.items.count, by: Self.pageSize) {
            let number = (page.offset + start) / Self.pageSize
            pages[number] = Array(
                page.items[start..<min(page.items.count, start + Self.pageSize)])
            requested.remove(number)
            stale.remove(number)
        }
        // Nothing behind the rows that are known: these were all.
        if page.items.isEmpty && !total.isExact && page.offset >= total.value {
            total = .exact(total.value)
        }
        if page.items.isEmpty { requested.remove(page.offset / Self.pageSize) }
    }

    /// Takes the first rows in anew. Rows behind them stay as they were until
    /// they come anew too; those beyond the end go.
    public mutating func renew(_ page: Page<Element>) {
        total = page.total
        pages[0] = nil
        stale = Set(pages.keys)
        requested = []
        insert(page)
        guard total.isExact else { return }
        pages = pages.filter { $0.key * Self.pageSize < total.value }
        stale.formIntersection(pages.keys)
    }

    /// Changes the row at hand that a condition holds for; false where none is.
    mutating func change(
        where isWanted: (Element) -> Bool, _ change: (inout Element) -> Void
    ) -> Bool {
        for (number, page) in pages {
            guard let offset = page.firstIndex(where: isWanted) else { continue }
            change(&pages[number, default: []][offset])
            return true
        }
        return false
    }

    /// The place, among the rows at hand, nearest to another that a condition
    /// holds for.
    func index(nearestTo place: Int, where isWanted: (Element) -> Bool) -> Int? {
        var best: Int?
        for (number, page) in pages {
            for (offset, element) in page.enumerated() where isWanted(element) {
                let index = number * Self.pageSize + offset
                if best.map({ abs($0 - place) > abs(index - place) }) ?? true { best = index }
            }
        }
        return best
    }

    public mutating func set(total: Count) {
        if total.isExact || !self.total.isExact { self.total = total }
    }

    /// The pages that `range` needs and that were not asked for yet; marks
    /// them as asked for.
    public mutating func request(_ range: Range<Int>) -> [PageRequest] {
        guard !range.isEmpty, count > 0 else { return [] }
        let first = max(0, range.lowerBound) / Self.pageSize
        // Where the end is not known, there may be a page behind it.
        let end = total.isExact ? count - 1 : count
        let last = min(range.upperBound - 1, end) / Self.pageSize
        guard first <= last else { return [] }
        let missing = (first...last).filter { number in
            !requested.contains(number) && !isComplete(number)
        }
        requested.formUnion(missing)
        if pages.count > Self.capacity {
            let kept = pages.keys.sorted {
                abs($0 - first) < abs($1 - first)
            }.prefix(Self.capacity)
            pages = pages.filter { kept.contains($0.key) }
            stale.formIntersection(kept)
        }
        return missing.map { PageRequest(offset: $0 * Self.pageSize, count: Self.pageSize) }
    }

    /// Lets pages be asked for again that never came.
    public mutating func forgetRequests() { requested = [] }

    private func isComplete(_ number: Int) -> Bool {
        guard let page = pages[number], !stale.contains(number) else { return false }
        return page.count == Self.pageSize || number * Self.pageSize + page.count >= count
    }
}

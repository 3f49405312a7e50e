public import CinemaCore

/// The rows of a result that are at hand, by page: a list of any length of
/// which only the parts around the reader's place are kept.
public struct ListWindow<Element: Hashable & Sendable>: Equatable, Sendable {
    public static var pageSize: Int { 64 }
    /// The most pages that are kept, unless the screen shows more; those
    /// farthest from the wanted ones go.
    static var capacity: Int { 12 }

    private var pages: [Int: [Element]] = [:]
    /// Pages that were asked for and have not come.
    private var requested: Set<Int> = []
    /// Pages that came with fewer rows than they should have: not asked for
    /// again while the place stays, or the questions would never end.
    private var fruitless: Set<Int> = []
    /// Pages of a former state of the source: shown until they come anew.
    private var stale: Set<Int> = []
    /// The pages that were wanted last.
    private var wanted = 0..<1
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

    /// How many pages are at hand, and how many are on their way.
    var pagesAtHand: Int { pages.count }
    var pagesOnTheirWay: Int { requested.count }

    /// Takes rows in. A total that is worse than the known one is not taken.
    public mutating func insert(_ page: Page<Element>) {
        set(total: page.total)
        for start in stride(from: 0, to: page.items.count, by: Self.pageSize) {
            let number = (page.offset + start) / Self.pageSize
            pages[number] = Array(
                page.items[start..<min(page.items.count, start + Self.pageSize)])
            stale.remove(number)
            answered(number)
        }
        // Nothing behind the rows that are known: these were all.
        if page.items.isEmpty && !total.isExact && page.offset >= total.value {
            total = .exact(total.value)
        }
        if page.items.isEmpty { answered(page.offset / Self.pageSize) }
        trim()
    }

    /// Takes in that rows have changed which have to be asked for: those at
    /// hand are shown until they come anew.
    mutating func renew(total: Count) {
        if total.isExact || total.value > self.total.value || self.total == .exact(0) {
            self.total = total
        }
        stale = Set(pages.keys)
        forgetRequests()
        dropBeyondEnd()
    }

    private mutating func dropBeyondEnd() {
        guard total.isExact else { return }
        pages = pages.filter { $0.key * Self.pageSize < total.value }
        stale.formIntersection(pages.keys)
    }

    private mutating func answered(_ number: Int) {
        let wasRequested = requested.remove(number) != nil
        if wasRequested && !isComplete(number) { fruitless.insert(number) }
    }

    /// Takes the first rows in anew. Rows behind them stay as they were until
    /// they come anew too; those beyond the end go.
    public mutating func renew(_ page: Page<Element>) {
        total = page.total
        pages[0] = nil
        stale = Set(pages.keys)
        forgetRequests()
        insert(page)
        dropBeyondEnd()
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
        guard total != self.total, total.isExact || !self.total.isExact else { return }
        self.total = total
        fruitless = []
    }

    /// What has to be asked for, and what need not be answered any more, now
    /// that the rows `seen` are on the screen and those `around` them are
    /// likely to be soon; `around` contains `seen`.
    ///
    /// What is seen comes first and alone: rows around it are asked for once
    /// it is there, so that nothing stands in its way after a jump.
    mutating func request(_ seen: Range<Int>, around: Range<Int>? = nil) -> PageRequests {
        let visible = numbers(of: seen)
        let all = numbers(of: around ?? seen)
        wanted = all
        let left = requested.filter { !wanted.contains($0) }
        requested.subtract(left)
        fruitless = fruitless.filter { wanted.contains($0) }
        let isSeen = visible.allSatisfy { isComplete($0) || fruitless.contains($0) }
        let missing = (isSeen ? Array(wanted) : Array(visible)).filter { number in
            !requested.contains(number) && !fruitless.contains(number) && !isComplete(number)
        }
        requested.formUnion(missing)
        trim()
        return PageRequests(
            asked: missing.map(Self.request), dropped: left.sorted().map(Self.request))
    }

    /// Gives up what is on its way; nobody looks at this list any more.
    mutating func dropRequests() -> [PageRequest] {
        defer { requested = [] }
        return requested.sorted().map(Self.request)
    }

    /// Lets pages be asked for again that never came.
    public mutating func forgetRequests() {
        requested = []
        fruitless = []
    }

    /// Keeps only the pages of some rows, or none.
    mutating func keep(only rows: Range<Int>?) {
        let kept = rows.map(numbers) ?? 0..<0
        pages = pages.filter { kept.contains($0.key) }
        stale.formIntersection(pages.keys)
        wanted = kept
        forgetRequests()
    }

    private static func request(_ number: Int) -> PageRequest {
        PageRequest(offset: number * pageSize, count: pageSize)
    }

    /// The pages that rows are on. Where the end is not known, there may be a
    /// page behind it.
    private func numbers(of rows: Range<Int>) -> Range<Int> {
        let end = total.isExact ? count : count + 1
        let first = max(0, rows.lowerBound)
        let last = min(rows.upperBound, end)
        guard first < last else { return 0..<0 }
        return first / Self.pageSize..<(last - 1) / Self.pageSize + 1
    }

    private mutating func trim() {
        let capacity = max(Self.capacity, wanted.count)
        guard pages.count > capacity else { return }
        let middle = (wanted.lowerBound + wanted.upperBound) / 2
        let kept = pages.keys.sorted { abs($0 - middle) < abs($1 - middle) }.prefix(capacity)
        pages = pages.filter { kept.contains($0.key) }
        stale.formIntersection(kept)
    }

    private func isComplete(_ number: Int) -> Bool {
        guard let page = pages[number], !stale.contains(number) else { return false }
        return page.count == Self.pageSize || number * Self.pageSize + page.count >= count
    }
}

/// Where a list stands: the selected item and the first visible row.
///
/// Items are what can be selected; rows are items and the headings between
/// them. `headings` are the items before which a heading stands, ascending.
public struct ListPlace: Equatable, Sendable {
    public var selected = 0
    public var top = 0

    public init() {}

    /// The row of an item.
    public static func row(of item: Int, headings: [Int]) -> Int {
        item + headings.count { $0 <= item }
    }

    /// Keeps the selection inside the list, and visible in `height` rows, a
    /// heading just above it included.
    public mutating func settle(items: Int, headings: [Int], height: Int) {
        selected = max(0, min(selected, items - 1))
        let rows = items + headings.count
        let row = Self.row(of: selected, headings: headings)
        let first = headings.contains(selected) ? row - 1 : row
        if first < top { top = first }
        if row >= top + height { top = row - height + 1 }
        top = max(0, min(top, rows - height))
    }
}

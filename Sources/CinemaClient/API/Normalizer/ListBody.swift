/// The body of an answer that should be a list: bare, or in an envelope under
/// whatever key.
struct ListBody {
    var rows: [JSONValue]
    /// How many rows the whole list has, where the envelope tells.
    var total: Int?

    /// The most rows that are looked at in one answer.
    static let mostRows = 10_000

    private static let totals = [
        "total", "total_count", "count", "total_items", "totalCount", "total_results", "found",
    ]
    private static let usualKeys = [
        "items", "results", "result", "data", "records", "films", "movies", "genres", "persons",
        "people", "hits",
    ]

    /// Nil if there is no list in the body: what came is something else.
    init?(_ body: JSONValue, depth: Int = 0) {
        switch body.kind {
        case .null: rows = []
        case .array: rows = Array(body.elements.prefix(Self.mostRows))
        case .object:
            guard let list = Self.list(in: body) else {
                guard depth < 2, let inner = Self.inner(body, depth: depth) else { return nil }
                self = inner
                total = total ?? Self.total(body)
                return
            }
            rows = list.isNull ? [] : Array(list.elements.prefix(Self.mostRows))
            total = Self.total(body)
        default: return nil
        }
    }

    /// The one list among the members; of several that of a usual key, else
    /// the longest. Null counts under a usual key.
    private static func list(in body: JSONValue) -> JSONValue? {
        var lists: [(key: String, value: JSONValue)] = []
        var nulls: [JSONValue] = []
        for member in body.members.prefix(64) {
            let key = member.key.string ?? ""
            if member.value.kind == .array {
                lists.append((key, member.value))
            } else if member.value.isNull, usualKeys.contains(key) {
                nulls.append(member.value)
            }
        }
        guard lists.count != 1 else { return lists[0].value }
        return lists.first { usualKeys.contains($0.key) }?.value
            ?? lists.max { $0.value.count < $1.value.count }?.value ?? nulls.first
    }

    /// An envelope within an envelope.
    private static func inner(_ body: JSONValue, depth: Int) -> ListBody? {
        for member in body.members.prefix(64) where member.value.kind == .object {
            if let inner = ListBody(member.value, depth: depth + 1) { return inner }
        }
        return nil
    }

    private static func total(_ body: JSONValue) -> Int? {
        for key in totals {
            guard let value = body[key] else { continue }
            if let total = (value["value"] ?? value).integer, (0...1_000_000_000).contains(total) {
                return Int(total)
            }
        }
        return nil
    }
}

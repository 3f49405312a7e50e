/// What came back for a probe, read as far as the derivation needs it.
struct ProbeAnswer: Equatable, Sendable {
    /// What it means for the thing that was asked for.
    enum Outcome: Equatable, Sendable {
        /// Films or genres; none where the service has none to show, whether
        /// it says `[]`, `null` or 404.
        case rows([ProbeRow])
        /// 400, 422: not asked rightly.
        case refused
        /// 401, 403, 511: asks who asks.
        case forbidden
        /// 5xx, and what makes no sense.
        case broken
    }

    var status: Int
    /// The path of the address that answered, after redirects.
    var path: String?
    var body: [UInt8]

    init(status: Int, path: String? = nil, body: [UInt8] = []) {
        self.status = status
        self.path = path
        self.body = body
    }

    /// A probe asks for few rows; a longer answer is not read.
    static let maximumBytes = 8 << 20

    var isForbidden: Bool { status == 401 || status == 403 || status == 511 }

    /// The answer as a list.
    var list: Outcome {
        switch status {
        case 200..<300: readRows().map { .rows($0) } ?? .broken
        case 404, 410: .rows([])
        case 401, 403, 511: .forbidden
        case 400..<500: .refused
        default: .broken
        }
    }

    /// The answer as one film.
    var film: ProbeRow? {
        guard (200..<300).contains(status), body.count <= Self.maximumBytes else { return nil }
        let document = JSONDocument(depth: 64)
        guard let root = try? document.parse(body) else { return nil }
        if let row = ProbeRow(root) { return row }
        if let first = root.elements.first(where: { _ in true }) { return ProbeRow(first) }
        return root.members.lazy.compactMap { ProbeRow($0.value) }.first
    }

    private func readRows() -> [ProbeRow]? {
        guard body.count <= Self.maximumBytes else { return nil }
        if body.isEmpty { return [] }
        let document = JSONDocument(depth: 64)
        guard let root = try? document.parse(body) else { return nil }
        if root.isNull { return [] }
        guard let array = Self.array(in: root, depth: 2) else { return nil }
        return array.elements.prefix(10_000).compactMap(ProbeRow.init)
    }

    /// The value itself, or the array among its members.
    private static func array(in value: JSONValue, depth: Int) -> JSONValue? {
        if value.kind == .array { return value }
        let arrays = value.members.prefix(64).filter { $0.value.kind == .array }.map(\.value)
        if let filled = arrays.first(where: { $0.elements.contains { $0.kind == .object } }) {
            return filled
        }
        if let first = arrays.first { return first }
        guard depth > 1 else { return nil }
        return value.members.lazy.compactMap { array(in: $0.value, depth: depth - 1) }.first
    }
}

internal import CinemaCore

/// The nodes of a cluster, whose turn it is, and which are put aside: pure,
/// with times from any beginning.
///
/// A node that does not answer is put aside, and looked at again after 5, 10,
/// 20, 40 and then every 60 seconds.
struct NodeStates: Equatable, Sendable {
    struct Node: Equatable, Sendable {
        var address: String
        var failures = 0
        /// When it is looked at again; nil for one that answers.
        var dueAt: Duration?
    }

    private(set) var nodes: [Node]
    private var turn: Int

    /// - Parameters:
    ///   - addresses: At least one.
    ///   - turn: Who is first; any number, so that those who start at the same
    ///     time do not all ask the same node.
    init(_ addresses: [String], turn: Int = 0) {
        nodes = Self.unique(addresses).map { Node(address: $0) }
        self.turn = nodes.isEmpty ? 0 : abs(turn % nodes.count)
    }

    var addresses: [String] { nodes.map(\.address) }

    var summary: CatalogStatus.Nodes {
        CatalogStatus.Nodes(
            answering: nodes.count { $0.dueAt == nil }, known: nodes.count)
    }

    /// The node to ask next: those that answer in turn, else the one that is
    /// due first. Nil where all were tried.
    mutating func next(except tried: Set<String>) -> String? {
        for offset in nodes.indices {
            let index = (turn + offset) % nodes.count
            guard nodes[index].dueAt == nil, !tried.contains(nodes[index].address) else { continue }
            turn = (index + 1) % nodes.count
            return nodes[index].address
        }
        return nodes.filter { $0.dueAt != nil && !tried.contains($0.address) }
            .min { $0.dueAt ?? .zero < $1.dueAt ?? .zero }?.address
    }

    /// A node that is to be looked at again, beside the questions, and which is
    /// put aside for longer until it has answered. Nil where none is due.
    mutating func takeDue(now: Duration) -> String? {
        let due = nodes.indices.first { index in nodes[index].dueAt.map { $0 <= now } ?? false }
        guard let due else { return nil }
        nodes[due].failures += 1
        nodes[due].dueAt = now + SourceHealth.delay(failures: nodes[due].failures)
        return nodes[due].address
    }

    mutating func answered(_ address: String) {
        guard let index = nodes.firstIndex(where: { $0.address == address }) else { return }
        nodes[index].failures = 0
        nodes[index].dueAt = nil
    }

    mutating func failed(_ address: String, now: Duration) {
        guard let index = nodes.firstIndex(where: { $0.address == address }) else { return }
        // Requests that ran at the same time fail together.
        if let dueAt = nodes[index].dueAt, now < dueAt { return }
        nodes[index].failures += 1
        nodes[index].dueAt = now + SourceHealth.delay(failures: nodes[index].failures)
    }

    /// Other nodes than before; what is known of the same ones stays.
    mutating func replace(_ addresses: [String]) {
        let addresses = Self.unique(addresses)
        guard !addresses.isEmpty else { return }
        nodes = addresses.map { address in
            nodes.first { $0.address == address } ?? Node(address: address)
        }
        turn %= nodes.count
    }

    private static func unique(_ addresses: [String]) -> [String] {
        var seen: Set<String> = []
        return addresses.filter { seen.insert($0).inserted }
    }
}

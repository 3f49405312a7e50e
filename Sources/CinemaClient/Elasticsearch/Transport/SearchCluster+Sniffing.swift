internal import CurlHTTP
internal import Synchronization

/// Asking a cluster for its nodes.
///
/// What is found takes the place of the configured addresses, which come back
/// where none of the found ones answers. Credentials go to found nodes too:
/// the node that told of them has had them, and over TLS each has to prove
/// that it is who it says. Nodes of a cluster of another name are not taken.
extension SearchCluster {
    /// Before the first request, and after a node has failed; one request
    /// asks, others go on with what is known.
    func sniffIfDue() async {
        let isDue = state.withLock { state in
            defer { state.isSniffDue = false }
            return state.isSniffDue
        }
        guard isDue, let answer = try? await carryOut(.nodes) else { return }
        take(SniffedNodes(answer.body, isSecure: answer.node.hasPrefix("https://")))
    }

    private func take(_ found: SniffedNodes?) {
        guard let found, !found.addresses.isEmpty else { return }
        let isTaken = state.withLock { state in
            guard state.clusterName ?? found.cluster == found.cluster else { return false }
            state.clusterName = found.cluster
            return true
        }
        guard isTaken else { return }
        origins.allow(found.addresses)
        note(found.addresses[0]) { $0.replace(found.addresses) }
    }
}

/// The nodes that take requests, as a cluster tells them (`GET /_nodes/http`).
struct SniffedNodes: Equatable, Sendable {
    var cluster: String
    var addresses: [String]

    /// Nil where the answer tells of none.
    init?(_ body: [UInt8], isSecure: Bool) {
        let document = JSONDocument(depth: 32)
        guard body.count <= 16 << 20, let root = try? document.parse(body),
            let cluster = root["cluster_name"]?.string, let nodes = root["nodes"]
        else { return nil }
        self.cluster = cluster
        var found: [String] = []
        for (_, node) in nodes.members.prefix(1_000) {
            guard let text = node["http"]?["publish_address"]?.string, !Self.isMasterOnly(node),
                let address = Self.address(text, isSecure: isSecure)
            else { continue }
            found.append(address)
        }
        // The answer has them in any order.
        addresses = found.sorted()
    }

    private static func isMasterOnly(_ node: JSONValue) -> Bool {
        let roles = node["roles"]?.elements.compactMap(\.string) ?? []
        return roles == ["master"] || roles == ["cluster_manager"]
    }

    /// `10.0.0.1:9200`, `[::1]:9200`, or `name/10.0.0.1:9200`, of which the name
    /// is what a certificate is for.
    private static func address(_ text: String, isSecure: Bool) -> String? {
        var authority = text
        if let slash = text.firstIndex(of: "/"), let colon = text.lastIndex(of: ":") {
            let name = text[..<slash]
            let place = text[text.index(after: slash)...]
            authority = name.isEmpty ? String(place) : name + String(text[colon...])
        }
        return (try? HTTPURL((isSecure ? "https://" : "http://") + authority))?.text
    }
}

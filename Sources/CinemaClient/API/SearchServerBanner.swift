/// What Elasticsearch and OpenSearch say of themselves at their root.
enum SearchServerBanner {
    case open
    /// It asks who asks.
    case closed

    /// Nil for anything else.
    init?(_ answer: ProbeAnswer) {
        guard answer.body.count <= 1 << 16 else { return nil }
        let document = JSONDocument(depth: 16)
        guard let root = try? document.parse(answer.body) else { return nil }
        if answer.isForbidden, root["error"]?["type"]?.string == "security_exception" {
            self = .closed
        } else if (200..<300).contains(answer.status), root["version"]?["number"]?.string != nil,
            root["tagline"]?.string != nil || root["cluster_name"]?.string != nil
        {
            self = .open
        } else {
            return nil
        }
    }
}

internal import CinemaCore

extension SearchServer {
    /// What it is, from the answer at its root; whoever may not see that is
    /// taken for a newer Elasticsearch.
    init(banner: JSONValue?) {
        let version = banner?["version"]
        let number = version?["number"]?.string ?? ""
        let parts = number.split(separator: ".").prefix(2).map {
            Int($0.prefix { $0.isNumber }) ?? 0
        }
        let words = [version?["distribution"]?.string, banner?["tagline"]?.string]
        let isOpenSearch = words.contains { $0?.lowercased().contains(text: "opensearch") ?? false }
        self.init(
            distribution: isOpenSearch ? .openSearch : .elasticsearch,
            major: parts.first ?? (isOpenSearch ? 2 : 8), minor: parts.dropFirst().first ?? 0,
            version: number, cluster: banner?["cluster_name"]?.string)
    }
}

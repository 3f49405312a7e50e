/// What a search server tells of itself, in words.
enum SearchServerWords {
    /// `Elasticsearch 8.12.1, cluster films`; nil where it is none.
    static func banner(_ body: [UInt8]) -> String? {
        let document = JSONDocument(depth: 16)
        guard let root = try? document.parse(body),
            let version = root["version"]?["number"]?.string.flatMap(ErrorDetail.line)
        else { return nil }
        let isOpenSearch = root["version"]?["distribution"]?.string == "opensearch"
        let name = isOpenSearch ? "OpenSearch" : "Elasticsearch"
        let cluster = root["cluster_name"]?.string.flatMap(ErrorDetail.line)
        return "\(name) \(version)" + (cluster.map { ", cluster \($0)" } ?? "")
    }

    /// A line an index: `index     films_v2: 9013 documents with nested ones, 3 MB, green, also films`.
    ///
    /// - Parameter aliases: The answer to the question for them, if any.
    static func indices(_ body: [UInt8], aliases: [UInt8]) -> [String] {
        let others = names(aliases)
        let document = JSONDocument(depth: 16)
        guard let root = try? document.parse(body) else { return [] }
        return root.elements.prefix(10_000).compactMap { index in
            guard let name = index["index"]?.string.flatMap(ErrorDetail.line) else { return nil }
            var words: [String] = []
            if let count = index["docs.count"]?.string {
                words.append("\(count) documents with nested ones")
            }
            if let size = index["store.size"]?.string.flatMap({ Int($0) }) {
                words.append(size < 1 << 20 ? "\(size >> 10) KB" : "\(size >> 20) MB")
            }
            if let health = index["health"]?.string { words.append(health) }
            if let other = others[name], !other.isEmpty {
                words.append("also " + other.joined(separator: ", "))
            }
            return "index     \(name): \(words.joined(separator: ", "))"
        }
    }

    /// The aliases of each index.
    private static func names(_ body: [UInt8]) -> [String: [String]] {
        let document = JSONDocument(depth: 32)
        guard let root = try? document.parse(body) else { return [:] }
        var names: [String: [String]] = [:]
        for (index, value) in root.members.prefix(10_000) {
            guard let index = index.string else { continue }
            names[index] = value["aliases"]?.members.prefix(20).compactMap {
                $0.key.string.flatMap(ErrorDetail.line)
            }
        }
        return names
    }
}

extension IndexRequest {
    /// Of which documents the numbers are that a server's own scores are made
    /// of: how common words are, how long texts are on average.
    ///
    /// Constant scores do not ask for it. See [search type](
    /// https://www.elastic.co/guide/en/elasticsearch/reference/8.12/search-search.html).
    enum Scoring: Hashable, Sendable {
        /// Of each shard, as every server does by itself: scores of two shards
        /// do not compare.
        case byShard
        /// Of all shards, gathered in a round before the search
        /// (`dfs_query_then_fetch`), which servers leave out where there is
        /// one shard.
        case byIndex

        /// What a search says of it, in its address or in the line before its
        /// body; nil for what is so by itself.
        var type: String? { self == .byIndex ? "dfs_query_then_fetch" : nil }
    }
}

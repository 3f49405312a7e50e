internal import CinemaClient
internal import CinemaCore

extension ConfigurationReader {
    /// The address of a deployment in Elastic Cloud, in place of `address`.
    mutating func cloud(
        _ entry: TOMLEntry, _ table: inout ConfigurationTable, isAlone: Bool
    ) -> SourceAddress? {
        let name = table.name(of: "cloud_id")
        let kind = choice(
            "kind", of: &table,
            [("api", SourceConfiguration.Family.api), ("elasticsearch", .elasticsearch)])
        guard isAlone else {
            return refuse(entry, name, "write cloud_id, address or addresses, not several of them")
        }
        guard kind != .api else {
            return refuse(entry, name, "only a search server has one; leave kind out")
        }
        guard let text = text(entry, name) else { return nil }
        guard let address = CloudID.address(text) else {
            return refuse(
                entry, name,
                "copy it as the page of the deployment shows it: a name, a colon, signs")
        }
        return .remote(addresses: [address], family: .elasticsearch)
    }

    /// What only an index has.
    mutating func readIndex(
        _ table: inout ConfigurationTable, into source: inout SourceConfiguration
    ) {
        source.indices.films = indexName("index_films", of: &table, source)
        source.indices.people = indexName("index_people", of: &table, source)
        source.indices.genres = indexName("index_genres", of: &table, source)
        guard let entry = table.entry("sniff") else { return }
        let value = boolean("sniff", of: &table) ?? false
        guard source.family != .api || !value else {
            return fail(
                table.name(of: "sniff"), entry.position,
                "only a search server has nodes to look for; leave it out")
        }
        source.sniffs = value
    }

    private mutating func indexName(
        _ key: String, of table: inout ConfigurationTable, _ source: SourceConfiguration
    ) -> String? {
        guard let entry = table.entry(key) else { return nil }
        let name = table.name(of: key)
        guard let text = text(entry, name) else { return nil }
        guard IndexChoice.isName(text) else {
            return refuse(
                entry, name,
                "write the name of an index or an alias, or several apart by commas; none begins"
                    + " with _")
        }
        guard source.family != .api else {
            return refuse(
                entry, name, "only a search server has indices; write kind = \"elasticsearch\"")
        }
        return text
    }
}

internal import CinemaClient
internal import CinemaCore
internal import CurlHTTP

extension ConfigurationReader {
    /// Reads `[sources.NAME]`.
    mutating func source(_ entry: TOMLEntry) -> Configuration.Source? {
        let key = "sources.\(entry.key)"
        guard SourceAddress.isName(entry.key), entry.key != "embedded" else {
            return refuse(
                entry, "sources", "name a source with letters, digits, - and _, but not embedded")
        }
        guard case .table(let entries) = entry.value.content else {
            return refuse(entry, key, "write a table, as in [\(key)]")
        }
        var table = ConfigurationTable(path: ["sources", entry.key], entries: entries)
        guard let address = address(&table, entry) else {
            // Its other problems are told as well.
            var unused = SourceConfiguration(name: entry.key, addresses: [])
            readServer(&table, into: &unused)
            warnOfUnknown(table)
            return nil
        }
        var selection = SourceSelection(address)
        if case .remote(var source) = selection {
            source.name = entry.key
            readServer(&table, into: &source)
            selection = .remote(source)
        }
        warnOfUnknown(table)
        return Configuration.Source(
            name: entry.key, selection: selection)
    }

    /// `address` or `addresses`, with what `kind` says of them.
    private mutating func address(
        _ table: inout ConfigurationTable, _ source: TOMLEntry
    ) -> SourceAddress? {
        let key = table.name(of: "address")
        let one = table.entry("address")
        let several = table.entry("addresses")
        if let cloud = table.entry("cloud_id") {
            return self.cloud(cloud, &table, isAlone: one == nil && several == nil)
        }
        let texts: [String]?
        switch (one, several) {
        case (let one?, nil): texts = text(one, key).map { [$0] }
        case (nil, _?): texts = self.texts("addresses", of: &table)
        case (let one?, _?):
            return refuse(one, key, "write address or addresses, not both")
        case (nil, nil):
            fail(key, source.position, "it is missing; write address = \"http://…\"")
            return nil
        }
        guard let texts else { return nil }
        let place = (one ?? several ?? source)
        var found: [SourceAddress] = []
        for text in texts {
            do throws(CatalogError) {
                found.append(try SourceAddress(expanded(text, place, key) ?? text))
            } catch {
                fail(key, place.position, error.sentence)
                return nil
            }
        }
        return joined(found, &table, place)
    }

    private mutating func joined(
        _ found: [SourceAddress], _ table: inout ConfigurationTable, _ place: TOMLEntry
    ) -> SourceAddress? {
        let kind = choice(
            "kind", of: &table,
            [("api", SourceConfiguration.Family.api), ("elasticsearch", .elasticsearch)])
        if found.count == 1, let only = found.first {
            guard case .remote = only else { return only }
        }
        var addresses: [String] = []
        var family = kind
        for address in found {
            guard case .remote(let more, let itsFamily) = address else {
                return refuse(place, table.name(of: "addresses"), "only servers can be several")
            }
            if itsFamily != .unknown, let known = family, known != itsFamily {
                return refuse(
                    place, table.name(of: "address"),
                    "the address says api+ or es+, and kind or another address says otherwise")
            }
            if itsFamily != .unknown { family = itsFamily }
            addresses += more
        }
        guard addresses.count == 1 || family == .elasticsearch else {
            return refuse(
                place, table.name(of: "addresses"),
                "only the nodes of a cluster are several; write kind = \"elasticsearch\"")
        }
        return .remote(addresses: addresses, family: family ?? .unknown)
    }

    private mutating func readServer(
        _ table: inout ConfigurationTable, into source: inout SourceConfiguration
    ) {
        refusePlainSecrets(of: &table)
        source.authorization = authorization(of: &table)
        readFields(&table, into: &source)
        source.security.authorityFile = path("ca_file", of: &table)
        source.security.verifiesPeer = boolean("verify_tls", of: &table) ?? true
        source.security.clientCertificateFile = path("client_certificate", of: &table)
        source.security.clientKeyFile = path("client_key", of: &table)
        source.documentAddress = document(&table, of: source)
        if let wait = seconds("timeout_connect", of: &table) { source.limits.connect = wait }
        if let wait = seconds("timeout_first_byte", of: &table) { source.limits.firstByte = wait }
        if let wait = seconds("timeout_total", of: &table) { source.limits.total = wait }
        let answers = bytes("max_answer", of: &table, in: (1 << 10)...(1 << 30))
        if let answers { source.limits.bodyBytes = answers }
        let cache = bytes("cache", of: &table, in: 0...(16 << 30))
        if let cache { source.cacheBytes = cache }
        source.keepsSnapshot = boolean("snapshot", of: &table) ?? true
        source.snapshotFilms = number("snapshot_films", of: &table, in: 1...10_000_000)
        readIndex(&table, into: &source)
    }

    /// An address, or a path at the source's own.
    private mutating func document(
        _ table: inout ConfigurationTable, of source: SourceConfiguration
    ) -> String? {
        guard let entry = table.entry("openapi") else { return nil }
        let name = table.name(of: "openapi")
        guard let text = text(entry, name) else { return nil }
        if text.hasPrefix("/"), let base = source.addresses.first { return base + text }
        do throws(CatalogError) {
            if case .remote(let addresses, .unknown) = try SourceAddress(text) {
                return addresses.first
            }
        } catch {
            fail(name, entry.position, error.sentence)
            return nil
        }
        return refuse(entry, name, "write an address, or a path that begins with /")
    }
}

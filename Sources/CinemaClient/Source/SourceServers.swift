internal import CinemaCore

/// Makes the catalogue of a source's server, of whichever family that is.
struct SourceServers: Sendable {
    let source: SourceConfiguration
    let connection: SourceConnection
    /// The kept answers of an API; nil for none.
    let responses: ResponseCache?
    /// Where something is kept of the source; nil where nothing can be.
    let directory: String?
    /// The way to a search server; at rest it is nothing but addresses.
    let cluster: SearchCluster

    init(
        _ source: SourceConfiguration, _ connection: SourceConnection,
        responses: ResponseCache? = nil,
        directory: String? = nil
    ) {
        self.source = source
        self.connection = connection
        self.responses = responses
        self.directory = directory
        cluster = SearchCluster(source, connection)
    }

    func server() -> RemoteCatalog.Server {
        switch source.family {
        case .api: return api()
        case .elasticsearch: return index()
        case .unknown:
            let deriver = DialectDeriver(source, client: connection.client)
            return FoundCatalog(
                name: source.name, file: directory.map { SourceFamilyFile(directory: $0) },
                ask: { () async throws(CatalogError) in
                    try await deriver.isSearchServer() ? .elasticsearch : .api
                },
                make: { $0 == .elasticsearch ? index() : api() })
        }
    }

    func index() -> RemoteCatalog.Server {
        ElasticsearchCatalog(name: source.name, transport: cluster, choice: source.indices)
    }

    private func api() -> RemoteCatalog.Server {
        APICatalog(
            name: source.name, address: source.addresses.first ?? "",
            client: responses?.client(over: connection.client) ?? connection.client,
            limits: source.limits,
            security: source.security, provider: memory().provider)
    }

    /// The dialect is derived past the kept answers: they may be older than
    /// what the server has become.
    private func memory() -> DialectMemory {
        let deriver = DialectDeriver(source, client: connection.client)
        return DialectMemory(
            source: source.name,
            file: directory.map {
                DialectFile(
                    path: "\($0)/\(RemoteSource.dialectFile)",
                    address: source.addresses.first ?? "")
            },
            executor: SerialThread(), now: WallClock.seconds
        ) { () async throws(CatalogError) in try await deriver.dialect() }
    }
}

extension SearchCluster {
    convenience init(_ source: SourceConfiguration, _ connection: SourceConnection) {
        self.init(
            Settings(
                source: source.name, addresses: source.addresses, limits: source.limits,
                security: source.security, sniffs: source.sniffs,
                isKnown: source.authorization != nil || !source.fields.isEmpty),
            client: connection.bareClient, origins: connection.origins,
            time: RunningTime(connection.clock), executor: connection.executor)
    }
}

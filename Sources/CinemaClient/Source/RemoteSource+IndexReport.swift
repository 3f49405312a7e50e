internal import CinemaCore

/// A catalogue that can say how it reads its source.
protocol DescribedCatalog: Catalog {
    /// Lines such as `films     movies, by its fields title and genre`: what a
    /// matter is called, and behind two blanks or more what there is to say.
    func descriptionLines() async throws(CatalogError) -> [String]
}

extension RemoteSource {
    /// How many indices are told.
    private static let mostIndices = 20

    static func askIndex(
        _ source: SourceConfiguration, _ connection: SourceConnection,
        into report: inout RemoteReport
    ) async {
        var answering = 0
        for address in source.addresses {
            var node = source
            node.addresses = [address]
            node.sniffs = false
            let cluster = SearchCluster(node, connection)
            let question = source.addresses.count > 1 ? "the node \(address)" : "the server"
            let words = await step(question, &report) { () async throws(CatalogError) in
                let answer = try await ask(cluster, .banner)
                guard let words = SearchServerWords.banner(answer.body) else {
                    throw CatalogError(
                        .invalidAnswer, source: source.name,
                        cause: "\(address) does not say that it is a search server; check it")
                }
                return words
            } words: {
                $0
            }
            if words != nil { answering += 1 }
        }
        guard answering > 0 else { return }
        let servers = SourceServers(source, connection)
        await askIndices(servers.cluster, into: &report)
        let catalog = servers.index()
        _ = await step("what is in it", &report) { () async throws(CatalogError) in
            try await catalog.summary()
        } words: { summary in
            let place = summary.place.map { ", in \($0)" } ?? ""
            // Those whom films alone tell of are not always counted.
            let people = summary.people > 0 ? "\(summary.people) people, " : ""
            return
                "\(summary.films) films, \(people)\(summary.genres) genres\(place)"
        }
        if let described = catalog as? any DescribedCatalog {
            report.dialect += (try? await described.descriptionLines()) ?? []
        }
        await askFilms(catalog, into: &report)
    }

    /// What only somebody who looks after the cluster may be allowed to see: it
    /// is no fault where it is not told.
    private static func askIndices(
        _ cluster: SearchCluster, into report: inout RemoteReport
    ) async {
        do throws(CatalogError) {
            let answer = try await ask(cluster, .nodes)
            if let nodes = SniffedNodes(
                answer.body, isSecure: answer.node.hasPrefix("https://"))
            {
                let hosts = nodes.addresses.map { SourceAddress.host(of: $0) }
                report.dialect.append("nodes     \(hosts.joined(separator: ", "))")
            }
        } catch {
            report.dialect.append("nodes     not told: \(error.cause)")
        }
        do throws(CatalogError) {
            let aliases = try? await ask(cluster, .aliases(nil))
            let answer = try await ask(cluster, .indices)
            let found = SearchServerWords.indices(answer.body, aliases: aliases?.body ?? [])
            report.dialect += found.prefix(mostIndices)
            if found.count > mostIndices {
                report.dialect.append("index     … and \(found.count - mostIndices) more")
            }
        } catch {
            report.dialect.append("index     not told: \(error.cause)")
        }
    }

    private static func ask(
        _ cluster: SearchCluster, _ request: IndexRequest
    ) async throws(CatalogError) -> IndexAnswer {
        do throws(SearchFailure) {
            return try await cluster.send(request)
        } catch {
            throw error.error
        }
    }
}

internal import CinemaCore
internal import CurlHTTP

extension RemoteSource {
    /// Finds out how a source is doing, with a few small questions to its
    /// server unless that is switched off.
    public static func report(
        _ source: SourceConfiguration, _ options: Options
    ) async -> RemoteReport {
        var report = RemoteReport(
            name: source.name, addresses: source.addresses, isOffline: options.isOffline,
            verifiesPeer: source.security.verifiesPeer, credentials: credentials(of: source),
            kept: kept(of: source, in: options.cacheDirectory))
        report.snapshot = report.kept.flatMap { snapshot(in: $0.directory) }
        if !options.isOffline { await ask(source, options, into: &report) }
        return report
    }

    private static func credentials(of source: SourceConfiguration) -> [RemoteReport.Credential] {
        let secrets =
            (source.authorization.map { [($0.words, $0.secret)] } ?? [])
            + source.fields.map { ($0.name, $0.value) }
        return secrets.map { name, secret in
            RemoteReport.Credential(
                name: name, state: secret.state(variable: SecretReader.environmentVariable))
        }
    }

    private static func kept(
        of source: SourceConfiguration, in cache: String?
    ) -> KeptSource? {
        guard let cache else { return nil }
        let directory = "\(cache)/\(SourceDirectory.name(of: source))"
        return KeptSource(directory: directory)
    }

    private static func snapshot(in directory: String) -> String? {
        guard let facts = SnapshotBuild.facts(directory: directory) else { return nil }
        guard facts.isWhole else { return "a local copy of the \(facts.films) films seen so far" }
        return facts.isComplete
            ? "a local copy of all \(facts.films) films"
            : "a local copy of all \(facts.films) films, \(facts.details) of them with people"
    }

    private static func ask(
        _ source: SourceConfiguration, _ options: Options, into report: inout RemoteReport
    ) async {
        let connection = SourceConnection(source, options)
        let deriver = DialectDeriver(source, client: connection.client)
        var isIndex = source.family == .elasticsearch
        if source.family == .unknown {
            let found = await step("what it is", &report) { () async throws(CatalogError) in
                try await deriver.isSearchServer()
            } words: { isIndex in
                isIndex ? "a search server" : "no search server, so an API"
            }
            guard let found else { return }
            isIndex = found
        }
        if isIndex {
            await askIndex(source, connection, into: &report)
        } else {
            await askAPI(source, connection, deriver, into: &report)
        }
    }

    private static func askAPI(
        _ source: SourceConfiguration, _ connection: SourceConnection, _ deriver: DialectDeriver,
        into report: inout RemoteReport
    ) async {
        let found = await step("how it is talked to", &report) { () async throws(CatalogError) in
            try await deriver.dialect()
        } words: { _ in
            ""
        }
        guard let dialect = found else { return }
        report.dialect = dialect.words.filter { !$0.hasPrefix("remark") }
        report.remarks = dialect.remarks
        let catalog = APICatalog(
            name: source.name, address: source.addresses.first ?? "", client: connection.client,
            limits: source.limits, security: source.security
        ) { (_) async throws(CatalogError) in dialect }
        await askFilms(catalog, into: &report)
    }

    static func askFilms(_ catalog: any Catalog, into report: inout RemoteReport) async {
        _ = await step("a page of films", &report) { () async throws(CatalogError) in
            try await catalog.films(FilmQuery(), page: PageRequest(count: 10))
        } words: { page in
            "\(page.items.count) films"
        }
        _ = await step("a search", &report) { () async throws(CatalogError) in
            try await catalog.search(QuerySyntax.parse("star").query, count: 10)
        } words: { results in
            "\(results.films.items.count) films have star in them"
        }
    }

    /// Asks one thing and notes how long it took, or why it failed.
    static func step<Answer>(
        _ question: String, _ report: inout RemoteReport,
        _ ask: () async throws(CatalogError) -> Answer, words: (Answer) -> String
    ) async -> Answer? {
        let start = ContinuousClock.now
        do throws(CatalogError) {
            let answer = try await ask()
            let time = (ContinuousClock.now - start).inMilliseconds
            report.steps.append(
                .init(question, .answered(milliseconds: time, words(answer))))
            return answer
        } catch {
            report.steps.append(.init(question, .failed(error)))
            return nil
        }
    }
}

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
        if !options.isOffline { await ask(source, options, into: &report) }
        return report
    }

    private static func credentials(of source: SourceConfiguration) -> [RemoteReport.Credential] {
        let secrets =
            (source.token.map { [("the token", $0)] } ?? [])
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
        return KeptSource.all(in: cache).first { $0.directory == directory }
    }

    private static func ask(
        _ source: SourceConfiguration, _ options: Options, into report: inout RemoteReport
    ) async {
        do {
            _ = try open(source, options)
        } catch {
            report.steps.append(.init("opening it", .failed(error)))
        }
    }
}

internal import CinemaClient
public import CinemaCore

extension Configuration {
    /// Whether a source can only be understood with the configuration: where
    /// none is given, or what may be a name.
    public static func isNeeded(for source: String?) -> Bool {
        source.map { $0 != "embedded:" && SourceAddress.isName($0) } ?? true
    }

    /// The catalogue that a name or an address means; nil is the default one.
    ///
    /// Fails with `.unsupported` where the file has errors, where there is no
    /// such source, and where an address makes no sense.
    public func selection(_ source: String?) throws(CatalogError) -> SourceSelection {
        if Self.isNeeded(for: source), let error = errors.first {
            let more = errors.count - 1
            throw CatalogError(
                .unsupported, source: error.place,
                cause: error.words
                    + (more > 0 ? " (and \(more) more; cinema doctor lists them)" : ""))
        }
        guard let text = source ?? defaultSource else { return .embedded }
        if let named = self.source(named: text) { return named.selection }
        let address = try SourceAddress(text)
        if case .file(let path) = address, SourceAddress.isName(text), !File.exists(path) {
            throw CatalogError(
                .unsupported, source: text,
                cause: "there is no source of this name and no such file; " + advice(for: text))
        }
        return SourceSelection(address)
    }

    private func advice(for name: String) -> String {
        let names = sources.map(\.name)
        if let likely = NearestName.of(name, among: names) { return "did you mean \(likely)?" }
        guard names.isEmpty else { return "the configuration has \(names.joined(separator: ", "))" }
        let place = path.map { " in \($0)" } ?? ""
        return "write an address, or give it one as [sources.\(name)]\(place)"
    }
}

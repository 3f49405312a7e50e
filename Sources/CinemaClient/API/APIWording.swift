internal import CinemaCore
internal import CurlHTTP

/// What is said when a service cannot be talked to: what, where, what to do.
enum APIWording {
    static func needsToken(_ address: String, _ status: Int) -> String {
        "\(address) asks for a token (\(status)); set token_env = \"…\" for this source in "
            + "config.toml, or mend the token that is set"
    }

    static func failing(_ address: String, _ status: Int) -> String {
        "\(address) answers with an error of its own (\(status)); try again when it is well"
    }

    static func foreign(_ address: String, _ document: String) -> String {
        "\(address) tells of itself in \(document), but of no list of films; check the address"
    }

    static func unknown(_ address: String, documents: [String]) -> String {
        "\(address) answers, but is neither a cinema API nor a search server: no OpenAPI document "
            + "at \(documents.prefix(4).joined(separator: ", ")); check the address, or set openapi "
            + "for this source in config.toml"
    }

    /// No answer at all. `error` names neither address nor secrets.
    static func unreachable(_ name: String, _ address: String, _ error: HTTPError) -> CatalogError {
        switch error.kind {
        case .cancelled, .credentials, .offline, .libraryMissing, .shutDown:
            CatalogError(error, source: name)
        default:
            CatalogError(
                .unavailable, source: name,
                cause:
                    "it cannot be reached: \(error.cause); check the address \(address), and "
                    + "whether the service runs")
        }
    }
}

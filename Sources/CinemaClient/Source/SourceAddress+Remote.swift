internal import CinemaCore
internal import CurlHTTP

extension SourceAddress {
    /// Reads what is before and behind `://`.
    static func remote(
        scheme text: Substring, rest: Substring
    ) throws(CatalogError) -> SourceAddress {
        let (family, scheme) = try kind(of: text)
        let (authority, path) = try parts(of: rest, scheme: text)
        let hosts = authority.split(separator: ",", omittingEmptySubsequences: false)
        guard hosts.count == 1 || family == .elasticsearch else {
            throw problem(
                "\(text)://", "only the nodes of a cluster are several; write es+\(scheme)://")
        }
        var addresses: [String] = []
        for host in hosts { addresses.append(try address("\(scheme)://\(host)", path)) }
        return .remote(addresses: addresses, family: family)
    }

    private static func kind(
        of text: Substring
    ) throws(CatalogError) -> (SourceConfiguration.Family, scheme: String) {
        switch text.lowercased() {
        case "http": return (.unknown, "http")
        case "https": return (.unknown, "https")
        case "api+http": return (.api, "http")
        case "api+https": return (.api, "https")
        case "es+http": return (.elasticsearch, "http")
        case "es+https": return (.elasticsearch, "https")
        default:
            throw problem(
                "\(text.prefix(40))://",
                "write http:// or https://, with api+ or es+ in front where it is known what it is")
        }
    }

    /// The host part and the path. Refuses a name and password, and parameters:
    /// both may be secrets, and are not repeated.
    private static func parts(
        of rest: Substring, scheme: Substring
    ) throws(CatalogError) -> (authority: Substring, path: Substring) {
        // A password may have any sign in it, so that it is looked for in all.
        guard !rest.contains("@") else {
            throw problem(
                "\(scheme)://…@…",
                "a name and a password do not belong into an address; give the source a name in "
                    + "config.toml, and there headers = { Authorization = { env = \"VARIABLE\" } }")
        }
        guard !rest.contains(where: { $0 == "?" || $0 == "#" }) else {
            throw problem(
                "\(scheme)://…", "an address has no ? and no #; write what is before them")
        }
        guard rest.firstRange(of: "://") == nil else {
            throw problem(
                "\(scheme)://…",
                "the address says twice how to reach it; write http:// or https:// once")
        }
        let authority = rest.prefix { $0 != "/" }
        return (authority, rest[authority.endIndex...])
    }

    private static func address(
        _ origin: String, _ path: Substring
    ) throws(CatalogError) -> String {
        do {
            var text = try HTTPURL(origin + path).text
            while text.last == "/" { text.removeLast() }
            return text
        } catch {
            throw problem(
                String(origin.prefix(60)), "\(error.cause); write it as in http://localhost:8000")
        }
    }
}

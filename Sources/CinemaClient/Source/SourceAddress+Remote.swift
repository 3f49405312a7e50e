internal import CinemaCore

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
        let prefix = try prefix(path, of: text)
        var addresses: [String] = []
        for host in hosts {
            addresses.append("\(scheme)://\(try self.host(host, in: text))\(prefix)")
        }
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
        let authority = rest.prefix { $0 != "/" }
        return (authority, rest[authority.endIndex...])
    }

    private static func prefix(
        _ path: Substring, of scheme: Substring
    ) throws(CatalogError) -> String {
        guard path.utf8.allSatisfy(HostText.isPathByte) else {
            throw problem(
                "\(scheme)://…",
                "the path has signs that an address cannot have; write them as %20")
        }
        var path = path
        while path.last == "/" { path.removeLast() }
        return String(path)
    }

    private static func host(
        _ text: Substring, in scheme: Substring
    ) throws(CatalogError) -> String {
        let (host, port) = HostText.split(text)
        guard HostText.isName(host) || HostText.isAddress(host) else {
            throw problem(
                "\(scheme)://\(text.prefix(60))", "write a host, as in http://localhost:8000")
        }
        guard let port else { return host.lowercased() }
        guard port.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(port),
            (1...65_535).contains(number)
        else {
            throw problem(
                "\(scheme)://\(text.prefix(60))", "write a port from 1 to 65535 behind the colon")
        }
        return "\(host.lowercased()):\(number)"
    }
}

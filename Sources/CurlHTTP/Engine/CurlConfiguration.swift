internal import Glibc

/// What holds for all requests of a client.
public struct CurlConfiguration: Hashable, Sendable {
    /// `User-Agent`, such as `cinema/0.2.0`.
    public var userAgent: String
    /// To one host at a time; further requests wait for one of them.
    public var connectionsPerHost: Int
    /// Connections that stay open at rest.
    public var keptConnections: Int
    /// A file of certificates, and a directory of them (c_rehash(1)), in place
    /// of the system's; `HTTPSecurity.authorityFile` goes first.
    public var authorityFile: String?
    public var authorityDirectory: String?

    /// Certificates are where the environment says. Proxies are too
    /// (`http_proxy`, `https_proxy`, `no_proxy`, …): those libcurl reads itself.
    public init(
        userAgent: String = "cinema", connectionsPerHost: Int = 6, keptConnections: Int = 16
    ) {
        self.init(
            userAgent: userAgent, connectionsPerHost: connectionsPerHost,
            keptConnections: keptConnections
        ) { name in getenv(name).map { String(cString: $0) } }
    }

    /// The same with an environment of one's own. The variables are those that
    /// curl(1) knows, in its order.
    init(
        userAgent: String = "cinema", connectionsPerHost: Int = 6, keptConnections: Int = 16,
        environment: (String) -> String?
    ) {
        self.userAgent = userAgent
        self.connectionsPerHost = max(1, connectionsPerHost)
        self.keptConnections = max(1, keptConnections)
        func value(_ name: String) -> String? {
            environment(name).flatMap { $0.isEmpty ? nil : $0 }
        }
        authorityFile = value("CURL_CA_BUNDLE") ?? value("SSL_CERT_FILE")
        authorityDirectory = value("CURL_CA_BUNDLE") == nil ? value("SSL_CERT_DIR") : nil
    }
}

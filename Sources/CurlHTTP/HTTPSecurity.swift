/// Whom TLS trusts, and how the client shows who it is.
public struct HTTPSecurity: Hashable, Sendable {
    /// False accepts any certificate; the screen then has to say so.
    public var verifiesPeer: Bool
    /// A file of certificates (PEM) in place of the system's.
    public var authorityFile: String?
    public var clientCertificateFile: String?
    public var clientKeyFile: String?

    public init(
        verifiesPeer: Bool = true, authorityFile: String? = nil,
        clientCertificateFile: String? = nil, clientKeyFile: String? = nil
    ) {
        self.verifiesPeer = verifiesPeer
        self.authorityFile = authorityFile
        self.clientCertificateFile = clientCertificateFile
        self.clientKeyFile = clientKeyFile
    }
}

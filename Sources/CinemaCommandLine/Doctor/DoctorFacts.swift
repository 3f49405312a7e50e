import CinemaCore

/// What the doctor knows of this machine; findings are made of it.
public struct DoctorFacts: Sendable {
    public var terminal: TerminalFacts
    public var charset: CharsetFacts
    public var places: [PlaceFacts]
    public var configuration: ConfigurationFacts
    /// The version of libcurl; nil where there is none.
    public var curlVersion: String?
    public var source: SourceFacts

    public init(
        terminal: TerminalFacts, charset: CharsetFacts, places: [PlaceFacts],
        configuration: ConfigurationFacts, curlVersion: String?, source: SourceFacts
    ) {
        self.terminal = terminal
        self.charset = charset
        self.places = places
        self.configuration = configuration
        self.curlVersion = curlVersion
        self.source = source
    }

    /// Where nobody looks.
    public static let nothing = DoctorFacts(
        terminal: TerminalFacts(requested: nil, description: nil),
        charset: CharsetFacts(locale: nil, charset: "UTF-8"), places: [],
        configuration: ConfigurationFacts(path: nil), curlVersion: nil,
        source: .unusable(
            CatalogError(.unsupported, source: "cinema", cause: "nobody has looked")))
}

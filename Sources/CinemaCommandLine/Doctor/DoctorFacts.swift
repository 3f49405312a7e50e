public import CinemaClient
public import CinemaCore

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

public struct TerminalFacts: Hashable, Sendable {
    /// What TERM says.
    public var requested: String?
    /// The description that is used; nil where none is known.
    public var description: String?
    public var colors: Int
    /// Columns and rows; nil where nothing here is a terminal.
    public var columns: Int?
    public var rows: Int?

    public init(
        requested: String?, description: String?, colors: Int = 0, columns: Int? = nil,
        rows: Int? = nil
    ) {
        self.requested = requested
        self.description = description
        self.colors = colors
        self.columns = columns
        self.rows = rows
    }
}

public struct CharsetFacts: Hashable, Sendable {
    /// The locale for characters, as the environment names it.
    public var locale: String?
    /// `UTF-8`, `KOI8-R`, or `ASCII`.
    public var charset: String

    public init(locale: String?, charset: String) {
        self.locale = locale
        self.charset = charset
    }
}

/// A directory that the program uses.
public struct PlaceFacts: Hashable, Sendable {
    /// What it is for: `catalogues`.
    public var purpose: String
    /// Nil without a home.
    public var path: String?
    public var isThere: Bool
    public var isWritable: Bool
    public var bytes: Int64

    public init(
        purpose: String, path: String?, isThere: Bool = true, isWritable: Bool = true,
        bytes: Int64 = 0
    ) {
        self.purpose = purpose
        self.path = path
        self.isThere = isThere
        self.isWritable = isWritable
        self.bytes = bytes
    }
}

public struct ConfigurationFacts: Hashable, Sendable {
    public var path: String?
    public var isThere: Bool
    public var sources: Int
    /// In sentences with their places.
    public var errors: [String]
    public var warnings: [String]

    public init(
        path: String?, isThere: Bool = false, sources: Int = 0, errors: [String] = [],
        warnings: [String] = []
    ) {
        self.path = path
        self.isThere = isThere
        self.sources = sources
        self.errors = errors
        self.warnings = warnings
    }
}

public enum SourceFacts: Sendable {
    /// A catalogue on this machine, with what it holds.
    case local(name: String, Result<CatalogSummary, CatalogError>)
    case remote(RemoteReport)
    /// It cannot even be said what is meant.
    case unusable(CatalogError)
}

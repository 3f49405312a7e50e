public import CinemaCore

/// The whole program as one value.
public struct AppState: Equatable, Sendable {
    public var size: Size
    public var traits: ScreenTraits
    public var keyMap: KeyMap
    public var texts: Texts

    public var summary: CatalogSummary?
    /// Whether the summary was asked for in vain.
    var lacksSummary = false
    /// What the source is called before its summary has come.
    public var sourceName: String
    public var status: CatalogStatus
    /// What the source can do, as far as it is known.
    public var capabilities = CatalogCapabilities.all
    /// Counts what was asked about rows and lists; replies to former questions
    /// are dropped.
    var inspection = 0
    /// Whether the source has told how it is doing.
    var hasReport = false
    /// What the status line tells of the background copy: it follows
    /// `status.snapshot` once a second at most.
    public var progress: CatalogStatus.SnapshotProgress?
    var isProgressHeld = false
    /// Whether what is shown will soon be asked for again.
    var isRefreshDue = false
    /// The last refusal that was told while confirming.
    var toldRefusal: CatalogError?
    /// The genres of the whole catalogue, as far as a list told them: a filter
    /// menu offers them where the source cannot count.
    var knownGenres: [GenreReference] = []
    /// What was shown lately of a remote source: it is at hand again at once.
    var records: [DetailContent] = []
    /// The share of the catalogue that is made, while it is being made.
    public var preparation: Double?
    public var browser: Browser
    public var past: [Browser] = []
    public var future: [Browser] = []
    public var overlay: Overlay?
    /// The menu that the help was opened over; it comes back when help closes.
    public var coveredOverlay: Overlay?
    /// Whether the reader wants the detail pane beside the list.
    public var wantsPane = true
    /// One sentence for the status line; the next key clears it.
    public var notice: String?
    public var isStalled = false
    /// Keys of a sequence that is not complete.
    public var pendingKeys: [Key] = []

    /// Queries of former days and of this one, oldest first.
    public var queryHistory: [String] = []
    /// What was opened lately, latest first.
    public var recent: [RecentItem] = []
    /// Counts the queries asked; replies to former ones are dropped.
    public var generation = 0

    /// The most places that history keeps.
    static let historyLimit = 100
    /// How many of them, the latest ones, have their rows with them.
    static let wholePlaces = 25
    static let recentLimit = 5

    public init(
        size: Size, traits: ScreenTraits = ScreenTraits(), keyMap: KeyMap = .standard,
        texts: Texts = .english, query: String = "", queryHistory: [String] = [],
        recent: [RecentItem] = [], notice: String? = nil, sourceName: String = "",
        status: CatalogStatus = CatalogStatus()
    ) {
        self.size = size
        self.traits = traits
        self.keyMap = keyMap
        self.texts = texts
        browser = Browser(search: SearchState(text: query))
        self.queryHistory = queryHistory
        self.recent = Array(recent.prefix(Self.recentLimit))
        self.notice = notice
        self.sourceName = sourceName
        self.status = status
        hasReport =
            switch status.connection {
            case .online, .offline: true
            case .local, .connecting, .switchedOff: false
            }
        progress = status.snapshot
    }

    public var theme: Theme { Theme(traits: traits) }

    /// Where keys go.
    public var mode: Mode {
        switch overlay {
        case .filters, .sort: return .menu
        case .inspector(let inspector): return inspector.isFinding ? .find : .inspector
        case .help: return .help
        case nil: break
        }
        switch browser.focus {
        case .search: return .search
        case .list: return .list
        case .detail: return .detail
        }
    }

    /// Whether the screen shows the start page: nothing typed, nothing filtered.
    public var isStartPage: Bool {
        browser.results.query.isWhole && browser.results.tab == .films
    }
}

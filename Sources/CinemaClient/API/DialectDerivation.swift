internal import CinemaCore

/// Finds out how a service is talked to: reads its document, and asks at most
/// six small questions whose answers a document does not tell.
///
/// Pure: says what to get, takes what came. A question that fails tells that
/// the thing it asked for is not to be had; the others go on.
///
///     var derivation = DialectDerivation(address: "http://films.example")
///     while case .get(let target) = derivation.next {
///         derivation.take(answer(to: target))
///     }
struct DialectDerivation: Sendable {
    enum Step: Equatable, Sendable {
        /// A path with its query string, from the root of the host; or the
        /// whole address of a document.
        case get(String)
        case done(APIDialect)
        case failed(CatalogError.Kind, cause: String)
    }

    enum Stage: Equatable, Sendable {
        case document(Int)
        case adminPanel
        case firstPage, secondPage, thirdPage
        case film
        case genres
        case genreFilter(GenreAttempt)
        case filmOfGenre(GenreAttempt)
        case filmsOfGenre
        case search(word: String, isOfTitle: Bool)
        case finished
    }

    static let maximumProbes = 6
    /// Within the bounds of every service known.
    static let pageSize = 20

    /// What to do now.
    private(set) var next: Step = .failed(.cancelled, cause: "")
    /// Questions asked so far; documents do not count.
    private(set) var probes = 0

    let address: String
    /// The path of the source's own address, without a slash at the end.
    let prefix: String
    var stage = Stage.document(0)
    var documents: [String] = []
    var documentStatuses: [Int] = []
    /// A document that is there, but of something else.
    var foreignDocument: String?
    /// The same document with other paths, should its own not be there.
    var alternative: DeclaredDialect?

    var declared = DeclaredDialect()
    var dialect = APIDialect(routes: [:])
    var isAssumed = false

    /// The ways to sort by rating that were not tried yet.
    var styles: [SortStyle] = []
    var style: SortStyle?
    var isFlipped = false
    var firstPages = 0

    var firstRows: [ProbeRow] = []
    /// A film whose details are known.
    var sample: ProbeRow?
    var genre: ProbeRow.Genre?
    var attempts: [GenreAttempt] = []
    var asksGenreList = false

    init(address: String, prefix: String = "", document: String? = nil) {
        self.address = address
        self.prefix = prefix
        documents = Self.documents(prefix: prefix, configured: document)
        askDocument(0)
    }

    mutating func take(_ answer: ProbeAnswer) {
        switch stage {
        case .document(let index): tookDocument(answer, index)
        case .adminPanel: tookAdminPanel(answer)
        case .firstPage: tookFirstPage(answer)
        case .secondPage: tookSecondPage(answer)
        case .thirdPage: tookThirdPage(answer)
        case .film: tookFilm(answer)
        case .genres: tookGenres(answer)
        case .genreFilter(let attempt): tookGenreFilter(answer, attempt)
        case .filmOfGenre(let attempt): tookFilmOfGenre(answer, attempt)
        case .filmsOfGenre: tookFilmsOfGenre(answer)
        case .search(let word, let isOfTitle): tookSearch(answer, word, isOfTitle: isOfTitle)
        case .finished: break
        }
    }

    /// Asks for something that does not count as a question.
    mutating func get(_ target: String, as stage: Stage) {
        self.stage = stage
        next = .get(target)
    }

    /// Asks a question; false where enough were asked.
    mutating func ask(_ target: String, as stage: Stage) -> Bool {
        guard probes < Self.maximumProbes else { return false }
        probes += 1
        get(prefix + target, as: stage)
        return true
    }

    mutating func remark(_ sentence: String) {
        if !dialect.remarks.contains(sentence) { dialect.remarks.append(sentence) }
    }

    mutating func noteForbidden(_ what: String, _ answer: ProbeAnswer) {
        dialect.needsToken = true
        remark("\(what) asks for a token (\(answer.status))")
    }

    mutating func finish() {
        stage = .finished
        next = .done(dialect)
    }

    mutating func fail(_ kind: CatalogError.Kind, _ cause: String) {
        stage = .finished
        next = .failed(kind, cause: cause)
    }
}

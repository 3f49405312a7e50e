internal import CinemaCore
internal import CurlHTTP
internal import Synchronization

/// A cinema API as a catalogue, in whatever dialect it speaks.
///
/// What the service can do it is asked for; the rest (other sorts and filters)
/// is done here on the pages that were read, and the results say so. A failure
/// of one thing is that thing's: a page that the service fails at is gone
/// round, and films, people and genres of a search fail apart. Works on its
/// own thread.
actor APICatalog: Catalog {
    nonisolated let name: String

    private let address: String
    private let client: HTTPClient
    private let provider: DialectProvider
    private let limits: HTTPLimits
    private let security: HTTPSecurity
    let thread = SerialThread()

    private let document = JSONDocument()
    var normalizer = APINormalizer()

    /// Whether a dialect derived anew was the same again.
    private(set) var renewalIsVain = false
    /// The dialect; under a lock for `capabilities`, who cannot wait.
    private let lastDialect = Mutex<APIDialect?>(nil)
    private var dialect: APIDialect? { lastDialect.withLock { $0 } }

    /// Lists of which a page was asked for, as far as they were read.
    var filmLists = BoundedCache<APIList, LoadedList<FilmRecord>>(capacity: 16)
    var peopleLists = BoundedCache<APIList, LoadedList<PersonRecord>>(capacity: 8)
    /// Lists of a text that the service did not understand.
    var misread = BoundedCache<APIList, Bool>(capacity: 16)
    var genreList: LoadedList<GenreRecord>?
    /// Whether the list of genres could not be had: it is then not asked for
    /// again by the way.
    var genresFailed = false
    var genreNames = GenreNames([])
    var memory = RecordMemory()
    /// The ids of the last page that a snapshot read.
    var snapshotPage: (number: Int, ids: Set<String>)?

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// `address` is `http(s)://host[:port][/prefix]` without a slash at the end.
    init(
        name: String, address: String, client: HTTPClient, limits: HTTPLimits = HTTPLimits(),
        security: HTTPSecurity = HTTPSecurity(), provider: @escaping DialectProvider
    ) {
        self.name = name
        self.address = address
        self.client = client
        self.limits = limits
        self.security = security
        self.provider = provider
    }

    /// What the dialect allows; before it is known, what any one does.
    nonisolated var capabilities: CatalogCapabilities {
        let dialect = lastDialect.withLock { $0 }
        let films = dialect?.routes[.films]
        let filtersByGenre =
            dialect?.genreKey ?? .none != .none && films?.genre != nil
            || dialect?.routes[.filmsOfGenre] != nil
        let sorts = films?.ascending != nil && films?.descending != nil
        return CatalogCapabilities(
            filters: filtersByGenre ? ["genre"] : [],
            sorts: sorts ? [.relevance, .rating] : [.relevance], matchesPrefixes: false,
            countsExactly: false, countsFacets: false, rescues: false, jumps: true)
    }
}

extension APICatalog {
    /// Answers with the dialect. An answer that does not fit it has it derived
    /// anew and the question asked once more; what does not fit then either
    /// is a failure.
    func answer<Answer>(
        _ question: (APIDialect) async throws(APIFailure) -> Answer
    ) async throws(CatalogError) -> Answer {
        if Task.isCancelled { throw .cancelled(source: name) }
        let asked = try await currentDialect()
        do throws(APIFailure) {
            return try await question(asked)
        } catch {
            guard error.isMisfit, !renewalIsVain else { throw error.error }
            let renewed = try await renewedDialect(after: asked)
            do throws(APIFailure) {
                return try await question(renewed)
            } catch {
                throw error.error
            }
        }
    }

    func currentDialect() async throws(CatalogError) -> APIDialect {
        if let dialect { return dialect }
        let derived = try await provider(false)
        adopt(derived)
        return derived
    }

    private func renewedDialect(after asked: APIDialect) async throws(CatalogError) -> APIDialect {
        // Another question may have been first.
        if let dialect, dialect != asked { return dialect }
        let derived = try await provider(true)
        renewalIsVain = derived == asked
        adopt(derived)
        return derived
    }

    private func adopt(_ derived: APIDialect) {
        if dialect != derived {
            filmLists = BoundedCache(capacity: 16)
            peopleLists = BoundedCache(capacity: 8)
            genreList = nil
            genresFailed = false
        }
        lastDialect.withLock { $0 = derived }
    }

    /// Asks for something and reads the body of a success.
    func read<Answer>(
        _ target: String, _ body: (JSONValue) throws(APIFailure) -> Answer
    ) async throws(APIFailure) -> Answer {
        let response = try await get(target)
        guard !response.body.isEmpty else { return try body(try parse(Array("null".utf8))) }
        return try body(try parse(response.body))
    }

    func failure(_ kind: CatalogError.Kind, _ cause: String) -> APIFailure {
        APIFailure(CatalogError(kind, source: name, cause: cause))
    }

    private func get(_ target: String) async throws(APIFailure) -> HTTPResponse {
        guard !Task.isCancelled else { throw APIFailure(.cancelled(source: name)) }
        let message = HTTPRequest(
            .get, address + target,
            fields: HTTPFields([HTTPFields.Field("Accept", "application/json")]), limits: limits,
            security: security)
        let response: HTTPResponse
        do throws(HTTPError) {
            response = try await client.send(message)
        } catch {
            throw APIFailure(error, source: name)
        }
        guard (200..<300).contains(response.status) else {
            throw APIFailure(response, detail: detail(response), source: name)
        }
        return response
    }

    private func parse(_ body: [UInt8]) throws(APIFailure) -> JSONValue {
        do throws(JSONError) {
            return try document.parse(body)
        } catch {
            throw failure(.invalidAnswer, "the answer is not JSON (\(error.message))")
        }
    }

    private func detail(_ response: HTTPResponse) -> String? {
        guard response.body.count <= 1 << 20 else { return nil }
        let type = response.fields["Content-Type"] ?? ""
        if let value = try? document.parse(response.body) { return ErrorDetail.text(value) }
        return ErrorDetail.text(response.body, isHTML: type.lowercased().hasPrefix("text/html"))
    }
}

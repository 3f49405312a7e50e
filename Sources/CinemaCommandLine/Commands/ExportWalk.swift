import CinemaClient
import CinemaCore

/// Goes over the whole films of a result page by page, and sees to it that
/// none comes twice and none is left out.
struct ExportWalk {
    let query: FilmQuery
    let catalog: any Catalog
    /// The place of the next film in the result.
    private(set) var offset = 0
    /// How many films came.
    private(set) var count = 0
    private(set) var total: Count = .atLeast(0)
    /// What the rows lack, as the pages tell it.
    private(set) var origin: ResultOrigin?
    private var seen: Set<Int> = []
    private var isOver = false

    /// Few where each page is many requests to a server.
    var pageSize: Int { catalog.capabilities.countsExactly ? 500 : 50 }

    init(_ query: FilmQuery, in catalog: any Catalog) {
        self.query = query
        self.catalog = catalog
    }

    /// What is wrong with a page: the catalogue changed meanwhile.
    struct Change: Error {
        var sentence: String
    }

    /// Notes a film that an earlier export wrote, by the bytes of its id as
    /// they are in JSON.
    mutating func skip(_ id: some Sequence<UInt8>) {
        _ = note(id)
        offset += 1
        count += 1
    }

    /// The next films, or nil behind the last.
    mutating func next() async throws(CatalogError) -> Result<[Film], Change>? {
        guard !isOver else { return nil }
        let page = try await catalog.records(
            query, page: PageRequest(offset: offset, count: pageSize))
        if let missing = page.origin?.missing {
            throw CatalogError(
                .unavailable, source: try await catalog.summary().name,
                cause: Self.sentence(missing))
        }
        total = page.total
        origin = merged(page.origin)
        if page.items.isEmpty {
            isOver = true
            return end
        }
        for film in page.items where !note(Self.json(film.id.text)) {
            return .failure(
                Change(sentence: "\(film.title) (\(film.id.text)) came a second time"))
        }
        count += page.items.count
        let isShort = page.items.count < pageSize
        let lost = page.origin?.unreadableRows ?? 0
        offset += isShort && lost > 0 ? pageSize : page.items.count
        if case .exact(let total) = page.total, offset >= total { isOver = true }
        return .success(page.items)
    }

    /// Whether as many came as there are; nil where that is so.
    private var end: Result<[Film], Change>? {
        guard case .exact(let total) = total, count + (origin?.unreadableRows ?? 0) < total else {
            return nil
        }
        return .failure(
            Change(
                sentence:
                    "\(EnglishText.grouped(count)) of \(EnglishText.grouped(total)) films came"))
    }

    /// The id of a film as JSON has it, between its quotes.
    static func json(_ id: String) -> ArraySlice<UInt8> {
        var json = JSONWriter()
        json.array { $0.element(id) }
        return json.takeBytes().dropFirst(2).dropLast(2)
    }

    /// False where it was noted before. The ids themselves would take much
    /// memory; two of a million have the same hash once in ten million exports.
    private mutating func note(_ id: some Sequence<UInt8>) -> Bool {
        var hasher = Hasher()
        for byte in id { hasher.combine(byte) }
        return seen.insert(hasher.finalize()).inserted
    }

    private func merged(_ new: ResultOrigin?) -> ResultOrigin? {
        guard var new else { return origin }
        // What a page counts is either its own or that of all before it.
        new.unreadableRows = max(new.unreadableRows, origin?.unreadableRows ?? 0)
        return new
    }

    private static func sentence(_ missing: ResultOrigin.Missing) -> String {
        missing.parts > 0
            ? "\(missing.parts) of \(missing.of) shards did not answer"
            : "the server stopped looking after its time limit"
    }
}

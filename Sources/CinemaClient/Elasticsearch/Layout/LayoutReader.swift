internal import CinemaCore

/// Reads the layout from a server, with some small questions, those that do
/// not need each other's answers at once: a server that is far away is waited
/// for twice.
///
/// Only the mappings have to be had. Who may not read those is told the same
/// by `_field_caps`, as long as the configuration names the index.
struct LayoutReader {
    private let transport: any SearchTransport
    private let choice: IndexChoice
    private let name: String

    /// - Parameter name: What the header calls the source.
    init(
        transport: any SearchTransport, choice: IndexChoice = IndexChoice(),
        name: String = "the search server"
    ) {
        self.transport = transport
        self.choice = choice
        self.name = name
    }

    func layout() async throws(SearchFailure) -> IndexLayout {
        async let banner = answer(.banner)
        async let mappings = areAllChosen ? nil : answer(.mappings(nil))
        async let aliases = answer(.aliases(nil))
        async let counts = answer(.indices)
        var facts = IndexFacts(server: SearchServer(banner: try optional(await banner)?.root))
        try await readMappings(await mappings, &facts)
        if let aliases = try optional(await aliases) { facts.take(aliases: aliases.root) }
        if let counts = try optional(await counts) { facts.take(counts: counts.root) }
        var layout: IndexLayout
        do throws(LayoutDerivation.Failure) {
            layout = try LayoutDerivation(facts: facts).layout()
        } catch {
            throw SearchFailure(CatalogError(.unsupported, source: name, cause: error.cause))
        }
        let searches = Self.counting(layout)
        async let settings = answer(.settings(layout.films.name))
        async let totals = answer(.multiSearch(searches))
        if let settings = try optional(await settings) {
            layout.films.window = settings.root.smallestWindow ?? layout.films.window
        }
        if let totals = try optional(await totals) { Self.take(totals.root, &layout) }
        return layout
    }

    private var areAllChosen: Bool {
        choice.films != nil && choice.people != nil && choice.genres != nil
    }

    /// - Parameter all: The answer with the mappings of all indices, where they
    ///   were asked for.
    private func readMappings(
        _ all: Result<IndexAnswer, SearchFailure>?, _ facts: inout IndexFacts
    ) async throws(SearchFailure) {
        let chosen: [(IndexNameWords.Kind, String?)] = [
            (.films, choice.films), (.people, choice.people), (.genres, choice.genres),
        ]
        if let all {
            do throws(SearchFailure) {
                facts.take(mappings: try parsed(all).root)
            } catch {
                // Of one index it may be allowed all the same.
                guard choice.films != nil, error.isForbidden else { throw error }
            }
        }
        for case (let kind, let name?) in chosen {
            facts.chosen[kind] = IndexFacts.Chosen(
                name: name, indices: try await mapping(of: name, &facts))
        }
    }

    /// The indices behind a name that the configuration gives.
    private func mapping(
        of name: String, _ facts: inout IndexFacts
    ) async throws(SearchFailure) -> [String] {
        do throws(SearchFailure) {
            return facts.take(mappings: try parsed(await answer(.mappings(name))).root)
        } catch {
            if error.status == 404 { throw missing(name, facts) }
            guard error.isForbidden else { throw error }
            let capabilities = try parsed(await answer(.fieldCapabilities(name))).root
            let fields = capabilities["fields"]
            let indices = capabilities.elements(of: "indices").compactMap(\.string)
            let all = indices.isEmpty ? [name] : indices
            guard let fields else { throw error }
            for index in all { facts.mappings[index] = MappedField(capabilities: fields) }
            return all
        }
    }

    private func missing(_ wanted: String, _ facts: IndexFacts) -> SearchFailure {
        let names = facts.mappings.keys.filter { !$0.hasPrefix(".") }.sorted()
        let there = names.isEmpty ? "" : " (there are \(LayoutDerivation.list(names)))"
        return SearchFailure(
            CatalogError(
                .notFound, source: name,
                cause: "there is no index \(wanted)\(there); look at index_films, index_people"
                    + " and index_genres in the configuration"), status: 404)
    }

    /// The searches that count the documents of the indices.
    private static func counting(_ layout: IndexLayout) -> [IndexRequest.Search] {
        let body: SearchJSON = ["size": 0, "track_total_hits": true]
        let names = [layout.films.name, layout.people?.name, layout.genres?.name]
        return names.compactMap(\.self).map { IndexRequest.Search(index: $0, body: body) }
    }

    private static func take(_ answer: JSONValue, _ layout: inout IndexLayout) {
        let totals = answer.elements(of: "responses").map(\.totalHits)
        guard totals.count == counting(layout).count else { return }
        layout.films.documents = totals[0]
        var rest = totals.dropFirst()
        if layout.people != nil { layout.people?.documents = rest.popFirst() ?? nil }
        if layout.genres != nil { layout.genres?.documents = rest.popFirst() ?? nil }
    }

    /// Nil where the server does not want to tell; only one that does not
    /// answer at all is a failure.
    private func optional(
        _ answer: Result<IndexAnswer, SearchFailure>
    ) throws(SearchFailure) -> ParsedAnswer? {
        do throws(SearchFailure) {
            return try parsed(answer)
        } catch {
            guard error.status != nil, error.error.kind != .cancelled,
                error.status != 429, error.status != 503
            else { throw error }
            return nil
        }
    }

    private func parsed(
        _ answer: Result<IndexAnswer, SearchFailure>
    ) throws(SearchFailure) -> ParsedAnswer {
        try ParsedAnswer(try answer.get(), source: name)
    }

    private func answer(_ request: IndexRequest) async -> Result<IndexAnswer, SearchFailure> {
        do throws(SearchFailure) {
            return .success(try await transport.send(request))
        } catch {
            return .failure(error)
        }
    }
}

extension SearchFailure {
    fileprivate var isForbidden: Bool { status == 401 || status == 403 }
}

import CinemaCore

@testable import CinemaClient

/// The indices of a server, as its answers tell them.
struct IndexFixture {
    var banner =
        #"{"cluster_name": "films", "version": {"number": "8.12.1"}, "tagline": "You Know, for Search"}"#
    /// `properties` by index.
    var mappings: [String: String]
    /// Indices by alias.
    var aliases: [String: [String]] = [:]
    var filteredAliases: Set<String> = []
    var documents: [String: Int] = [:]
    var window: Int?

    var transport: AnsweringTransport {
        AnsweringTransport { request throws(SearchFailure) in try answer(request) }
    }

    func layout(_ choice: IndexChoice = IndexChoice()) async throws(SearchFailure) -> IndexLayout {
        try await LayoutReader(transport: transport, choice: choice, name: "index").layout()
    }

    func answer(_ request: IndexRequest) throws(SearchFailure) -> String {
        switch request {
        case .banner: banner
        case .mappings(let name): try mappings(name)
        case .aliases: aliasAnswer
        case .indices:
            "["
                + mappings.keys.sorted().map {
                    #"{"index": "\#($0)", "docs.count": "\#(documents[$0] ?? 0)"}"#
                }.joined(separator: ",") + "]"
        case .settings(let name):
            window.map {
                #"{"\#(name)": {"settings": {"index": {"max_result_window": "\#($0)"}}}}"#
            } ?? "{}"
        case .multiSearch(let searches):
            #"{"responses": ["#
                + searches.map { search in
                    let indices = aliases[search.index] ?? [search.index]
                    let total = indices.reduce(0) { $0 + (documents[$1] ?? 0) }
                    return #"{"hits": {"total": {"value": \#(total)}}}"#
                }.joined(separator: ",") + "]}"
        default: throw .refused(400, "not_in_this_fixture")
        }
    }

    private func mappings(_ name: String?) throws(SearchFailure) -> String {
        var wanted = mappings
        if let name {
            let indices = aliases[name] ?? [name]
            wanted = mappings.filter { indices.contains($0.key) }
            if wanted.isEmpty { throw .refused(404, "index_not_found_exception") }
        }
        let parts = wanted.map { #""\#($0)": {"mappings": {"properties": \#($1)}}"# }
        return "{" + parts.sorted().joined(separator: ",") + "}"
    }

    private var aliasAnswer: String {
        let parts = mappings.keys.sorted().map { index in
            let names = aliases.filter { $0.value.contains(index) }.keys.sorted()
            let own = names.map { name in
                let filter = #"{"filter": {"term": {"type": "movie"}}}"#
                return #""\#(name)": \#(filteredAliases.contains(name) ? filter : "{}")"#
            }
            return #""\#(index)": {"aliases": {\#(own.joined(separator: ","))}}"#
        }
        return "{" + parts.joined(separator: ",") + "}"
    }
}

extension IndexFixture {
    static let named =
        #"{"id": {"type": "keyword"}, "name": {"type": "text", "analyzer": "ru_en"}}"#
    static let fullNamed =
        #"{"id": {"type": "keyword"}, "full_name": {"type": "text", "analyzer": "ru_en"}}"#
    static let text = #"{"type": "text", "analyzer": "ru_en"}"#
    static let rawText =
        #"{"type": "text", "analyzer": "ru_en", "fields": {"raw": {"type": "keyword"}}}"#
    static let guessed =
        #"{"type": "text", "fields": {"keyword": {"type": "keyword", "ignore_above": 256}}}"#
    static let keyword = #"{"type": "keyword"}"#

    static func nested(_ properties: String) -> String {
        #"{"type": "nested", "dynamic": "strict", "properties": \#(properties)}"#
    }

    static func object(_ properties: String) -> String {
        #"{"properties": \#(properties)}"#
    }

    /// The seed project's own.
    static let seed = IndexFixture(
        mappings: [
            "movies": """
            {"id": \(keyword), "imdb_rating": {"type": "float"}, "title": \(rawText),
             "description": \(text), "creation_date": {"type": "date"},
             "genres": \(nested(#"{"id": \#(keyword), "name": \#(rawText)}"#)),
             "actors": \(nested(fullNamed)), "writers": \(nested(fullNamed)),
             "directors": \(nested(fullNamed))}
            """,
            "genres": #"{"id": \#(keyword), "name": \#(rawText)}"#,
            "persons": """
            {"id": \(keyword), "full_name": \(rawText), "role": \(rawText),
             "film_ids": \(keyword)}
            """,
        ], documents: ["movies": 999, "genres": 26, "persons": 4_166])

    /// One index, as many implementations have it.
    static let classic = IndexFixture(
        mappings: [
            "movies": """
            {"id": \(keyword), "imdb_rating": {"type": "float"}, "genre": \(keyword),
             "title": \(rawText), "description": \(text), "director": \(text),
             "actors_names": \(text), "writers_names": \(text),
             "actors": \(nested(named)), "writers": \(nested(named))}
            """
        ], documents: ["movies": 999])

    /// What a server guesses from documents.
    static let dynamic = IndexFixture(
        mappings: [
            "movies": """
            {"id": \(guessed), "imdb_rating": {"type": "float"}, "title": \(guessed),
             "description": \(guessed), "creation_date": {"type": "date"},
             "genres": \(object(#"{"id": \#(guessed), "name": \#(guessed)}"#)),
             "actors": \(object(#"{"id": \#(guessed), "full_name": \#(guessed)}"#)),
             "directors": \(object(#"{"id": \#(guessed), "full_name": \#(guessed)}"#))}
            """,
            "genres": #"{"id": \#(guessed), "name": \#(guessed)}"#,
            "persons": """
            {"id": \(guessed), "full_name": \(guessed), "role": \(guessed),
             "film_ids": \(guessed)}
            """,
        ], documents: ["movies": 999, "genres": 26, "persons": 4_166])
}

import CinemaCore
import Foundation

@testable import CinemaClient

/// What is known of indices of several layouts, as if it had been read.
enum QueryLayouts {
    private static let text =
        #"{"type": "text", "analyzer": "ru_en", "fields": {"raw": {"type": "keyword"}}}"#

    /// Nested genres and people with ids.
    static let nested = #"""
        {"id": {"type": "keyword"}, "title": \#(text), "imdb_rating": {"type": "float"},
        "creation_date": {"type": "date"}, "genres": \#(objects("name")),
        "actors": \#(objects("full_name")), "writers": \#(objects("full_name")),
        "directors": \#(objects("full_name"))}
        """#

    /// Names alone, with votes, years, countries.
    static let flat = #"""
        {"uuid": {"type": "keyword"}, "title": {"type": "text",
        "fields": {"keyword": {"type": "keyword", "ignore_above": 256}}},
        "rating": {"type": "double"}, "votes": {"type": "integer"}, "year": {"type": "integer"},
        "runtime": {"type": "integer"}, "genre": {"type": "keyword"},
        "director": {"type": "text"}, "actors_names": {"type": "text"},
        "country": {"type": "keyword"}, "type": {"type": "keyword"}}
        """#

    /// A title and nothing that can be sorted by.
    static let bare = #"{"title": {"type": "text"}, "genre": {"type": "text"}}"#

    /// The same with an analyzer that leaves words out.
    static let stopping =
        #"{"title": {"type": "text", "analyzer": "ru_en"}, "genre": {"type": "text"}}"#

    /// The same in words and in each two that stand side by side.
    static let shingles = #"{"title": {"type": "search_as_you_type"}, "genre": {"type": "text"}}"#

    /// People as keywords.
    static let wholeNames = #"{"title": \#(text), "actors": {"type": "keyword"}}"#

    private static func objects(_ name: String) -> String {
        #"""
        {"type": "nested", "properties": {"id": {"type": "keyword"}, "\#(name)": {"type": "text",
        "analyzer": "ru_en"}}}
        """#
    }

    static func knowledge(_ properties: String) async throws -> IndexKnowledge {
        let fixture = IndexFixture(mappings: ["movies": properties], documents: ["movies": 3])
        var knowledge = IndexKnowledge(layout: try await fixture.layout())
        knowledge.films = 3
        knowledge.standing.rating = 6.5
        knowledge.genres = GenreList([
            GenreList.Entry(id: "g1", name: "Drama", films: 2),
            GenreList.Entry(id: "g2", name: "Sci-Fi", films: 3),
        ])
        return knowledge
    }
}

extension SearchJSON {
    /// The members and elements on a path apart by dots: `sort.0.year`.
    func at(_ path: String) -> SearchJSON? {
        path.split(separator: ".").reduce(self as SearchJSON?) { value, key in
            if case .array(let elements)? = value {
                return Int(key).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
            }
            return value?[String(key)]
        }
    }

    var json: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether the key is anywhere within.
    func has(_ key: String) -> Bool {
        switch self {
        case .object(let members):
            members.contains { $0.key == key || $0.value.has(key) }
        case .array(let elements): elements.contains { $0.has(key) }
        default: false
        }
    }

    /// How many objects with one of the keys there are within.
    func count(_ keys: Set<String>) -> Int {
        switch self {
        case .object(let members):
            members.reduce(0) { $0 + (keys.contains($1.key) ? 1 : 0) + $1.value.count(keys) }
        case .array(let elements): elements.reduce(0) { $0 + $1.count(keys) }
        default: 0
        }
    }
}

import CinemaCore
import Testing

@testable import CinemaClient

@Suite("Totals and facets come in one search without rows")
struct FacetTests {
    private func body(_ text: String, _ layout: String) async throws -> SearchJSON {
        let question = FilmQuestion(FilmQuery(text), try await QueryLayouts.knowledge(layout))
        return FacetQuestion(plan: question, text: question.text).body
    }

    @Test("decades ignore the year filter and ratings the rating filter")
    func ownFilters() async throws {
        let body = try await body(
            "star year:1977..1983 rating:>=7 genre:drama", QueryLayouts.nested)
        let aggregations = try #require(body.at("aggs"))
        #expect(aggregations.at("decades.filter")?.has("imdb_rating") == true)
        #expect(aggregations.at("decades.filter")?.has("creation_date") == false)
        #expect(aggregations.at("ratings.filter")?.has("creation_date") == true)
        #expect(aggregations.at("ratings.filter")?.has("imdb_rating") == false)
        #expect(aggregations.at("all.filter")?.has("imdb_rating") == true)
        #expect(body.at("query")?.has("genres.id") == true)
        #expect(body.at("query")?.has("creation_date") == false)
    }

    @Test("films are counted once for a genre, though the document names it twice")
    func nestedGenres() async throws {
        let nested = try await body("", QueryLayouts.nested)
        #expect(nested.at("aggs.all.aggs.genres.nested.path") == "genres")
        #expect(
            nested.at("aggs.all.aggs.genres.aggs.values.aggs.films.reverse_nested") == [:])
        let flat = try await body("", QueryLayouts.flat)
        #expect(flat.at("aggs.all.aggs.genres.terms.field") == "genre")
        #expect(try await !body("", QueryLayouts.bare).has("genres"))
    }

    @Test("counts are read under the names that genres have, years as decades")
    func reading() async throws {
        let answer = #"""
            {"aggregations": {"all": {"doc_count": 5, "genres": {"doc_count": 9, "values":
            {"buckets": [{"key": "g2", "doc_count": 4, "films": {"doc_count": 3}},
            {"key": "new", "doc_count": 3, "films": {"doc_count": 3}},
            {"key": "g1", "doc_count": "4", "films": {"doc_count": 4}}, {"key": null}, 7]}}},
            "decades": {"doc_count": 5, "years": {"buckets": [
            {"key_as_string": "1977", "key": 220924800000, "doc_count": 2},
            {"key_as_string": "1971", "doc_count": 1}, {"key": 1990.0, "doc_count": 1},
            {"key_as_string": "x", "doc_count": 1}]}},
            "ratings": {"doc_count": 5, "ratings": {"buckets": {"7": {"doc_count": 2},
            "10": {"doc_count": 1}, "11": {"doc_count": 1}, "x": {}}}}}}
            """#
        let root = try JSONDocument().parse(Array(answer.utf8))
        let reader = FacetReader(knowledge: try await QueryLayouts.knowledge(QueryLayouts.nested))
        let facets = reader.facets(root)
        #expect(reader.total(root) == 5)
        #expect(facets.genres.map(\.genre.name) == ["Drama", "Sci-Fi", "new"])
        #expect(facets.genres.map(\.films) == [4, 3, 3])
        #expect(facets.decades.map(\.decade) == [1970, 1990])
        #expect(facets.decades.map(\.films) == [3, 1])
        #expect(facets.ratings == [0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 1])
    }

    @Test("an answer that makes no sense has no counts")
    func nonsense() async throws {
        let reader = FacetReader(knowledge: try await QueryLayouts.knowledge(QueryLayouts.nested))
        for text in ["{}", "[]", #"{"aggregations": 3}"#, #"{"aggregations": {"all": []}}"#] {
            let root = try JSONDocument().parse(Array(text.utf8))
            #expect(reader.facets(root) == FilmFacets())
            #expect(reader.total(root) == nil)
        }
    }
}

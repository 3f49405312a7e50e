import CinemaCore
import Testing

@testable import CinemaClient

struct FilmFieldTests {
    private func fields(_ properties: String) throws -> FilmFields {
        let document = JSONDocument()
        let value = try document.parse(Array(#"{"properties": \#(properties)}"#.utf8))
        return try #require(FilmFieldFinder(MappedField(mappings: value)).fields)
    }

    @Test func titlesByLanguageAreOneTitleAndOthers() throws {
        let fields = try fields(
            """
            {"uuid": {"type": "keyword"}, "original_title": {"type": "text"},
             "title": {"properties": {
                "ru": {"type": "text", "fields": {"raw": {"type": "keyword"}}},
                "en": {"type": "text", "fields": {"raw": {"type": "keyword"}}}}},
             "rating": {"properties": {"kp": {"type": "float"}, "imdb": {"type": "float"}}}}
            """)
        #expect(fields.id?.path == "uuid")
        #expect(fields.title.path == "title.en")
        #expect(fields.title.exact == "title.en.raw")
        #expect(fields.otherTitles.map(\.path) == ["title.ru", "original_title"])
        #expect(fields.rating?.path == "rating.imdb")
    }

    @Test func personsWithRolesAreOneList() throws {
        let fields = try fields(
            """
            {"film_id": {"type": "long"}, "film_title": {"type": "search_as_you_type"},
             "release_year": {"type": "short"},
             "persons": {"type": "nested", "properties": {
                "uuid": {"type": "keyword"}, "full_name": {"type": "text"},
                "role": {"type": "keyword"}}}}
            """)
        #expect(fields.id?.kind == .integer)
        #expect(fields.id?.exact == "film_id")
        #expect(fields.title.kind == .searchAsYouType)
        #expect(fields.year?.kind == .integer)
        #expect(fields.persons?.name.path == "persons.full_name")
        #expect(fields.persons?.id?.path == "persons.uuid")
        #expect(fields.personsRole?.path == "persons.role")
        #expect(fields.people.isEmpty)
        #expect(fields.rowKeys.contains("persons"))
    }

    @Test func whatIsNotIndexedIsNotSearched() throws {
        let fields = try fields(
            """
            {"title": {"type": "text"}, "description": {"type": "text", "index": false},
             "rating": {"type": "float", "doc_values": false},
             "year": {"type": "integer", "index": false},
             "genres": {"type": "object", "enabled": false},
             "genres_names": {"type": "keyword", "normalizer": "folded"},
             "actors": {"type": "nested", "properties": {
                "id": {"type": "keyword", "index": false},
                "name": {"type": "text", "index": false}}},
             "actors_names": {"type": "text"}}
            """)
        #expect(fields.description?.kind == .unsearchable)
        #expect(fields.rating?.exact == nil)
        #expect(fields.year?.kind == .unsearchable)
        #expect(fields.genres.first?.key == "genres_names")
        #expect(fields.genres.first?.name.exactFolds == true)
        #expect(fields.people[.actor]?.map(\.key) == ["actors_names", "actors"])
    }

    @Test func wholeValuesAreTakenUnfoldedAndUncut() throws {
        let fields = try fields(
            """
            {"title": {"type": "text", "fields": {
                "lower": {"type": "keyword", "normalizer": "lowercase"},
                "short": {"type": "keyword", "ignore_above": 50},
                "sort": {"type": "keyword", "ignore_above": 500},
                "stemmed": {"type": "text"}}}}
            """)
        #expect(fields.title.exact == "title.sort")
        #expect(fields.title.exactLimit == 500)
        #expect(!fields.title.exactFolds)
    }

    @Test func aliasOfAFieldIsTheField() throws {
        let fields = try fields(
            """
            {"caption": {"type": "text", "fields": {"raw": {"type": "keyword"}}},
             "title": {"type": "alias", "path": "caption"},
             "score_imdb": {"type": "float"}, "rating": {"type": "alias", "path": "score_imdb"}}
            """)
        #expect(fields.title.path == "caption")
        #expect(fields.rating?.path == "score_imdb")
    }

    @Test func misspeltAndCamelKeysAreFound() throws {
        let fields = try fields(
            """
            {"title": {"type": "text"}, "imdbRating": {"type": "float"},
             "releaseDate": {"type": "date"}, "ganres": {"type": "keyword"},
             "actorsNames": {"type": "text"}}
            """)
        #expect(fields.rating?.path == "imdbRating")
        #expect(fields.year?.path == "releaseDate")
        #expect(fields.genres.map(\.key) == ["ganres"])
        #expect(fields.people[.actor]?.map(\.key) == ["actorsNames"])
    }

    @Test func flattenedObjectsAreKeywords() throws {
        let fields = try fields(
            #"{"title": {"type": "text"}, "genres": {"type": "flattened"}}"#)
        #expect(fields.genres.first?.name.exact == "genres.name")
        #expect(fields.genres.first?.name.kind == .keyword)
    }

    @Test func mappingsOfOlderServersHaveATypeAround() throws {
        let document = JSONDocument()
        let value = try document.parse(
            Array(#"{"film": {"properties": {"title": {"type": "text"}}}}"#.utf8))
        #expect(FilmFieldFinder(MappedField(mappings: value)).fields?.title.path == "title")
    }

    @Test func indicesBehindOneNameAreAsGoodAsTheWorst() throws {
        var server = IndexFixture(mappings: [
            "films-1":
                #"{"title": {"type": "text"}, "genre": {"type": "text"}, "id": {"type": "keyword"}}"#,
            "films-2": """
            {"title": \(IndexFixture.rawText), "genre": {"type": "keyword"},
             "id": {"type": "keyword"}, "rating": {"type": "float"}}
            """,
        ])
        server.aliases = ["films": ["films-1", "films-2"]]
        var facts = IndexFacts(server: SearchServer(banner: nil))
        let document = JSONDocument()
        facts.take(mappings: try document.parse(Array(try server.answer(.mappings(nil)).utf8)))
        let fields = try #require(
            FilmFieldFinder(facts.document(of: ["films-1", "films-2"])).fields)
        #expect(fields.title.exact == nil)
        #expect(fields.genres.first?.name.kind == .text)
        #expect(fields.genres.first?.name.exact == nil)
        #expect(fields.id?.exact == "id")
        #expect(fields.rating?.exact == "rating")
    }
}

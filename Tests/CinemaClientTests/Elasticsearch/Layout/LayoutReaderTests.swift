import CinemaCore
import Testing

@testable import CinemaClient

struct LayoutReaderTests {
    private typealias Fixture = IndexFixture

    @Test func seedIsReadWhole() async throws {
        let layout = try await IndexFixture.seed.layout()
        #expect(layout.server.distribution == .elasticsearch)
        #expect(layout.server.pointInTime == .elasticsearch)
        #expect(layout.server.cluster == "films")
        #expect(layout.films.name == "movies")
        #expect(layout.films.documents == 999)
        #expect(layout.people?.name == "persons")
        #expect(layout.people?.label.path == "full_name")
        #expect(layout.people?.label.exact == "full_name.raw")
        #expect(layout.people?.documents == 4_166)
        #expect(layout.genres?.name == "genres")
        #expect(layout.genres?.documents == 26)
        #expect(layout.remarks == [])
        let fields = layout.films.fields
        #expect(fields.id?.exact == "id")
        #expect(fields.title.path == "title")
        #expect(fields.title.kind == .text)
        #expect(fields.title.exact == "title.raw")
        #expect(fields.title.analyzer == "ru_en")
        #expect(fields.rating?.kind == .decimal)
        #expect(fields.year?.kind == .date)
        #expect(fields.year?.path == "creation_date")
        let genres = try #require(fields.genres.first)
        #expect(genres.key == "genres")
        #expect(genres.name.path == "genres.name")
        #expect(genres.name.exact == "genres.name.raw")
        #expect(genres.name.nested == "genres")
        #expect(genres.id?.exact == "genres.id")
        let actors = try #require(fields.people[.actor]?.first)
        #expect(actors.name.path == "actors.full_name")
        #expect(actors.name.exact == nil)
        #expect(actors.id?.nested == "actors")
        #expect(
            fields.rowKeys == [
                "id", "title", "creation_date", "imdb_rating", "genres", "directors",
            ])
    }

    @Test func classicHasObjectsBeforeNames() async throws {
        let layout = try await IndexFixture.classic.layout()
        #expect(layout.people == nil)
        #expect(layout.genres == nil)
        let fields = layout.films.fields
        #expect(fields.genres.map(\.key) == ["genre"])
        #expect(fields.genres[0].name.kind == .keyword)
        #expect(fields.genres[0].name.exact == "genre")
        #expect(fields.people[.actor]?.map(\.key) == ["actors", "actors_names"])
        #expect(fields.people[.director]?.map(\.key) == ["director"])
        #expect(fields.people[.director]?[0].name.kind == .text)
        #expect(fields.people[.director]?[0].name.exact == nil)
        #expect(fields.year == nil)
        #expect(
            layout.remarks == [
                "people are gathered from the films", "genres are gathered from the films",
            ])
    }

    @Test func guessedMappingHasKeywordSubfields() async throws {
        let layout = try await IndexFixture.dynamic.layout()
        let fields = layout.films.fields
        #expect(fields.id?.exact == "id.keyword")
        #expect(fields.title.exact == "title.keyword")
        #expect(fields.title.exactLimit == 256)
        #expect(fields.genres[0].name.nested == nil)
        #expect(fields.genres[0].name.exact == "genres.name.keyword")
        #expect(layout.people?.id?.exact == "id.keyword")
        #expect(layout.genres?.label.exact == "name.keyword")
    }

    @Test func aliasesComeBeforeTheirIndices() async throws {
        var server = IndexFixture.seed
        for name in ["movies", "genres", "persons"] {
            server.mappings["\(name)_v2"] = server.mappings[name]
            server.mappings["\(name)_v1"] = server.mappings[name]
            server.mappings[name] = nil
            server.aliases[name] = ["\(name)_v2"]
            server.documents["\(name)_v2"] = 10
            server.documents["\(name)_v1"] = 10
        }
        let layout = try await server.layout()
        #expect(layout.films.name == "movies")
        #expect(layout.films.indices == ["movies_v2"])
        #expect(layout.people?.name == "persons")
        #expect(layout.genres?.name == "genres")
        #expect(
            layout.remarks.first
                == "films are read from movies; there is also movies_v1"
                + " (index_films in the configuration names another)")
    }

    @Test func newestVersionCountsUnlessItIsNearlyEmpty() async throws {
        let movies = try #require(IndexFixture.seed.mappings["movies"])
        var server = IndexFixture(
            mappings: ["movies_v9": movies, "movies_v10": movies],
            documents: ["movies_v9": 900, "movies_v10": 999])
        #expect(try await server.layout().films.name == "movies_v10")
        server.documents["movies_v10"] = 3
        #expect(try await server.layout().films.name == "movies_v9")
        server = IndexFixture(
            mappings: ["movies-2023.12": movies, "movies-2024.01": movies],
            documents: ["movies-2023.12": 900, "movies-2024.01": 900])
        #expect(try await server.layout().films.name == "movies-2024.01")
    }

    @Test(arguments: [
        ("movies", "persons", "genres"), ("films", "people", "genre"), ("film", "person", "ganres"),
        ("shows", "actors", "genres_v3"), ("cinema-titles", "prod_persons", "cinema.genres"),
        ("moveis", "persnos", "ganres"), ("imdb_top", "persons_v2", "film_genres"),
    ])
    func indicesAreFoundByWhateverName(films: String, people: String, genres: String) async throws {
        let seed = IndexFixture.seed
        let server = IndexFixture(mappings: [
            films: try #require(seed.mappings["movies"]),
            people: try #require(seed.mappings["persons"]),
            genres: try #require(seed.mappings["genres"]),
            "users": #"{"id": {"type": "keyword"}, "name": {"type": "text"}}"#,
            ".kibana_1": try #require(seed.mappings["movies"]),
            "logs-2024.01": #"{"message": {"type": "text"}, "title": {"type": "text"}}"#,
        ])
        let layout = try await server.layout()
        #expect(layout.films.name == films)
        #expect(layout.people?.name == people)
        #expect(layout.genres?.name == genres)
    }

    @Test func aliasOverEverythingIsNotTheFilms() async throws {
        var server = IndexFixture.seed
        server.aliases["everything"] = ["movies", "persons", "genres"]
        server.aliases["good_movies"] = ["movies"]
        server.filteredAliases = ["good_movies"]
        let layout = try await server.layout()
        #expect(layout.films.name == "movies")
        #expect(layout.people?.name == "persons")
    }

    @Test func configurationNamesIndices() async throws {
        var server = IndexFixture.seed
        server.mappings["archive"] = server.mappings["movies"]
        server.mappings["zoo"] = IndexFixture.named
        server.documents["archive"] = 5
        let choice = IndexChoice(films: "archive", people: "zoo", genres: "zoo")
        let layout = try await server.layout(choice)
        #expect(layout.films.name == "archive")
        #expect(layout.films.documents == 5)
        #expect(layout.people?.name == "zoo")
        #expect(layout.genres?.name == "zoo")
        let error = await #expect(throws: SearchFailure.self) {
            try await server.layout(IndexChoice(films: "archives"))
        }
        #expect(
            error?.error.sentence
                == "index: there is no index archives (there are archive, genres, movies, persons,"
                + " zoo); look at index_films, index_people and index_genres in the configuration")
        let other = await #expect(throws: SearchFailure.self) {
            try await server.layout(IndexChoice(films: "persons"))
        }
        #expect(other?.error.cause.hasPrefix("the index persons has no field") == true)
    }

    @Test func serverWithoutFilmsSaysWhatThereIs() async throws {
        let logs = IndexFixture(mappings: [
            "logs": #"{"message": {"type": "text"}}"#, "users": IndexFixture.named,
        ])
        let error = await #expect(throws: SearchFailure.self) { try await logs.layout() }
        #expect(error?.error.kind == .unsupported)
        #expect(
            error?.error.sentence
                == "index: no index looks like one of films (logs, users);"
                + " name it in the configuration: index_films = \"…\"")
        let empty = await #expect(throws: SearchFailure.self) {
            try await IndexFixture(mappings: [:]).layout()
        }
        #expect(empty?.error.cause.hasPrefix("no index is open") == true)
    }

    @Test func serverThatDoesNotAnswerIsAFailure() async {
        let transport = AnsweringTransport { _ throws(SearchFailure) in throw .unreachable }
        let error = await #expect(throws: SearchFailure.self) {
            try await LayoutReader(transport: transport).layout()
        }
        #expect(error == .unreachable)
    }

    @Test func whoMayOnlySearchIsAnsweredToo() async throws {
        let transport = AnsweringTransport { request throws(SearchFailure) in
            guard case .fieldCapabilities("movies") = request else {
                throw .refused(403, "security_exception")
            }
            return """
                {"indices": ["movies_v2"], "fields": {
                 "_id": {"_id": {"searchable": true, "aggregatable": false}},
                 "id": {"keyword": {"searchable": true, "aggregatable": true}},
                 "title": {"text": {"searchable": true, "aggregatable": false}},
                 "title.raw": {"keyword": {"searchable": true, "aggregatable": true}},
                 "genres": {"nested": {"searchable": false, "aggregatable": false}},
                 "genres.id": {"keyword": {"searchable": true, "aggregatable": true}},
                 "genres.name": {"text": {"searchable": true, "aggregatable": false}},
                 "genres.name.raw": {"keyword": {"searchable": true, "aggregatable": true}},
                 "directors.name": {"text": {"searchable": true, "aggregatable": false}}}}
                """
        }
        let reader = LayoutReader(transport: transport, choice: IndexChoice(films: "movies"))
        let layout = try await reader.layout()
        #expect(layout.films.indices == ["movies_v2"])
        #expect(layout.films.fields.title.exact == "title.raw")
        #expect(layout.films.fields.genres.first?.name.exact == "genres.name.raw")
        #expect(layout.films.fields.genres.first?.name.nested == "genres")
        #expect(layout.films.fields.people[.director]?.first?.name.nested == nil)
    }

    @Test(
        arguments: [
            // The address of a point in time is that of a new document there.
            (#"{"version": {"number": "7.10.2"}}"#, "7.10.2", nil),
            (#"{"version": {"number": "7.11.2"}}"#, "7.11.2", nil),
            (#"{"version": {"number": "6.8.23"}}"#, "6.8.23", nil),
            ("{}", "", nil),
            (
                #"{"version": {"number": "7.12.0"}}"#, "7.12.0", PointInTime.Style.elasticsearch
            ),
            (#"{"version": {"distribution": "opensearch", "number": "2.3.0"}}"#, "2.3.0", nil),
            (
                #"{"version": {"distribution": "opensearch", "number": "2.19.1"}}"#, "2.19.1",
                .openSearch
            ),
            (#"{"version": {"distribution": "opensearch", "number": "1.3.0"}}"#, "1.3.0", nil),
            (
                #"{"version": {"number": "7.10.2"}, "tagline": "The OpenSearch Project: https://opensearch.org/"}"#,
                "7.10.2", .openSearch
            ),
            (#"{"version": {"number": "9.0.0-beta1"}}"#, "9.0.0-beta1", .elasticsearch),
        ] as [(String, String, PointInTime.Style?)])
    func bannerTellsTheVersion(
        banner: String, version: String, pointInTime: PointInTime.Style?
    ) async throws {
        var server = IndexFixture.classic
        server.banner = banner
        let layout = try await server.layout()
        #expect(layout.server.version == version)
        #expect(layout.server.pointInTime == pointInTime)
    }

    @Test func windowIsTheServersOwn() async throws {
        var server = IndexFixture.classic
        #expect(try await server.layout().films.window == 10_000)
        server.window = 500
        #expect(try await server.layout().films.window == 500)
    }
}

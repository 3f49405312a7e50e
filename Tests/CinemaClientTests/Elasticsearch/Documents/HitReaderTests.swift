import CinemaCore
import Testing

@testable import CinemaClient

struct HitReaderTests {
    private func hit(_ json: String, _ server: IndexFixture = .seed) async throws -> IndexHit {
        var reader = HitReader(try await server.layout())
        let document = JSONDocument()
        return reader.hit(try document.parse(Array(json.utf8)))
    }

    @Test func filmOfTheSeed() async throws {
        let hit = try await hit(
            """
            {"_index": "movies", "_id": "f1", "_score": null, "sort": ["a", 7.5, 9223372036854775807, null],
             "_source": {"id": "f1", "title": "Star Slammer", "imdb_rating": 3.5,
             "creation_date": "1986-05-01", "genres": [{"id": "g1", "name": "Action"}],
             "actors": [{"id": "p1", "full_name": "Ross Hagen"}], "writers": [],
             "directors": [{"id": "p2", "full_name": "Fred Olen Ray"}]}}
            """)
        let film = try #require(hit.film)
        #expect(film.id == "f1")
        #expect(film.title == "Star Slammer")
        #expect(film.year == 1986)
        #expect(film.rating == Rating(3.5))
        #expect(film.genres == [FilmRecord.Name(id: "g1", name: "Action")])
        #expect(film.credits.map(\.person.name) == ["Fred Olen Ray", "Ross Hagen"])
        #expect(hit.sort == ["a", 7.5, .integer(.max), .null])
        #expect(hit.problems == [])
    }

    @Test func genresToldByTheirIDsHaveTheirNames() async throws {
        let genres = GenreNames([
            GenreRecord(id: "g1", name: "Action"), GenreRecord(id: "War", name: "War"),
        ])
        var reader = HitReader(try await IndexFixture.seed.layout(), genres: genres)
        let document = JSONDocument()
        for told in [#"["g1", "War"]"#, #"[{"id": "g1"}, {"name": "War"}]"#] {
            let json = """
                {"_index": "movies", "_id": "f1",
                 "_source": {"id": "f1", "title": "Alien", "genres": \(told)}}
                """
            let hit = reader.hit(try document.parse(Array(json.utf8)))
            #expect(hit.film?.genres.map(\.name) == ["Action", "War"])
        }
    }

    @Test func filmWithoutIDIsKnownByItsDocument() async throws {
        let hit = try await hit(
            #"{"_index": "movies", "_id": "77", "_source": {"title": "Alien"}}"#, .classic)
        #expect(hit.film?.id == "77")
    }

    @Test func whatIsNoFilmSaysWhy() async throws {
        let hit = try await hit(#"{"_index": "movies", "_id": "77", "_source": {"id": "x"}}"#)
        #expect(hit.film == nil)
        #expect(hit.problems == ["title: missing"])
    }

    @Test func personTellsFilmsInAnyShape() async throws {
        let shapes = [
            #"{"id": "p1", "full_name": "Ann Lee", "films": [{"uuid": "f1", "roles": ["actor"]}]}"#,
            #"{"id": "p1", "full_name": "Ann Lee", "role": ["actor"], "film_ids": ["f1"]}"#,
            #"{"id": "p1", "full_name": "Ann Lee", "actor": ["f1"], "writer": []}"#,
        ]
        for shape in shapes {
            let hit = try await hit(#"{"_index": "persons", "_id": "1", "_source": \#(shape)}"#)
            let person = try #require(hit.entity)
            #expect(person.id == "p1")
            #expect(person.name == "Ann Lee")
            #expect(person.films == [EntityRecord.Film(id: "f1", roles: ["actor"])])
        }
    }

    @Test func genreHasADescription() async throws {
        let hit = try await hit(
            #"{"_index": "genres", "_id": "1", "_source": {"id": "g1", "name": "War", "description": "Guns"}}"#
        )
        #expect(hit.entity?.id == "g1")
        #expect(hit.entity?.description == "Guns")
    }

    @Test func entityWithoutIDIsKnownByItsDocument() async throws {
        let hit = try await hit(#"{"_index": "genres", "_id": "1", "_source": {"name": "War"}}"#)
        #expect(hit.entity?.id == "1")
    }

    @Test func keysOfTheMappingAreRead() async throws {
        let server = IndexFixture(mappings: [
            "films": """
            {"filmId": {"type": "long"}, "filmTitle": {"type": "text"},
             "imdbRating": {"type": "float"}, "releaseDate": {"type": "date"},
             "ganres": {"type": "keyword"}, "actorsNames": {"type": "text"},
             "voteCount": {"type": "integer"}}
            """
        ])
        let hit = try await hit(
            """
            {"_index": "films", "_id": "a", "_source": {"filmId": 12, "filmTitle": "Alien",
             "imdbRating": "8.5", "releaseDate": "1979-05-25T00:00:00Z", "ganres": ["Horror"],
             "actorsNames": ["Sigourney Weaver"], "voteCount": 5}}
            """, server)
        let film = try #require(hit.film)
        #expect(film.id == "12")
        #expect(film.title == "Alien")
        #expect(film.rating == Rating(8.5))
        #expect(film.released == "1979-05-25")
        #expect(film.genres.map(\.name) == ["Horror"])
        #expect(film.credits.map(\.person.name) == ["Sigourney Weaver"])
        #expect(film.reviews == 5)
    }

    @Test func titlesByLanguageAndPersonsWithRoles() async throws {
        let hit = try await hit(
            """
            {"_index": "movies", "_id": "f1", "_source": {"title": {"ru": "Чужой", "en": "Alien"},
             "rating": {"kp": 8.1, "imdb": 8.5}, "persons": [
             {"id": "p1", "name": "Ridley Scott", "role": "director"},
             {"id": "p2", "name": "Sigourney Weaver", "roles": ["actor"]},
             {"id": "p3", "name": "Ron Cobb"}]}}
            """, .classic)
        let film = try #require(hit.film)
        #expect(film.title == "Alien")
        #expect(film.rating == Rating(8.5))
        #expect(film.credits.map(\.role) == [.director, .actor, .unknown])
    }
}

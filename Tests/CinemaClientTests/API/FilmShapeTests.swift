import CinemaCore
import Testing

@testable import CinemaClient

@Suite("Films in every shape that services give them")
struct FilmShapeTests {
    static let id = "0312ed51-8833-413f-bff5-0e139c11264a"

    private func film(
        _ json: String, genres: [String: String] = [:]
    ) throws -> (film: FilmRecord?, problems: [String]) {
        var normalizer = APINormalizer()
        normalizer.genreNames = genres
        let film = normalizer.film(try JSONDocument().parse(Array(json.utf8)))
        return (film, normalizer.problems)
    }

    @Test(
        "one film, told in many ways, is one film",
        arguments: [
            """
            {"id":"ID","title":"Star","imdb_rating":8.5,"description":"D","genres":[{"id":"g","name":"War"}],
             "directors":[{"id":"d","full_name":"A B"}],"actors":[{"id":"p","full_name":"C D"}],"writers":[]}
            """,
            """
            {"uuid":"ID","title":"Star","imdb_rating":"8.5","description":"D","genre":[{"uuid":"g","name":"War"}],
             "directors":[{"uuid":"d","full_name":"A B"}],"actors":[{"uuid":"p","full_name":"C D"}],"writers":null}
            """,
            """
            {"film_uuid":"ID","name":"Star","rating":8.5,"description":"D","genres":[{"id":"g","genre":"War"}],
             "director":{"id":"d","first_name":"A","last_name":"B"},"cast":[{"id":"p","name":"C D"}]}
            """,
            """
            {"_id":"x","_source":{"id":"ID","title":"Star","imdb_rating":8.5,"description":"D",
             "genres":[{"id":"g","name":"War"}],"genre":["War"],"directors_names":["A B"],
             "directors":[{"id":"d","name":"A B"}],"actors_names":["C D"],"actors":[{"id":"p","name":"C D"}]}}
            """,
            """
            {"data":{"id":7,"uuid":"ID","title":"Star","imdb_rating":8.5,"rating":"PG","description":"D",
             "genres":[{"id":"g"}],"persons":[{"id":"d","name":"A B","role":"director"},
             {"id":"p","name":"C D","role":["Actors"]}]}}
            """,
        ])
    func oneFilm(_ json: String) throws {
        let json = json.replacing("ID", with: Self.id)
        let film = try #require(try film(json, genres: ["g": "War"]).film)
        #expect(film.id == Self.id)
        #expect(film.title == "Star")
        #expect(film.rating?.tenths == 85)
        #expect(film.description == "D")
        #expect(film.genres == [FilmRecord.Name(id: "g", name: "War")])
        #expect(
            film.credits == [
                FilmRecord.Credit(person: FilmRecord.Name(id: "d", name: "A B"), role: .director),
                FilmRecord.Credit(person: FilmRecord.Name(id: "p", name: "C D"), role: .actor),
            ])
    }

    @Test(
        "genres and directors may be texts",
        arguments: [
            #"{"id":"1","title":"T","genre":"War, Drama","director":"A B"}"#,
            #"{"id":"1","title":"T","genres":["War","Drama"],"directors":["A B"]}"#,
            #"{"id":"1","title":"T","genres":["War","Drama"],"directors":null,"directors_names":["A B"]}"#,
        ])
    func texts(_ json: String) throws {
        let film = try #require(try film(json).film)
        #expect(film.genres.map(\.name) == ["War", "Drama"])
        #expect(film.credits.map(\.person.name) == ["A B"])
    }

    @Test("commas part people only where every part is a whole name")
    func commas() throws {
        let two = try film(#"{"title":"T","director":"George Lucas, Irvin Kershner"}"#)
        #expect(two.film?.credits.map(\.person.name) == ["George Lucas", "Irvin Kershner"])
        let one = try film(#"{"title":"T","director":"Robert Downey, Jr."}"#)
        #expect(one.film?.credits.map(\.person.name) == ["Robert Downey, Jr."])
    }

    @Test("of two ids the UUID names the film, and the other one is kept")
    func twoIDs() throws {
        let film = try #require(try film(#"{"id":12,"uuid":"\#(Self.id)","title":"T"}"#).film)
        #expect(film.id == Self.id && film.otherID == "12")
    }

    @Test("a day may come with a time, and gives the year")
    func days() throws {
        let film = try #require(
            try film(#"{"title":"T","creation_date":"1977-05-25T00:00:00Z"}"#).film)
        #expect(film.released == "1977-05-25" && film.year == 1_977)
    }

    @Test("what is of the wrong type is told by its path, and the rest is kept")
    func wrongTypes() throws {
        let (film, problems) = try film(
            #"{"id":[],"title":"T","imdb_rating":{},"genres":[{"id":"g"},"War"],"actors":7,"writers":[[]]}"#
        )
        #expect(film?.genres.map(\.name) == ["War"])
        let paths = problems.map { String($0.prefix { $0 != ":" }) }
        #expect(paths == ["id", "imdb_rating", "genres[0]", "writers[0]", "actors"])
    }

    @Test(
        "a list may be bare or in an envelope, and null or absent is empty",
        arguments: [
            (#"[{"id":"1","title":"T"}]"#, 1, nil), ("null", 0, nil), ("[]", 0, nil),
            (#"{"count":7,"next":"x","results":[{"id":"1","title":"T"}]}"#, 1, 7),
            (#"{"items":[{"id":"1","title":"T"}],"total":"9","page":1,"size":1}"#, 1, 9),
            (#"{"total_count":3,"records":[]}"#, 0, 3), (#"{"items":null,"total":0}"#, 0, 0),
            (#"{"hits":{"total":{"value":5},"hits":[{"_source":{"id":"1","title":"T"}}]}}"#, 1, 5),
            (#"{"tags":["a","b"],"results":[{"id":"1","title":"T"}]}"#, 1, nil),
        ] as [(String, Int, Int?)])
    func lists(_ json: String, _ rows: Int, _ total: Int?) throws {
        var normalizer = APINormalizer()
        let page = try #require(normalizer.films(try JSONDocument().parse(Array(json.utf8))))
        #expect(page.records.count == rows)
        #expect(page.total == total)
    }

    @Test("what is no list is none", arguments: [#"{"detail":"x"}"#, "7", #""text""#, "{}"])
    func noList(_ json: String) throws {
        var normalizer = APINormalizer()
        #expect(normalizer.films(try JSONDocument().parse(Array(json.utf8))) == nil)
    }

    @Test("a row without id or title is counted, and its neighbours are shown")
    func brokenRows() throws {
        var normalizer = APINormalizer()
        let json = #"[{"id":"1","title":"A"},7,{"id":"2"},{"title":"B"},{"id":"3","title":"C"}]"#
        let page = try #require(normalizer.films(try JSONDocument().parse(Array(json.utf8))))
        #expect(page.records.map(\.title) == ["A", "C"])
        #expect(page.unreadableRows == 3)
        #expect(normalizer.problems.first == "[1].the line is not a JSON object")
    }

    @Test("hostile sizes are cut")
    func sizes() throws {
        let long = String(repeating: "x", count: 200_000)
        let (film, problems) = try film(
            #"{"id":"\#(long)","title":"T","description":"\#(long)","director":"\#(long)"}"#)
        #expect(film?.id == nil)
        #expect(film?.description?.utf8.count == FilmRecordReader.longestText)
        #expect(film?.credits.isEmpty == true)
        #expect(problems.count == 3)
    }
}

import CinemaCore
import Testing

@testable import CinemaClient

@Suite("A query is put to an index of any layout")
struct FilmQuestionTests {
    private func body(_ text: String, _ layout: String) async throws -> SearchJSON {
        FilmQuestion(FilmQuery(text), try await QueryLayouts.knowledge(layout)).result()
            .firstRows(size: 10)
    }

    private func ignored(_ text: String, _ layout: String) async throws -> [String] {
        FilmQuestion(FilmQuery(text), try await QueryLayouts.knowledge(layout)).ignored
    }

    // MARK: Text

    @Test("five tiers of constant scores make the order, each by its name")
    func tiers() async throws {
        let body = try await body("star wars", QueryLayouts.nested)
        #expect(!body.has("_name"), "a row costs more with the names of what it meets")
        let knowledge = try await QueryLayouts.knowledge(QueryLayouts.nested)
        let query = FilmQuestion(FilmQuery("star wars"), knowledge).result().query
        guard case .array(let tiers)? = query.at("dis_max.queries") else {
            return #expect(Bool(false), "no tiers")
        }
        let names = tiers.map { $0.at("constant_score._name")?.json ?? "" }
        #expect(names == [#""exact""#, #""beginning""#, #""words""#, #""people""#, #""anywhere""#])
        #expect(
            tiers.map { $0.at("constant_score.boost")?.json ?? "" } == ["5", "4", "3", "2", "1"])
        #expect(body.at("sort.0._score.order") == "desc")
        #expect(body.at("track_total_hits") == true)
    }

    @Test("where no whole titles are at hand the shortest with the phrase is first")
    func shortestFirst() async throws {
        let query = try await body("the star trek", QueryLayouts.bare).at("query")
        let first = try #require(query?.at("dis_max.queries.0.bool"))
        #expect(
            first.at("must.0.constant_score.filter.match_phrase.title.query") == "star trek")
        #expect(first.at("must.0.constant_score.boost") == 4)
        // Short of the next tier.
        #expect(first.at("should.0.match_phrase.title.boost") == 0.01)
        // Words that an analyzer leaves out count for no length.
        let span = try #require(first.at("should.1.constant_score.filter.span_first"))
        #expect(span.at("end") == 2)
        #expect(span.at("match.span_multi.match.regexp.title.value")?.json.contains("]?[a") == true)
        let short = try await body("st", QueryLayouts.bare)
        #expect(!short.json.contains("span_first"))
        let whole = try await body("the star trek", QueryLayouts.nested)
        #expect(!whole.json.contains("0.01"))
    }

    @Test("where no whole titles are at hand accents and marks are looked for as they were typed")
    func typed() async throws {
        let json = try await body("Teräs Käsi", QueryLayouts.bare).json
        #expect(json.contains(#""match_phrase":{"title":{"query":"teras kasi"}}"#))
        #expect(json.contains(#""match_phrase":{"title":{"query":"Teräs Käsi"}}"#))
        #expect(try await body("bell's", QueryLayouts.bare).json.contains(#"{"query":"bell's"}"#))
        // What is more than words, or another text, is not.
        for text in ["\"Teräs\" Käsi", "Teräs -Käsi"] {
            #expect(try await !body(text, QueryLayouts.bare).json.contains("Teräs"), "\(text)")
        }
        let knowledge = try await QueryLayouts.knowledge(QueryLayouts.bare)
        let rescued = FilmQuery("Teräs").reading(QuerySyntax.searchText("star"))
        #expect(!FilmQuestion(rescued, knowledge).films().json.contains("Teräs"))
        #expect(try await !body("Teräs", QueryLayouts.nested).json.contains("Teräs"))
    }

    @Test("scores compare between shards where the server's own are part of the order")
    func scoring() async throws {
        func scoring(_ text: String, _ layout: String) async throws -> IndexRequest.Scoring {
            FilmQuestion(FilmQuery(text), try await QueryLayouts.knowledge(layout)).result()
                .scoring
        }
        for text in ["star trek", "star sort:rating", "star genre:fi -wars"] {
            #expect(try await scoring(text, QueryLayouts.bare) == .byIndex, "\(text)")
            #expect(try await scoring(text, QueryLayouts.nested) == .byShard, "\(text)")
            #expect(try await scoring(text, QueryLayouts.shingles) == .byShard, "\(text)")
        }
        for text in ["", "genre:fi", "-star", "*?"] {
            #expect(try await scoring(text, QueryLayouts.bare) == .byShard, "\(text)")
        }
    }

    @Test("two words side by side tell a whole title where there are no whole values")
    func shingles() async throws {
        func exact(_ text: String, _ layout: String) async throws -> SearchJSON? {
            let knowledge = try await QueryLayouts.knowledge(layout)
            let query = try #require(knowledge.filmText.query(FilmQuery(text).text))
            guard case .array(let tiers)? = query.at("dis_max.queries") else { return nil }
            return tiers.first { $0.at("constant_score._name") == "exact" }?
                .at("constant_score.filter.bool")
        }
        let title = try #require(try await exact("the star trek", QueryLayouts.shingles))
        // It begins so, or with an article and so, and nothing is behind that.
        #expect(title.at("filter.0.span_first.end") == 3)
        #expect(title.at("filter.0.span_first.match.span_near.clauses")?.count(["regexp"]) == 2)
        #expect(title.at("filter.1.bool.should.0.span_first.end") == 1)
        let articles = title.at("filter.1.bool.should.1.span_first.match.span_or.clauses")
        #expect(articles?.at("0.span_term.title") == "the")
        let behind = try #require(title.at("must_not.0.regexp")?["title._2gram"]?["value"])
        #expect(behind.json.hasSuffix(#") .*""#))
        // A mark that stays within a word, and one of which nothing is kept.
        #expect(try await exact("e.t.", QueryLayouts.shingles)?.json.contains("['’.]") == true)
        let dagger = try #require(try await exact("cloak & dagger", QueryLayouts.shingles))
        #expect(dagger.at("should.0.bool.filter.0.span_first.end") == 4)
        #expect(dagger.at("should.1.bool.filter.0.span_first.end") == 3)
        // A last word that stands there twice always has something behind it.
        #expect(try await exact("new york new york", QueryLayouts.shingles) == nil)
        #expect(try await exact("new new york", QueryLayouts.shingles) == nil)
        #expect(try await exact("star trek", QueryLayouts.bare) == nil)
    }

    @Test("marks in words, & and stop words do not hide a title that was typed whole")
    func marks() async throws {
        let bells = try await body("bell's star", QueryLayouts.nested).json
        #expect(bells.contains(#""query":"bell's""#))
        #expect(try await body("zeros star", QueryLayouts.nested).json.contains(#""zero's""#))
        let values = try await body("cloak and dagger", QueryLayouts.nested).json
        #expect(values.contains("([aA][nN][dD]|&)"))
        let bare = try await body("cloak & dagger", QueryLayouts.bare)
        #expect(!bare.json.contains(#""query":"and""#))
        // A title may end in a stop word, which the text analyzer has not kept.
        let stopped = try await body("triumphs are", QueryLayouts.stopping).json
        #expect(
            stopped.contains(#""query":"are","operator":"and","zero_terms_query":"all""#))
        let alone = try await body("are", QueryLayouts.stopping).json
        #expect(!alone.contains("zero_terms_query"))
    }

    @Test("names that are whole values are walked through once for each word of a long text")
    func wholeNames() async throws {
        let two = try await body("star wars", QueryLayouts.wholeNames)
        #expect(two.count(["regexp"]) > 0 && two.json.contains(#""actors""#))
        let knowledge = try await QueryLayouts.knowledge(QueryLayouts.wholeNames)
        let text = FilmQuery("star wars clone season two").text
        let query = try #require(knowledge.filmText.query(text))
        #expect(!query.json.contains(#""_name":"people""#))
        #expect(query.json.contains(#""_name":"anywhere""#))
    }

    @Test("a short word that still grows is looked for in titles only")
    func shortWord() async throws {
        let body = try await body("al", QueryLayouts.nested)
        #expect(!body.has("nested"))
        let two = try await self.body("pacino al", QueryLayouts.nested)
        #expect(two.has("nested"))
        #expect(!two.json.contains(#""people""#))
    }

    @Test(
        "nothing that is typed is an operator", arguments: ["a.*b", "x|y", "[", "\"", "a\\", "~2"])
    func operators(_ text: String) async throws {
        let body = try await body("q\(text)q", QueryLayouts.nested)
        #expect(!body.has("query_string"))
        for character in ["|y", "~2", "a.*b"] { #expect(!body.json.contains(character)) }
    }

    @Test("a text without letters is looked for literally")
    func literal() async throws {
        let body = try await body("*?", QueryLayouts.nested)
        #expect(body.json.contains(#""wildcard":{"title.raw":{"value":"*\\*\\?*"}}"#))
    }

    @Test("all films score nothing and have the best first, an unknown rating as the mean")
    func everything() async throws {
        let body = try await body("", QueryLayouts.nested)
        #expect(body.at("query") == .everything)
        #expect(body.at("sort.0.imdb_rating.order") == "desc")
        #expect(body.at("sort.0.imdb_rating.missing") == 6.5)
        #expect(!body.has("_score"))
    }

    @Test("what is excluded is looked for in whole words, in titles, people and genres")
    func exclusion() async throws {
        let body = try await body("star -drama", QueryLayouts.nested)
        let excluded = try #require(body.at("query.bool.must_not"))
        #expect(excluded.json.contains(#""term":{"genres.id":{"value":"g1"}}"#))
        #expect(excluded.json.contains("actors.full_name"))
        #expect(!excluded.json.contains("zero_terms_query"))
    }

    @Test("ten thousand words stay within what a server takes")
    func longQuery() async throws {
        let words = (0..<10_000).map { "word\($0)" }.joined(separator: " ")
        let body = try await body(words, QueryLayouts.nested)
        #expect(body.count(["match", "match_phrase", "regexp", "term", "prefix"]) < 1_000)
        let long = try await self.body(String(repeating: "é", count: 1_900), QueryLayouts.nested)
        for pattern in long.patterns { #expect(pattern.unicodeScalars.count < 1_000) }
        for pattern in body.patterns { #expect(pattern.unicodeScalars.count < 1_000) }
    }

    // MARK: Filters

    @Test("a genre is meant by its name, its id or a word of it")
    func genre() async throws {
        for value in ["drama", "g1", "DRAMA"] {
            let body = try await body("genre:\(value)", QueryLayouts.nested)
            #expect(
                body.at("query.nested.query.term") == .field("genres.id", ["value": "g1"]),
                "\(value)")
        }
        let flat = try await body("genre:fi", QueryLayouts.flat)
        #expect(flat.at("query.term") == .field("genre", ["value": "Sci-Fi"]))
        #expect(try await body("genre:nosuch", QueryLayouts.flat).at("query") == .nothing)
    }

    @Test("names are looked for within one person, in the role that is asked for")
    func person() async throws {
        let nested = try await body("director:\"george lucas\"", QueryLayouts.nested)
        #expect(nested.at("query.nested.path") == "directors")
        #expect(!nested.json.contains("actors"))
        let flat = try await body("actor:\"al pacino\"", QueryLayouts.flat)
        #expect(flat.at("query.match_phrase.actors_names.query") == "al pacino")
        let anybody = try await body("person:lucas", QueryLayouts.nested)
        #expect(anybody.count(["nested"]) == 3)
    }

    @Test("a name of words that the analyzer leaves out is not everybody")
    func vanishing() async throws {
        let nested = try await body("person:\"no such\"", QueryLayouts.nested)
        #expect(!nested.has("zero_terms_query"))
        #expect(nested.json.contains(#""query":"no such","operator":"and""#))
    }

    @Test("a year is a number here and a date there")
    func year() async throws {
        let date = try await body("year:1977..1983", QueryLayouts.nested)
        #expect(
            date.at("query.range.creation_date")
                == ["format": "yyyy-MM-dd", "gte": "1977-01-01", "lte": "1983-12-31"])
        let number = try await body("year:1977..1983", QueryLayouts.flat)
        #expect(number.at("query.range.year") == ["gte": 1977, "lte": 1983])
    }

    @Test("ratings are compared as they are shown, in rounded tenths")
    func rating() async throws {
        let body = try await body("rating:7..7.9", QueryLayouts.nested)
        #expect(body.at("query.range.imdb_rating") == ["gte": 6.95, "lt": 7.95])
    }

    @Test("what the index does not have is left out and named")
    func ignored() async throws {
        #expect(
            try await ignored("country:france runtime:<=100", QueryLayouts.nested)
                == ["country", "runtime"])
        #expect(
            try await ignored("sort:-reviews year:1990", QueryLayouts.bare) == ["year", "sort"])
        #expect(try await ignored("sort:title", QueryLayouts.bare) == ["sort"])
        #expect(try await ignored("sort:-reviews country:france", QueryLayouts.flat) == [])
    }

    @Test("the excluding filter is the rest of the films")
    func negation() async throws {
        let body = try await body("-year:1990..", QueryLayouts.flat)
        #expect(body.at("query.bool.must_not.0.range.year.gte") == 1990)
    }

    // MARK: Order

    @Test("unknown values are last in either direction, and equal ones by relevance")
    func sorts() async throws {
        for (text, order) in [("sort:year", "asc"), ("sort:-year", "desc")] {
            let body = try await body(text, QueryLayouts.flat)
            #expect(body.at("sort.0.year.order") == .string(order))
            #expect(body.at("sort.0.year.missing") == "_last")
            #expect(body.at("sort.1.rating.order") == "desc")
        }
    }

    @Test("relevance that descends begins with the least relevant")
    func reversed() async throws {
        let body = try await body("star sort:-relevance", QueryLayouts.nested)
        #expect(body.at("sort.0._score.order") == "asc")
        #expect(body.at("sort.1.imdb_rating.order") == "asc")
    }

    @Test("rows that stand before others are not among them")
    func without() async throws {
        let knowledge = try await QueryLayouts.knowledge(QueryLayouts.nested)
        let typed = FilmQuestion(FilmQuery("star"), knowledge)
        let other = FilmQuestion(FilmQuery("wars"), knowledge)
        let plan = other.result(without: typed.films())
        #expect(plan.query.at("bool.must_not.0") == typed.films())
        #expect(plan.query.at("bool.must.0") == other.films())
    }
}

extension SearchJSON {
    /// The patterns of all regular expressions within.
    fileprivate var patterns: [String] {
        switch self {
        case .object(let members):
            members.flatMap { member -> [String] in
                if member.key == "regexp", case .object(let fields) = member.value {
                    return fields.compactMap {
                        if case .string(let text)? = $0.value["value"] { text } else { nil }
                    }
                }
                return member.value.patterns
            }
        case .array(let elements): elements.flatMap(\.patterns)
        default: []
        }
    }
}

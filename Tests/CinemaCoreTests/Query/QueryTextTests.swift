import CinemaCore
import CinemaTestSupport
import Testing

/// What a query writes, the syntax reads back to the same.
struct QueryTextTests {
    @Test(arguments: [
        "", "star wars", "\"star wars\" episode", "star -wars", "$", "--", "Mission: Impossible",
        "genre: war", "genre:war,western", "genre:\"film noir\"", "-genre:war love",
        "year:1977..1983", "year:1990..", "year:..1960", "year:>1990", "year:1990s", "rating:>=7.5",
        "rating:10", "rating:<7", "runtime:<=100", "country:\"United States\",France",
        "person:\"al pacino\" actor:x director:y writer:z", "language:en type:movie sort:-rating",
        "sort:title star", "year:old star", "genre:war \"star wars", "war genre:", "七人の侍 year:1954",
        "Léon -\"the professional", "a \"\" b", "genre:a,b,\"c d\",e", "\"a\"b", "«a b» rating:8",
    ])
    func everyQueryIsReadBackFromItsText(_ text: String) {
        let query = FilmQuery(text)
        #expect(FilmQuery(query.queryText) == query, "as \(query.queryText)")
        #expect(QuerySyntax.parse(query.queryText).problems.isEmpty)
    }

    @Test func randomQueriesAreReadBack() {
        var random = SeededGenerator(seed: 7)
        let pieces = [
            "star", "Léon", "-wars", "\"a new", "hope\"", "genre:war", "genre:\"film noir\",x", "&",
            "year:1990..", "year:>1990", "rating:>9.9", "rating:<=0", "sort:-year", "-", "\"", ":",
            "person:", "actor:«a b»", "七人", "runtime:<1", "country:,", "$", "type:movie",
        ]
        var lost: [String] = []
        for _ in 0..<2_000 {
            let text = (0..<Int.random(in: 0...6, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined(separator: " ")
            let query = FilmQuery(text)
            if FilmQuery(query.queryText) != query { lost.append("\(text) as \(query.queryText)") }
        }
        #expect(lost == [])
    }

    @Test func everySpanIsReadBack() {
        for lower in [0, 5, 70, 75, 99, 100] {
            for upper in [0, 5, 70, 75, 99, 100] where lower <= upper {
                let filter = Filter(.rating(Span(lower: lower, upper: upper)))
                #expect(FilmQuery(filter.queryText).filters == [filter])
            }
            for span in [Span(lower: lower), Span(upper: lower)] {
                let filter = Filter(.rating(span), excluding: true)
                #expect(FilmQuery(filter.queryText).filters == [filter])
            }
        }
    }

    @Test func namesAreQuotedWhereTheyHaveTo() {
        #expect(Filter(.genre(["Sci-Fi"])).queryText == "genre:Sci-Fi")
        #expect(Filter(.genre(["Film Noir", "War"])).queryText == "genre:\"Film Noir\",War")
        #expect(Filter(.country(["Korea, South"])).queryText == "country:\"Korea, South\"")
        for name in ["Film Noir", "Korea, South", "a:b", "-x", "O'Neill"] {
            let filter = Filter(.genre([name]))
            #expect(FilmQuery(filter.queryText).filters == [filter])
        }
        // Quotes do not count where names are compared.
        #expect(Filter(.genre(["The «New» Wave"])).queryText == "genre:\"The New Wave\"")
    }

    @Test func aQuerySaysWhatItNarrowsBy() {
        #expect(Filter(.person(["x"], role: .director)).fieldName == "director")
        #expect(Filter(.person(["x"], role: nil)).fieldName == "person")
        #expect(Filter(.year(Span(1))).hasSameField(as: Filter(.year(Span(2)), excluding: true)))
        #expect(!Filter(.year(Span(1))).hasSameField(as: Filter(.runtime(Span(1)))))
    }

    @Test(
        "a mark behind a blank belongs to it, so that a text reads the same when put together again",
        arguments: [
            "\n\u{745}\"a\"genre:war", "a \u{301}\"b\"genre:war", "\"a\" \u{301}genre:war x",
        ])
    func marksBehindBlanks(_ text: String) {
        let query = QuerySyntax.parse(text).query
        #expect(QuerySyntax.parse(query.queryText).query.filters == query.filters)
    }

    @Test("a name that begins with a mark is written so that it is read again")
    func marksBeforeNames() {
        let query = FilmQuery(filters: [Filter(.genre(["\u{301}film noir"]))])
        #expect(query.queryText == "genre:\"film noir\"")
    }
}

import CinemaCore
import Testing

struct QueryFieldsTests {
    @Test(arguments: [
        ("genre:war", Filter(.genre(["war"]))),
        ("genre:war,western", Filter(.genre(["war", "western"]))),
        ("genre:\"film noir\",war", Filter(.genre(["film noir", "war"]))),
        ("genre:film\" \"noir", Filter(.genre(["film noir"]))),
        ("GENRE:War", Filter(.genre(["War"]))),
        ("-genre:war", Filter(.genre(["war"]), excluding: true)),
        ("person:\"al pacino\"", Filter(.person(["al pacino"], role: nil))),
        ("actor:pacino", Filter(.person(["pacino"], role: .actor))),
        ("director:«de palma»", Filter(.person(["de palma"], role: .director))),
        ("writer:puzo", Filter(.person(["puzo"], role: .writer))),
        ("country:france,japan", Filter(.country(["france", "japan"]))),
        ("language:english", Filter(.language(["english"]))),
        ("type:movie", Filter(.type(["movie"]))),
        ("genre:war,", Filter(.genre(["war"]))),
        ("genre:a:b", Filter(.genre(["a:b"]))),
        ("actor:\"al pacino", Filter(.person(["al pacino"], role: .actor))),
    ])
    func namesNarrow(_ text: String, _ filter: Filter) {
        let parsed = QuerySyntax.parse(text)
        #expect(parsed.query.filters == [filter])
        #expect(parsed.query.text.isEmpty && parsed.problems.isEmpty)
    }

    @Test(arguments: [
        ("year:1994", Span(1994)),
        ("year:1977..1983", Span(lower: 1977, upper: 1983)),
        ("year:1977–1983", Span(lower: 1977, upper: 1983)),
        ("year:1990..", Span(lower: 1990)),
        ("year:..1960", Span(upper: 1960)),
        ("year:>=1990", Span(lower: 1990)),
        ("year:≥1990", Span(lower: 1990)),
        ("year:<=1960", Span(upper: 1960)),
        ("year:≤1960", Span(upper: 1960)),
        ("year:>1990", Span(lower: 1991)),
        ("year:<1960", Span(upper: 1959)),
        ("year:1990s", Span(lower: 1990, upper: 1999)),
        ("year:\"1994\"", Span(1994)),
    ])
    func yearsAreRangesOfEveryForm(_ text: String, _ span: Span<Int>) {
        #expect(FilmQuery(text).filters == [Filter(.year(span))])
    }

    @Test(arguments: [
        ("rating:8.5", Span(85)), ("rating:>=7", Span(lower: 70)),
        ("rating:7..9", Span(lower: 70, upper: 90)),
        ("rating:7.5..", Span(lower: 75)), ("rating:<=9", Span(upper: 90)),
        ("rating:10", Span(100)),
        ("rating:>7", Span(lower: 71)), ("rating:<7", Span(upper: 69)), ("rating:0", Span(0)),
    ])
    func ratingsAreInTenths(_ text: String, _ span: Span<Int>) {
        #expect(FilmQuery(text).filters == [Filter(.rating(span))])
    }

    @Test func runningTimesAreInMinutes() {
        #expect(FilmQuery("runtime:<=100").filters == [Filter(.runtime(Span(upper: 100)))])
        #expect(
            FilmQuery("runtime:80..120").filters == [Filter(.runtime(Span(lower: 80, upper: 120)))])
        #expect(FilmQuery("runtime:90").filters == [Filter(.runtime(Span(90)))])
    }

    @Test(arguments: [
        ("year:old", "year:old: write a year as 1994, 1977..1983, 1990.. or >=1990"),
        ("year:1983..1977", "year:1983..1977: write a year as 1994, 1977..1983, 1990.. or >=1990"),
        ("year:..", "year:..: write a year as 1994, 1977..1983, 1990.. or >=1990"),
        ("year:1994,1995", "year:1994,1995: write a year as 1994, 1977..1983, 1990.. or >=1990"),
        ("year:1995s", "year:1995s: write a year as 1994, 1977..1983, 1990.. or >=1990"),
        ("year:99999", "year:99999: write a year as 1994, 1977..1983, 1990.. or >=1990"),
        ("rating:11", "rating:11: write a rating from 0 to 10 as 8.5, 7..9 or >=7"),
        ("rating:nan", "rating:nan: write a rating from 0 to 10 as 8.5, 7..9 or >=7"),
        ("rating:good", "rating:good: write a rating from 0 to 10 as 8.5, 7..9 or >=7"),
        ("rating:>10", "rating:>10: write a rating from 0 to 10 as 8.5, 7..9 or >=7"),
        ("rating:<0", "rating:<0: write a rating from 0 to 10 as 8.5, 7..9 or >=7"),
        ("runtime:long", "runtime:long: write minutes as 90, 80..120 or <=100"),
        ("genre:,", "genre:,: a value is missing"),
        ("actor:\"\"", "actor:\"\": a value is missing"),
        (
            "sort:best",
            "sort:best: sort by relevance, rating, year, title, reviews, runtime, with a minus for the "
                + "greatest first"
        ),
        (
            "-sort:rating",
            "-sort:rating: sort by relevance, rating, year, title, reviews, runtime, with a minus for the "
                + "greatest first"
        ),
    ])
    func aTermThatMakesNoSenseSaysWhatWould(_ term: String, _ sentence: String) {
        let parsed = QuerySyntax.parse("star \(term) wars")
        #expect(parsed.problems == [QueryProblem(term: term, sentence: sentence)])
        #expect(parsed.query.filters.isEmpty)
        #expect(parsed.query.typed == "star wars")
    }

    @Test func termsAddUpAndTheLastOrderCounts() {
        let query = FilmQuery("genre:war genre:drama year:1990.. sort:year sort:-rating love")
        #expect(
            query.filters == [
                Filter(.genre(["war"])), Filter(.genre(["drama"])),
                Filter(.year(Span(lower: 1990))),
            ])
        #expect(query.sort == FilmSort(.rating, descending: true))
        #expect(query.typed == "love")
    }

    @Test func aTermThatIsStillTypedIsNotEnded() {
        func isEnded(_ text: String) -> Bool? { QuerySyntax.tokens(of: text).last?.isEnded }
        #expect(isEnded("genre:war") == false)
        #expect(isEnded("genre:war ") == true)
        #expect(isEnded("genre:\"film noir") == false)
    }
}

import Testing

@testable import CinemaClient

struct RequestTargetTests {
    private typealias Route = APIDialect.Route

    @Test func namesAndValuesAreEscaped() {
        let route = Route(
            path: "/f", fixed: [APIDialect.Item(name: "sort", value: "+imdb_rating")],
            page: APIDialect.Parameter(name: "page[number]"),
            text: APIDialect.Parameter(name: "query"))
        #expect(
            route.target(Route.Question(page: 2, text: "амели & co")) == "/f?sort=%2Bimdb_rating&"
                + "query=%D0%B0%D0%BC%D0%B5%D0%BB%D0%B8%20%26%20co&page%5Bnumber%5D=2")
    }

    @Test func literalsOfThePathStay() {
        let route = Route(path: "/movies/<{movie_id}:UUID>/", variable: "{movie_id}")
        #expect(route.target(Route.Question(identifier: "a/b")) == "/movies/%3Ca%2Fb:UUID%3E/")
        let literal = Route(path: "/films/<uuid:UUID>", idParameters: ["film_id", "id"])
        #expect(
            literal.target(Route.Question(identifier: "7"))
                == "/films/%3Cuuid:UUID%3E?film_id=7&id=7")
    }

    @Test func textMayBePartOfThePath() {
        let route = Route(path: "/film/search/{text}", variable: "{text}")
        #expect(route.target(Route.Question(text: "star wars")) == "/film/search/star%20wars")
        let both = Route(
            path: "/person/search/{name}", variable: "{name}",
            text: APIDialect.Parameter(name: "name"))
        #expect(both.target(Route.Question(text: "x")) == "/person/search/x?name=x")
    }

    @Test func orderReplacesTheFixedOne() {
        let items = [APIDialect.Item(name: "sort", value: "-imdb_rating")]
        let route = Route(path: "/f", fixed: items + [APIDialect.Item(name: "lang", value: "ru")])
        #expect(route.target(Route.Question()) == "/f?sort=-imdb_rating&lang=ru")
        let worst = [APIDialect.Item(name: "sort", value: "imdb_rating")]
        #expect(route.target(Route.Question(sort: worst)) == "/f?lang=ru&sort=imdb_rating")
    }

    @Test func sizeStaysWithinItsBounds() {
        var route = Route(
            path: "/f", size: APIDialect.Parameter(name: "n", minimum: 10, maximum: 50))
        #expect(route.rows(5) == 10 && route.rows(99) == 50 && route.rows(20) == 20)
        route.size = APIDialect.Parameter(name: "n", minimum: 0, maximum: -1)
        #expect(route.rows(5) == 1)
    }
}

import Testing

@testable import CinemaClient

struct DeclaredDialectTests {
    private typealias Document = ServiceDocument

    private func declared(_ document: ServiceDocument) throws -> DeclaredDialect {
        DeclaredDialect(try OpenAPIDocument(reading: document.bytes), prefix: "")
    }

    /// The likeliest ways to sort by rating: best first, then worst first.
    private func sorts(_ parameters: String..., rows: [String] = []) throws -> [String] {
        let route = Document.Route(path: "/films", parameters: parameters, rows: rows)
        func text(_ items: [APIDialect.Item]?) -> String {
            (items ?? []).map { "\($0.name)=\($0.value)" }.joined(separator: "&")
        }
        return try declared(Document(routes: [route])).styles[.films, default: []]
            .map { "\(text($0.descending)) \(text($0.ascending))" }
    }

    @Test(arguments: [
        ("page[number]", "page[size]"), ("page_number", "page_size"), ("page", "size"),
        ("page", "per_page"), ("page", "limit"), ("page_num", "page_size"), ("number", "size"),
        ("pageNumber", "pageSize"),
    ])
    func pagesAreFoundByTheirNames(page: String, size: String) throws {
        let document = Document.usual(
            page: Document.query(page, Document.number),
            size: Document.query(size, #""type":"integer","minimum":10,"maximum":75"#))
        let films = try #require(try declared(document).routes[.films])
        #expect(films.page == APIDialect.Parameter(name: page, minimum: 1))
        #expect(films.size == APIDialect.Parameter(name: size, minimum: 10, maximum: 75))
    }

    @Test func firstPageIsZeroOnlyWhereTheDefaultIs() throws {
        func first(_ schema: String) throws -> Int {
            try declared(Document.usual(page: Document.query("page", schema))).firstPage
        }
        #expect(try first(#""type":"integer","default":0"#) == 0)
        #expect(try first(#""type":"integer","minimum":0,"default":1"#) == 1)
        #expect(try first(#""type":"string""#) == 1)
    }

    @Test func offsetAndNoPageAreTold() throws {
        let offset = try declared(
            Document.usual(page: Document.query("offset"), size: Document.query("limit")))
        #expect(offset.stride == .offset && offset.firstPage == 0)
        #expect(try declared(Document.usual(page: nil, size: nil)).stride == .single)
    }

    @Test(arguments: [
        ("filter[genre]", true), ("genre", true), ("genre_id", true), ("filter_genre", true),
        ("genres", true), ("filter_by", true), ("filter[genre_uuid]", true), ("by_genre", true),
        ("filter", false), ("similar_genre_films", false), ("filter[actor]", false),
    ])
    func genreIsFoundByItsName(name: String, isFound: Bool) throws {
        let films = try declared(Document.usual(list: [Document.query(name)])).routes[.films]
        #expect(films?.genre?.name == (isFound ? name : nil))
    }

    @Test func genreDeclarationSaysWhatItTakes() throws {
        func keys(_ schema: String, name: String = "genre") throws -> [APIDialect.GenreKey] {
            try declared(Document.usual(list: [Document.query(name, schema)])).genreKeys
        }
        #expect(try keys(#""type":"string","format":"uuid""#) == [.identifier])
        #expect(
            try keys(#""anyOf":[{"type":"string","format":"uuid4"},{"type":"null"}]"#) == [
                .identifier
            ])
        #expect(try keys(#""type":"string""#) == [.identifier, .name])
        #expect(try keys(#""enum":["Drama","Comedy"]"#) == [.name])
        #expect(try keys(#""type":"string""#, name: "genre_name") == [.name, .identifier])
    }

    @Test(arguments: [
        (#""enum":["-imdb_rating","imdb_rating"]"#, "sort=-imdb_rating sort=imdb_rating"),
        (#""enum":["title","-title","rating","-rating"]"#, "sort=-rating sort=rating"),
        (
            #""enum":["imdb_rating:asc","imdb_rating:desc","year","year:desc"]"#,
            "sort=imdb_rating:desc sort=imdb_rating:asc"
        ),
        (#""enum":["desc_rating","asc_rating"]"#, "sort=desc_rating sort=asc_rating"),
        (#""enum":["DESC","ASC"]"#, "sort=DESC sort=ASC"),
        (#""enum":["-imdb_rating"]"#, "sort=-imdb_rating "),
        (#""pattern":"^-?imdb_rating$""#, "sort=-imdb_rating sort=imdb_rating"),
        (#""pattern":"^(asc|desc)$""#, "sort=desc sort=asc"),
        (#""pattern":"^[+-]imdb_rating$""#, "sort=-imdb_rating sort=+imdb_rating"),
        (#""pattern":"^\\w+:(asc|desc)$""#, "sort=imdb_rating:desc sort=imdb_rating:asc"),
        (#""pattern":"^-imdb_rating$|^imdb_rating$""#, "sort=-imdb_rating sort=imdb_rating"),
        (
            #""type":"string","default":"imdb_rating:desc""#,
            "sort=imdb_rating:desc sort=imdb_rating:asc"
        ),
        (#""type":"string","default":"asc""#, "sort=desc sort=asc"),
        (#""type":"boolean""#, "sort=true sort=false"),
        (
            #""type":"array","items":{"type":"string"},"default":[]"#,
            "sort=-imdb_rating sort=imdb_rating"
        ),
    ])
    func styleOfSortingComesFromTheDeclaration(schema: String, expected: String) throws {
        #expect(try sorts(Document.query("sort", schema)).first == expected)
    }

    @Test func undeclaredSortIsTriedInOrder() throws {
        #expect(
            try sorts(Document.query("sort")).prefix(2) == [
                "sort=-imdb_rating sort=imdb_rating", "sort=imdb_rating:desc sort=imdb_rating:asc",
            ])
        #expect(
            try sorts(Document.query("sort_by"), rows: ["id", "rating"]).first
                == "sort_by=-rating sort_by=rating")
        #expect(
            try sorts(Document.query("sort_by_rating")).first
                == "sort_by_rating=desc sort_by_rating=asc")
    }

    @Test func directionMayBeAParameterOfItsOwn() throws {
        #expect(
            try sorts(
                Document.query("sort_by"), Document.query("sort_order", #""enum":["asc","desc"]"#)
            ).first
                == "sort_by=imdb_rating&sort_order=desc sort_by=imdb_rating&sort_order=asc")
        #expect(
            try sorts(
                Document.query("sort", #""enum":["title","imdb_rating"]"#),
                Document.query("desc", #""type":"boolean""#)
            ).first == "sort=imdb_rating&desc=true sort=imdb_rating&desc=false")
    }

    @Test func requiredParametersAreAlwaysSent() throws {
        let document = Document.usual(list: [
            Document.query("sort", required: true),
            Document.query("adult", #""type":"boolean""#, required: true),
            Document.query("lang", #""enum":["ru","en"]"#, required: true),
        ])
        #expect(
            try declared(document).routes[.films]?.fixed.map { "\($0.name)=\($0.value)" } == [
                "sort=-imdb_rating", "adult=false", "lang=ru",
            ])
    }

    @Test func identifierGoesWhereverItIsAsked() throws {
        let document = Document(routes: [
            Document.Route(
                path: "/persons/{person_id}/film",
                parameters: [Document.path("person_id"), Document.query("id", required: true)]),
            Document.Route(path: "/films/<uuid:UUID>", parameters: [Document.query("film_uuid")]),
            Document.Route(
                path: "/genres/<{genre_id}:UUID>/", parameters: [Document.path("genre_id")]),
            Document.Route(path: "/films/search/{text}", parameters: [Document.path("text")]),
        ])
        let routes = try declared(document).routes
        #expect(routes[.filmsOfPerson]?.variable == "{person_id}")
        #expect(routes[.filmsOfPerson]?.idParameters == ["id"])
        #expect(routes[.film]?.variable == nil && routes[.film]?.idParameters == ["film_uuid"])
        #expect(routes[.genre]?.variable == "{genre_id}")
        #expect(routes[.filmSearch]?.variable == "{text}" && routes[.filmSearch]?.text == nil)
    }
}

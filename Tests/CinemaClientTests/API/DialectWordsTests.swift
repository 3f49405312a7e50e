import Testing

@testable import CinemaClient

struct DialectWordsTests {
    @Test func dialectIsToldInLines() throws {
        let dialect = try DerivationRun.dialect { $0.sorting = .inverted }
        #expect(
            dialect.words == [
                "service         a cinema API, as /api/openapi.json tells",
                "films           GET /api/v1/films/?page[number]=1…&page[size]=20",
                "film search     GET /api/v1/films/search?query=…&page[number]=1…&page[size]=20",
                "film            GET /api/v1/films/{film_id}",
                "genres          GET /api/v1/genres/",
                "genre           GET /api/v1/genres/{genre_id}",
                "person          GET /api/v1/persons/{person_id}",
                "person's films  GET /api/v1/persons/{person_id}/film",
                "sort            best first sort=imdb_rating, worst first sort=-imdb_rating",
                "genre filter    by id, filter[genre]=…",
                "paging          pages from 1",
                "remark          the service means the order the other way round: what asks for the best "
                    + "first gives the worst",
            ])
    }

    @Test func adminPanelIsToldAsWell() {
        #expect(
            APIDialect.adminPanel.words.prefix(5) == [
                "service         the list of an admin panel",
                "films           GET /api/v1/movies/?page=1…",
                "film            GET /api/v1/movies/{id}/",
                "sort            none by rating", "genre filter    none",
            ])
    }
}

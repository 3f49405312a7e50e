import CinemaCore
import Testing

@testable import CinemaClient

@Suite("A list as far as it was read")
struct LoadedListTests {
    private func page(_ numbers: Range<Int>) -> APINormalizer.RowPage<GenreRecord> {
        var page = APINormalizer.RowPage<GenreRecord>(total: nil)
        page.records = numbers.map { GenreRecord(id: "\($0)", name: "\($0)", description: nil) }
        page.rows = numbers.count
        return page
    }

    @Test("ends at what a search server gives of one result, and does not say that this is all")
    func window() {
        var list = LoadedList<GenreRecord>(size: 100)
        list.add(page(0..<100), hasOnePage: false)
        list.cutOff()
        #expect(list.isComplete)
        #expect(list.total == .atLeast(100))
        #expect(!APIList.isBehindWindow(offset: 9_900, size: 100))
        #expect(APIList.isBehindWindow(offset: 10_000, size: 100))
    }

    @Test("has the rows of the service's pages where it does not heed a size")
    func ownRows() {
        let panel = APIDialect.adminPanel
        #expect(APIList(role: .films).size(panel) == 50)
        #expect(!APIList(role: .films).allows(size: 10, panel))
    }

    @Test("has everybody once in each role, and each genre once")
    func repetitions() {
        var film = FilmRecord(title: "A")
        let ann = FilmRecord.Name(name: "Ann")
        film.credits = [
            FilmRecord.Credit(person: ann, role: .director),
            FilmRecord.Credit(person: ann, role: .director),
            FilmRecord.Credit(person: ann, role: .actor),
        ]
        film.genres = [FilmRecord.Name(name: "War"), FilmRecord.Name(name: "War")]
        #expect(film.withoutRepetitions.credits.map(\.role) == [.director, .actor])
        #expect(film.withoutRepetitions.genres.count == 1)
    }

    @Test("a text in a path has no slash, escaped or not")
    func pathText() {
        let route = APIDialect.Route(path: "/search/{text}", variable: "{text}")
        #expect(route.target(.init(text: "star/wars")) == "/search/star%20wars")
    }
}

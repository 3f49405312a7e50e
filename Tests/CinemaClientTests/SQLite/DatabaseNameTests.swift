import Testing

@testable import CinemaClient

struct DatabaseNameTests {
    @Test(arguments: [
        ("films.sqlite", "file:films.sqlite?immutable=1"),
        ("/a b/films.sqlite", "file:///a b/films.sqlite?immutable=1"),
        ("//films.sqlite", "file:////films.sqlite?immutable=1"),
        ("/100%?#", "file:///100%25%3F%23?immutable=1"),
    ])
    func pathIsEscaped(path: String, text: String) {
        #expect(DatabaseName(path: path, access: .immutable).text == text)
    }

    @Test func pathIsItselfWithoutURI() {
        #expect(DatabaseName(path: "a?b", access: .readOnly).text == "a?b")
    }
}

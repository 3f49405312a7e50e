import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

@Suite("What is found first in the embedded catalogue")
struct EmbeddedRankingTests {
    private func catalog() async throws -> LocalCatalog {
        try await ProgramFilms.catalog()
    }

    private func titles(_ text: String, count: Int = 5) async throws -> [String] {
        try await catalog().search(FilmQuery(text), count: count).films.items.map(\.title)
    }

    @Test("the 300 most reviewed films come first by their whole title")
    func wellKnown() async throws {
        let catalog = try await catalog()
        let query = FilmQuery("sort:-reviews")
        let films = try await catalog.films(query, page: PageRequest(count: 300)).items
        var others: [String] = []
        for film in films {
            let words = TextFolding.words(in: film.title)
            let bare = TextFolding.withoutLeadingArticle(words).map(\.joined)
            for text in [
                film.title, bare.joined(separator: " "), "the " + bare.joined(separator: " "),
            ] {
                let typed = text.filter {
                    $0 != "\"" && $0 != ":" && $0 != "-" || text == film.title
                }
                let first = try await catalog.search(FilmQuery(typed), count: 1).films.items.first
                if first?.id != film.id, !others.contains(film.title) { others.append(film.title) }
            }
        }
        // Remakes: an older film of the same title has the better rating.
        #expect(
            others.sorted() == [
                "Alice in Wonderland", "Clash of the Titans", "Godzilla", "Robin Hood",
                "Total Recall",
            ])
    }

    @Test(
        "what one types and what one means",
        arguments: [
            ("godfather", "The Godfather"), ("the godfather", "The Godfather"),
            ("spiderman", "Spider-Man"),
            ("spider man", "Spider-Man"), ("spider-man", "Spider-Man"),
            ("its a wonderful", "It's a Wonderful Life"), ("amelie", "Amélie"),
            ("leon the professional", "Léon: The Professional"), ("$", "$"),
            ("star wars", "Star Wars: Episode IV – A New Hope"), ("matrix", "The Matrix"),
            ("casablanca", "Casablanca"), ("WALL-E", "WALL-E"), ("wall e", "WALL-E"),
        ])
    func first(_ typed: String, _ title: String) async throws {
        #expect(try await titles(typed).first == title)
    }

    @Test("people from three letters, and whole short words before them")
    func people() async throws {
        #expect(
            try await catalog().search(FilmQuery("al pacino"), count: 1).people.items.first?.name
                == "Al Pacino")
        #expect(try await titles("al pacino").first == "The Godfather Part II")
        // Two letters that may still grow find titles only.
        for title in try await titles("pa", count: 100) {
            let words = TextFolding.words(in: title).flatMap { $0.parts + [$0.joined] }
            #expect(words.contains { $0.hasPrefix("pa") })
        }
    }

    @Test("the best films have many reviews and stand in order")
    func best() async throws {
        let best = try await catalog().bestFilms(count: 40)
        #expect(best.count == 40)
        #expect(best.allSatisfy { ($0.reviews ?? 0) >= 24 && ($0.rating?.tenths ?? 0) >= 80 })
    }
}

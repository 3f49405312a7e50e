import CinemaCore
import CinemaTestSupport

@testable import CinemaClient

/// What queries are made of: the words, names and values of films.
///
/// A thing of a random film is mostly a common one; a random one of all
/// different things is mostly rare.
struct QueryWords: Sendable {
    let films: [FilmRecord]
    private let titleWords: [String]
    private let oddWords: [String]
    private let names: [FilmRecord.Name]
    private let genres: [FilmRecord.Name]
    private let countries: [String]
    private let languages: [String]
    private let types: [String]

    init(_ films: [FilmRecord]) {
        self.films = films
        let words = Set(films.flatMap { Self.typed($0.title) }).sorted()
        titleWords = words
        let odd = words.filter { word in word.contains { !$0.isASCII || $0.isPunctuation } }
        oddWords = odd.isEmpty ? words : odd
        names = Self.distinct(films.flatMap { $0.credits.map(\.person) })
        genres = Self.distinct(films.flatMap(\.genres))
        countries = Set(films.flatMap(\.countries)).sorted()
        languages = Set(films.flatMap(\.languages)).sorted()
        types = Set(films.compactMap(\.type)).sorted()
    }

    private static func distinct(_ names: [FilmRecord.Name]) -> [FilmRecord.Name] {
        Set(names).sorted { ($0.name, $0.id ?? "") < ($1.name, $1.id ?? "") }
    }

    /// The words of a text as they are written.
    static func typed(_ text: String) -> [String] {
        text.split(separator: " ").map(String.init).filter { !$0.contains("\"") }
    }

    func film(_ random: inout SeededGenerator) -> FilmRecord { random.element(films) }

    func titleWord(_ random: inout SeededGenerator) -> String {
        if random.oneIn(3) { return random.element(titleWords) }
        let words = Self.typed(film(&random).title)
        return words.isEmpty ? "film" : random.element(words)
    }

    /// A word with a hyphen, an apostrophe, an accent, of another alphabet.
    func oddWord(_ random: inout SeededGenerator) -> String { random.element(oddWords) }

    func name(_ random: inout SeededGenerator) -> FilmRecord.Name {
        let credits = film(&random).credits
        return credits.isEmpty || random.oneIn(3)
            ? random.element(names) : random.element(credits).person
    }

    func genre(_ random: inout SeededGenerator) -> FilmRecord.Name {
        let genres = film(&random).genres
        return genres.isEmpty || random.oneIn(3)
            ? random.element(self.genres) : random.element(genres)
    }

    func label(_ field: String, _ random: inout SeededGenerator) -> String {
        let all = field == "country" ? countries : field == "language" ? languages : types
        return all.isEmpty ? "none" : random.element(all)
    }

    /// Any word of a title, a name or a genre.
    func word(_ random: inout SeededGenerator) -> String {
        switch random.number(1...6) {
        case 1, 2:
            let words = Self.typed(name(&random).name)
            return words.isEmpty ? "name" : random.element(words)
        case 3:
            let words = Self.typed(genre(&random).name)
            return words.isEmpty ? "genre" : random.element(words)
        case 4: return oddWord(&random)
        default: return titleWord(&random)
        }
    }
}

import CinemaCore
import Testing

@testable import CinemaClient

@Suite("Films that never were")
struct SyntheticFilmsTests {
    private static let many = Array(SyntheticFilms(count: 20_000, seed: 1))

    private var films: [FilmRecord] { Self.many }

    @Test("are the same for a seed on every machine and day")
    func golden() {
        var digest: UInt64 = 0xcbf2_9ce4_8422_2325
        for film in SyntheticFilms(count: 1_000, seed: 1) {
            // FNV-1a over everything that a film has.
            for byte in text(film).utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        #expect(digest == 2_259_732_624_143_348_124)
    }

    @Test("are others for another seed")
    func seeds() {
        let other = SyntheticFilms(count: 100, seed: 2)
        let films = SyntheticFilms(count: 100, seed: 1)
        #expect(Set(other.map(\.id)).isDisjoint(with: films.map(\.id)))
        #expect(other.map(\.title) != films.map(\.title))
    }

    @Test("have ids of their own, as have people")
    func identifiers() {
        #expect(Set(films.map(\.id)).count == films.count)
        #expect(films.allSatisfy { UUIDText.isUUID($0.id ?? "") })
        let people = Set(films.flatMap(\.credits).map(\.person))
        #expect(people.count == films.count / 2)
        #expect(Set(people.map(\.id)).count == people.count)
        #expect(Set(people.map(\.name)).count < people.count)
    }

    @Test("are as often called in Cyrillic as in Latin, each in one of both")
    func scripts() {
        let cyrillic = films.count { hasCyrillic($0.title) }
        #expect(near(cyrillic, of: films.count, 0.5, within: 0.02))
        let mixed = films.count { hasCyrillic($0.title) && hasLatin($0.title) }
        // A part in Roman figures.
        #expect(mixed < films.count / 100)
        let people = Set(films.flatMap(\.credits).map(\.person.name))
        #expect(near(people.count(where: hasCyrillic), of: people.count, 0.5, within: 0.02))
    }

    @Test("have titles of one to eight words, most of two or three")
    func lengths() {
        let lengths = films.map { $0.title.split(separator: " ").count }
        #expect(lengths.min() == 1)
        #expect((lengths.max() ?? 0) <= 9)
        #expect(near(lengths.count { $0 == 2 || $0 == 3 }, of: lengths.count, 0.54, within: 0.03))
    }

    @Test(
        "have in their titles what real titles have",
        arguments: [
            (":", 0.02...0.06), ("'", 0.02...0.05), ("-", 0.008...0.02), ("2", 0.01...0.03),
            (",", 0.01...0.03), ("!", 0.005...0.02), ("ё", 0.03...0.15), ("The ", 0.07...0.13),
        ] as [(String, ClosedRange<Double>)])
    func marks(mark: String, share: ClosedRange<Double>) {
        let found = films.count { $0.title.contains(mark) }
        #expect(share.contains(Double(found) / Double(films.count)))
    }

    @Test("share titles, as remakes do, and their frequent words")
    func shared() {
        let titles = Dictionary(grouping: films, by: \.title)
        let shared = titles.values.filter { $0.count > 1 }.reduce(0) { $0 + $1.count }
        #expect((0.05...0.2).contains(Double(shared) / Double(films.count)))
        #expect(
            near(films.count { $0.title.hasPrefix("The ") }, of: films.count, 0.1, within: 0.02))
        let love = films.count { $0.title.lowercased().split(separator: " ").contains("love") }
        #expect(near(love, of: films.count, 0.005, within: 0.004))
    }

    @Test("have eight credits each, and few people have most of them")
    func credits() {
        let credits = films.flatMap(\.credits)
        #expect(near(credits.count, of: films.count, 8, within: 0.2))
        #expect(films.allSatisfy { $0.credits.contains { $0.role == .director } })
        #expect(films.allSatisfy { $0.credits.contains { $0.role == .writer } })
        let counts = Dictionary(grouping: credits, by: \.person.id).values.map(\.count).sorted()
        #expect((counts.last ?? 0) > 100)
        #expect(counts[counts.count / 2] < 15)
        #expect(counts.suffix(counts.count / 10).reduce(0, +) > credits.count / 3)
    }

    @Test("have the facts of real ones, and lack some of them")
    func facts() {
        #expect(films.allSatisfy { (1951...2025).contains($0.year ?? 0) })
        #expect(near(films.count { $0.rating == nil }, of: films.count, 0.02, within: 0.005))
        #expect(near(films.count { $0.runtime == nil }, of: films.count, 0.074, within: 0.01))
        #expect(near(films.count { $0.description != nil }, of: films.count, 0.4, within: 0.02))
        let reviews = films.compactMap(\.reviews).sorted()
        #expect((15...35).contains(reviews[reviews.count / 2]))
        #expect((reviews.last ?? 0) > 50_000)
        #expect(films.allSatisfy { (1...4).contains($0.genres.count) })
        #expect(Set(films.flatMap(\.genres).map(\.name)).count == 25)
    }

    private func near(
        _ count: Int, of all: Int, _ share: Double, within tolerance: Double
    ) -> Bool { abs(Double(count) / Double(all) - share) <= tolerance }

    private func hasCyrillic(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x400...0x45f).contains($0.value) }
    }

    private func hasLatin(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic }
    }

    /// Everything that a film has, as text.
    private func text(_ film: FilmRecord) -> String {
        let numbers = [
            film.year, film.rating?.tenths, film.reviews, film.runtime, film.metacritic,
            film.tomatometer, film.boxOffice,
        ].map { $0.map { String($0) } ?? "-" }
        let names = film.genres.map(\.name) + film.countries + film.languages
        let credits = film.credits.map { "\($0.person.id ?? "") \($0.person.name) \($0.role)" }
        let texts = [film.id, film.type, film.released, film.awards, film.description]
            .map { $0 ?? "-" }
        return ([film.title] + numbers + names + credits + texts).joined(separator: "|") + "\n"
    }
}

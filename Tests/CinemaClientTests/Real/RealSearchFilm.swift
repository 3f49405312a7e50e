import CinemaCore
import CinemaTestSupport
import Foundation

/// A film of the corpus that the search servers are filled with.
struct RealSearchFilm: Sendable {
    struct Named: Sendable, Decodable {
        var id: String
        var name: String

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Key.self)
            id = try values.decode(String.self, forKey: .id)
            name =
                try values.decodeIfPresent(String.self, forKey: .name)
                ?? values.decode(String.self, forKey: .fullName)
        }

        private enum Key: String, CodingKey { case id, name, fullName }
    }

    private struct Line: Decodable {
        var id: String
        var title: String
        var imdbRating: Double?
        var description: String?
        var genres: [Named]
        var actors: [Named]
        var writers: [Named]
        var directors: [Named]
    }

    var id: String
    var title: String
    var tenths: Int?
    var description: String?
    var genres: [Named]
    var people: [Role: [Named]]

    /// The films of `movies.ndjson`, each behind a line that says what to do
    /// with it.
    static func films(of folder: String) throws -> [RealSearchFilm] {
        let text = try String(contentsOfFile: folder + "/movies.ndjson", encoding: .utf8)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try text.split(separator: "\n").enumerated().compactMap { number, line in
            guard number % 2 == 1 else { return nil }
            let film = try decoder.decode(Line.self, from: Data(line.utf8))
            return RealSearchFilm(
                id: film.id, title: film.title,
                tenths: film.imdbRating.map { Int(($0 * 10).rounded()) },
                description: film.description, genres: film.genres,
                people: [
                    .actor: film.actors, .writer: film.writers, .director: film.directors,
                ])
        }
    }

    /// The film as far as a layout tells of it. What the corpus does not know
    /// is derived from the id, as `Derived` of `corpus.py` does.
    func reference(in layout: RealSearchLayout) -> ReferenceFilm {
        var film = ReferenceFilm(id: id, title: title)
        film.tenths = tenths
        film.genres = genres.map(\.name)
        for role in Role.billing {
            film.credits += (people[role] ?? []).map {
                ReferenceFilm.Credit(name: $0.name, role: role)
            }
        }
        let number = Int(id.prefix(8), radix: 16) ?? 0
        if layout.tellsYears {
            film.year = number % 11 == 0 ? nil : 1_930 + number % 90
        }
        if layout.tellsEverything {
            film.runtime = number % 13 == 0 ? nil : 60 + number / 97 % 121
            film.reviews = number % 17 == 0 ? nil : number / 3 % 5_000
            film.type = number % 7 == 0 ? "tv_show" : "movie"
            film.countries = [Self.countries[number / 7 % Self.countries.count]]
            film.languages = [Self.languages[number / 5 % Self.languages.count]]
        }
        return film
    }

    private static let countries = [
        "France", "Japan", "United States", "Россия", "Côte d'Ivoire",
    ]
    private static let languages = ["French", "Japanese", "English", "Russian"]
}

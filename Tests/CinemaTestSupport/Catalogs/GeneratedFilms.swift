import CinemaCore

/// Films and queries of few words, so that everything collides with
/// everything: articles, hyphens, two alphabets, short words, unknown values.
public enum GeneratedFilms {
    static let titleWords = [
        "the", "a", "Star", "Wars", "War", "Spider-Man", "Man", "Spider", "It's", "Léon", "of",
        "Love", "Lovely", "X", "X-Men", "Men", "Ёлки", "Елка", "Дом", "2", "Part", "II", "and",
        "&", "Rock'n'Roll", "Night", "Knight", "Œuvre", "an",
    ]
    static let firstNames = ["Al", "Anna", "Jean-Claude", "Léa", "Star", "Иван", "O", "J. J."]
    static let lastNames = ["Pacino", "Love", "O'Brien", "Van Damme", "Man", "Nyong'o", "Война"]
    static let genres = ["Drama", "War", "Sci-Fi", "Love Story", "Western"]
    static let countries = ["France", "United States", "United Kingdom"]

    public static func films(count: Int, seed: UInt64) -> [ReferenceFilm] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { number in
            let words = (0..<random.number(1...4)).map { _ in random.element(titleWords) }
            var film = ReferenceFilm(id: "film-\(number)", title: words.joined(separator: " "))
            if random.oneIn(20) { film.title = "$ \(film.title)!" }
            film.year = random.oneIn(8) ? nil : random.number(1_940...2_014)
            film.tenths = random.oneIn(6) ? nil : random.number(0...100)
            film.reviews = random.oneIn(6) ? nil : random.number(0...50)
            film.runtime = random.oneIn(6) ? nil : random.number(1...200)
            film.type = random.oneIn(3) ? nil : random.element(["movie", "tv_show"])
            film.genres = pick(&random, 0...2, of: genres)
            film.countries = pick(&random, 0...2, of: countries)
            film.languages = pick(&random, 0...1, of: ["French", "English"])
            for role in Role.billing {
                for _ in 0..<random.number(0...2) {
                    film.credits.append(ReferenceFilm.Credit(name: name(&random), role: role))
                }
            }
            return film
        }
    }

    /// Query text of everything that a query can say.
    public static func query(_ random: inout SeededGenerator) -> String {
        var terms: [String] = []
        for _ in 0..<random.number(0...3) { terms.append(term(&random)) }
        for _ in 0..<random.number(0...2) where random.oneIn(2) { terms.append(filter(&random)) }
        if random.oneIn(3) {
            let field = random.element(FilmSort.Field.allCases)
            terms.append("sort:\(random.oneIn(2) ? "-" : "")\(field.rawValue)")
        }
        return terms.shuffled(using: &random).joined(separator: " ")
    }

    private static func term(_ random: inout SeededGenerator) -> String {
        let words = titleWords + firstNames + lastNames + genres
        var word = random.element(words)
        switch random.number(1...10) {
        case 1: return "\"\(word) \(random.element(words))\""
        case 2: return "\"\(word)\""
        case 3: return "-" + word
        case 4, 5, 6: word = String(word.prefix(random.number(1...max(1, word.count))))
        case 7: word = word.filter { $0 != "-" && $0 != "'" }
        default: break
        }
        return word
    }

    private static func filter(_ random: inout SeededGenerator) -> String {
        let minus = random.oneIn(3) ? "-" : ""
        let year = random.number(1_940...2_014)
        switch random.number(1...9) {
        case 1: return "\(minus)genre:\(random.element(["drama", "war,sci-fi", "love", "none"]))"
        case 2: return "\(minus)year:\(year)..\(year + 20)"
        case 3: return "\(minus)rating:>=\(random.number(0...9))"
        case 4: return "\(minus)runtime:<=\(random.number(50...150))"
        case 5:
            return "\(minus)country:\(random.element(["france", "united", "\"united states\""]))"
        case 6: return "\(minus)type:\(random.element(["movie", "tv_show", "opera"]))"
        case 7: return "\(minus)person:\"\(name(&random))\""
        case 8: return "\(minus)actor:\(random.element(["pacino", "love", "jean-claude"]))"
        default: return "\(minus)language:french"
        }
    }

    private static func name(_ random: inout SeededGenerator) -> String {
        random.element(firstNames) + " " + random.element(lastNames)
    }

    private static func pick(
        _ random: inout SeededGenerator, _ count: ClosedRange<Int>, of names: [String]
    ) -> [String] {
        Array(names.shuffled(using: &random).prefix(random.number(count)))
    }
}

import CinemaCore
import CinemaTestSupport

@testable import CinemaClient

/// Filters and orders as query text.
extension QueryText {
    static func filter(_ words: QueryWords, _ random: inout SeededGenerator) -> String {
        switch random.number(1...6) {
        case 1, 2: genre(words, &random)
        case 3: person(words, &random)
        case 4: label(words, &random)
        default: span(words, &random)
        }
    }

    /// One, any of several, or all of several.
    static func genre(_ words: QueryWords, _ random: inout SeededGenerator) -> String {
        func value() -> String { named(words.genre(&random), &random) }
        switch random.number(1...5) {
        case 1: return "genre:\(value()),\(value())"
        case 2: return "genre:\(value()) genre:\(value())"
        case 3: return "genre:\(value()),\(value()),\(value())"
        default: return "genre:\(value())"
        }
    }

    static func person(_ words: QueryWords, _ random: inout SeededGenerator) -> String {
        let field = random.element(["person", "actor", "director", "writer"])
        let value = named(words.name(&random), &random)
        guard random.oneIn(5) else { return "\(field):\(value)" }
        return "\(field):\(value),\(named(words.name(&random), &random))"
    }

    static func label(_ words: QueryWords, _ random: inout SeededGenerator) -> String {
        let field = random.element(["country", "language", "type"])
        let value = written(words.label(field, &random), &random)
        guard random.oneIn(4) else { return "\(field):\(value)" }
        return "\(field):\(value),\(written(words.label(field, &random), &random))"
    }

    private static func named(
        _ name: FilmRecord.Name, _ random: inout SeededGenerator
    ) -> String {
        if random.oneIn(6), let id = name.id { return quoted(id) }
        return written(name.name, &random)
    }

    /// The name, one of its words, or one written otherwise.
    private static func written(_ name: String, _ random: inout SeededGenerator) -> String {
        switch random.number(1...8) {
        case 1: return quoted(name.uppercased())
        case 2: return quoted(TextFolding.normalized(name))
        case 3, 4: return quoted(QueryWords.typed(name).last ?? name)
        case 5: return quoted(QueryWords.typed(name).reversed().joined(separator: " "))
        default: return quoted(name)
        }
    }

    private static func quoted(_ value: String) -> String {
        value.contains { $0.isWhitespace || $0 == "," } || value.isEmpty ? "\"\(value)\"" : value
    }

    /// A range in one of the notations, with ends that films have.
    static func span(_ words: QueryWords, _ random: inout SeededGenerator) -> String {
        let field = random.element(["year", "rating", "runtime"])
        let films = (0..<2).map { _ in words.film(&random) }
        let values =
            films.map { film in
                switch field {
                case "year": film.year ?? 1990
                case "rating": film.rating?.tenths ?? 65
                default: film.runtime ?? 100
                }
            }.sorted()
        func text(_ value: Int) -> String {
            guard field == "rating" else { return String(value) }
            return value % 10 == 0 ? String(value / 10) : "\(value / 10).\(value % 10)"
        }
        let low = text(values[0])
        let high = text(values[1])
        let spans = [
            low, "\(low)..\(high)", "\(low)–\(high)", "\(low)..", "..\(high)", ">=\(low)",
            "≥\(low)", "<=\(high)", "≤\(high)", ">\(low)", "<\(high)",
        ]
        if field == "year", random.oneIn(6) { return "year:\(values[0] / 10 * 10)s" }
        return "\(field):\(random.element(spans))"
    }

    static func sort(_ random: inout SeededGenerator) -> String {
        let field = random.element(FilmSort.Field.allCases).rawValue
        return "sort:\(random.oneIn(2) ? "-" : "")\(field)"
    }

    static func order(_ words: QueryWords, _ random: inout SeededGenerator) -> String {
        switch random.number(1...6) {
        case 1: return sort(&random)
        case 2: return filter(words, &random) + " " + sort(&random)
        case 3: return self.words(words, &random) + " " + sort(&random)
        default: return begun(words.word(&random), &random) + " " + sort(&random)
        }
    }

    static func combination(_ words: QueryWords, _ random: inout SeededGenerator) -> String {
        var terms: [String] = []
        switch random.number(1...5) {
        case 1: terms.append(self.words(words, &random))
        case 2: terms.append(withPhrase(words, &random))
        case 3: terms.append(withExclusion(words, &random))
        default: terms.append(begun(words.word(&random), &random))
        }
        for _ in 0..<random.number(1...3) {
            terms.append((random.oneIn(3) ? "-" : "") + filter(words, &random))
        }
        if random.oneIn(2) { terms.append(sort(&random)) }
        return terms.shuffled(using: &random).joined(separator: " ")
    }
}

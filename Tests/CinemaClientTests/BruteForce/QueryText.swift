import CinemaCore
import CinemaTestSupport

@testable import CinemaClient

/// Query text as people write it, and as they do not.
enum QueryText {
    /// A word as far as somebody has typed it.
    static func begun(_ word: String, _ random: inout SeededGenerator) -> String {
        guard !random.oneIn(3), !word.isEmpty else { return word }
        return String(word.prefix(random.number(1...word.count)))
    }

    /// Two or three words, mostly of one film.
    static func words(_ words: QueryWords, _ random: inout SeededGenerator) -> String {
        let count = random.number(2...3)
        var chosen: [String] = []
        if random.oneIn(4) {
            chosen = (0..<count).map { _ in words.word(&random) }
        } else {
            let film = words.film(&random)
            var texts = [film.title, film.title] + film.genres.map(\.name)
            texts += film.credits.map(\.person.name).shuffled(using: &random).prefix(3)
            let all = texts.flatMap { QueryWords.typed($0) }
            chosen = (0..<count).map { _ in all.isEmpty ? "film" : random.element(all) }
        }
        return ended(chosen, &random)
    }

    /// The beginning of a title or a name, or all of it, perhaps with an
    /// article that it does not have.
    static func title(_ words: QueryWords, _ random: inout SeededGenerator) -> String {
        let text = random.oneIn(4) ? words.name(&random).name : words.film(&random).title
        var chosen = QueryWords.typed(text)
        guard !chosen.isEmpty else { return text }
        if !random.oneIn(3) { chosen = Array(chosen.prefix(random.number(1...chosen.count))) }
        if random.oneIn(4) { chosen.insert(random.element(["the", "a", "An"]), at: 0) }
        if chosen.count > 1, random.oneIn(6) { chosen.removeFirst() }
        return ended(chosen, &random)
    }

    /// The words with the last one still growing, or not.
    private static func ended(_ words: [String], _ random: inout SeededGenerator) -> String {
        guard let last = words.last, random.oneIn(2) else { return words.joined(separator: " ") }
        return (words.dropLast() + [begun(last, &random)]).joined(separator: " ")
    }

    static func withPhrase(_ words: QueryWords, _ random: inout SeededGenerator) -> String {
        let phrase = phrase(words, &random)
        switch random.number(1...4) {
        case 1: return "\(phrase) \(begun(words.word(&random), &random))"
        case 2: return "\(words.titleWord(&random)) \(phrase)"
        default: return phrase
        }
    }

    /// Words in quotes that stand together somewhere, mostly.
    private static func phrase(_ words: QueryWords, _ random: inout SeededGenerator) -> String {
        let text = random.oneIn(3) ? words.name(&random).name : words.film(&random).title
        var chosen = QueryWords.typed(text)
        if chosen.count > 2 {
            chosen.removeFirst(random.number(0...(chosen.count - 2)))
            chosen = Array(chosen.prefix(random.number(2...3)))
        }
        if random.oneIn(6) { chosen.reverse() }
        return "\"" + chosen.joined(separator: " ") + "\""
    }

    static func withExclusion(_ words: QueryWords, _ random: inout SeededGenerator) -> String {
        let film = words.film(&random)
        let own = QueryWords.typed(film.title) + film.genres.map(\.name)
        var excluded = random.oneIn(2) && !own.isEmpty ? random.element(own) : words.word(&random)
        if random.oneIn(3) { excluded = phrase(words, &random) }
        let wanted = random.oneIn(5) ? "" : QueryWords.typed(film.title).first ?? "the"
        let more = random.oneIn(4) ? " -" + words.word(&random) : ""
        return random.oneIn(4) ? "-\(excluded)\(more) \(wanted)" : "\(wanted) -\(excluded)\(more)"
    }

    /// Signs alone, as titles have them.
    static func literal(_ words: QueryWords, _ random: inout SeededGenerator) -> String {
        let titles = (0..<40).map { _ in words.film(&random).title }
        let signs = titles.joined().filter { !$0.isLetter && !$0.isNumber && !$0.isWhitespace }
        let signed = Array(signs + "$!")
        let count = random.oneIn(3) ? 2 : 1
        return String((0..<count).map { _ in random.element(signed) })
    }

    /// A title or a name written otherwise: joined, split, in capitals,
    /// without accents or with others.
    static func writing(_ words: QueryWords, _ random: inout SeededGenerator) -> String {
        var text = words.oddWord(&random)
        if random.oneIn(3) { text += " " + words.titleWord(&random) }
        switch random.number(1...7) {
        case 1: text = text.filter { !"-'’.".contains($0) }
        case 2: text = String(text.map { "-'’.".contains($0) ? " " : $0 })
        case 3: text = text.uppercased()
        case 4: text = TextFolding.normalized(text)
        case 5: text = String(text.flatMap { $0.isLetter ? [$0, "\u{301}"] : [$0] })
        case 6:
            text = String(text.map { $0 == "е" ? "ё" : $0 == "ё" ? "е" : $0 == "e" ? "é" : $0 })
        default: break
        }
        return random.oneIn(2) ? begun(text, &random) : text
    }

    static func nonsense(_ random: inout SeededGenerator) -> String {
        if random.oneIn(2) { return RandomText.make(length: random.number(1...12), using: &random) }
        let letters = Array("abcdefghijklmnopqrstuvwxyzабвгдежзи0123456789 -")
        return String((0..<random.number(1...9)).map { _ in random.element(letters) })
    }
}

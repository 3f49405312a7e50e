public import CinemaCore

/// Answers queries by looking at every film: slow, plain, and independent of
/// what it is compared with.
public struct ReferenceCatalog: Sendable {
    struct Entry: Sendable {
        var film: ReferenceFilm
        var title: ReferenceWords
        var people: [ReferenceWords]
        var genres: [ReferenceWords]
    }

    /// Best first.
    let entries: [Entry]
    /// Every name of the catalogue, folded once.
    let folded: [String: ReferenceWords]

    public var films: [ReferenceFilm] { entries.map(\.film) }

    public init(_ films: [ReferenceFilm]) {
        let rated = films.filter { $0.tenths != nil }
        let count = Double(max(1, rated.count))
        let mean =
            rated.isEmpty ? 50 : Double(rated.reduce(0) { $0 + ($1.tenths ?? 0) }) / count
        let weight = max(1, Double(rated.reduce(0) { $0 + ($1.reviews ?? 0) }) / count)
        let hasReviews = rated.contains { $0.reviews ?? 0 > 0 }
        func score(_ film: ReferenceFilm) -> Double {
            guard let tenths = film.tenths else { return mean }
            guard hasReviews else { return Double(tenths) }
            let reviews = Double(film.reviews ?? 0)
            return mean + (Double(tenths) - mean) * (reviews / (reviews + weight))
        }
        var folded: [String: ReferenceWords] = [:]
        for film in films {
            let names =
                film.genres + film.countries + film.languages + [film.type].compactMap { $0 }
                + film.credits.map(\.name)
            for name in names where folded[name] == nil { folded[name] = ReferenceWords(name) }
        }
        self.folded = folded
        let entries = films.map { film in
            Entry(
                film: film, title: ReferenceWords(film.title),
                people: Set(film.credits.map(\.name)).compactMap { folded[$0] },
                genres: film.genres.compactMap { folded[$0] })
        }
        self.entries = entries.sorted { left, right in
            let scores = (score(left.film), score(right.film))
            if scores.0 != scores.1 { return scores.0 > scores.1 }
            let reviews = (left.film.reviews ?? -1, right.film.reviews ?? -1)
            if reviews.0 != reviews.1 { return reviews.0 > reviews.1 }
            let keys = [left, right].map { entry in
                [
                    entry.title.withoutArticle.split.joined(separator: " "), entry.film.title,
                    entry.film.id,
                ]
            }
            for (a, b) in zip(keys[0], keys[1]) where a != b {
                return a.utf8.lexicographicallyPrecedes(b.utf8)
            }
            return false
        }
    }

    /// The ids of the films that a query finds as typed, in order.
    public func films(_ query: FilmQuery) -> [String] {
        var tiers = Array(repeating: [Entry](), count: 6)
        let conditions = query.filters.map(condition)
        for entry in entries where conditions.allSatisfy({ $0(entry.film) }) {
            if let tier = tier(query.text, entry) { tiers[tier].append(entry) }
        }
        return sorted(tiers.flatMap { $0 }, query.sort).map(\.film.id)
    }

    /// The first tier of a text that an entry belongs to; nil for none.
    private func tier(_ text: SearchText, _ entry: Entry) -> Int? {
        if let literal = text.literal {
            if entry.film.title == literal { return 0 }
            return entry.film.title.contains(literal) ? 1 : nil
        }
        if text.exclusions.contains(where: { isExcluded($0, entry) }) { return nil }
        if text.terms.isEmpty { return 0 }
        let terms = text.terms.enumerated().map { place, term in
            (term: term, isPrefix: text.endsInPrefix && place == text.terms.count - 1)
        }
        let words = ReferenceWords(words: text.terms.flatMap { $0.words })
        let inTitle = terms.allSatisfy { entry.title.has($0.term, isPrefix: $0.isPrefix) }
        let phrases = terms.filter { if case .phrase = $0.term { true } else { false } }
        let key = TextFolding.titleKey(words.words)
        if !key.isEmpty, TextFolding.titleKey(entry.title.words) == key,
            phrases.allSatisfy({ entry.title.has($0.term, isPrefix: false) })
        {
            return 0
        }
        if inTitle {
            let begins = entry.title.withoutArticle.begins(
                with: words.withoutArticle, isPrefix: text.endsInPrefix)
            return begins ? 1 : 2
        }
        /// One or two letters that may still grow are looked for in titles only.
        func isInTitleOnly(_ term: SearchText.Term, _ isPrefix: Bool) -> Bool {
            guard isPrefix, case .word(let word) = term else { return false }
            return word.joined.unicodeScalars.count < 3
        }
        func inPeople(_ term: SearchText.Term, _ isPrefix: Bool) -> Bool {
            !isInTitleOnly(term, isPrefix)
                && entry.people.contains { $0.has(term, isPrefix: isPrefix) }
        }
        if terms.allSatisfy({ inPeople($0.term, $0.isPrefix) }) { return 3 }
        let anywhere = terms.allSatisfy { term, isPrefix in
            entry.title.has(term, isPrefix: isPrefix) || inPeople(term, isPrefix)
                || !isInTitleOnly(term, isPrefix)
                    && entry.genres.contains { $0.has(term, isPrefix: isPrefix) }
        }
        return anywhere ? 4 : nil
    }

    private func isExcluded(_ term: SearchText.Term, _ entry: Entry) -> Bool {
        if entry.title.has(term, isPrefix: false) { return true }
        if case .word(let word) = term, word.joined.unicodeScalars.count < 3 { return false }
        return (entry.people + entry.genres).contains { $0.has(term, isPrefix: false) }
    }
}

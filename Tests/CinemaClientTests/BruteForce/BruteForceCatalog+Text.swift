import CinemaCore

/// What a text finds.
extension BruteForceCatalog {
    /// What one term of a text is found in.
    private struct TermHits {
        var titles: TextLines.Hits
        var casts: TextLines.Hits
        var kinds: TextLines.Hits

        /// The films that have it anywhere, perhaps twice.
        var anywhere: [Int] { titles.numbers + casts.numbers + kinds.numbers }
    }

    /// The places of the films of a text, tier by tier, best first: exact
    /// title, title begins with it, words of the title, people, the rest.
    func filmTiers(_ text: SearchText) -> [[Int]] {
        if let literal = text.literal { return literalTiers(literal) }
        let exclusions = text.exclusions.map { excluding($0) }
        var tiers = Array(repeating: [Int](), count: 5)
        guard !text.terms.isEmpty else {
            tiers[0] = ids.indices.filter { film in !exclusions.contains { $0[film] } }
            return tiers
        }
        let terms = termHits(text)
        let words = text.terms.flatMap(\.words)
        let exact = keys.equal(to: [FoldedWord(TextFolding.titleKey(words))])
        let isExact = exactTitles(exact, text, terms)
        let begins = starts.beginning(
            with: Array(TextFolding.withoutLeadingArticle(words)), isPrefix: text.endsInPrefix)
        // Every other film lacks the rarest term.
        let rarest = terms.map(\.anywhere).min { $0.count < $1.count } ?? []
        for film in Set(rarest + exact.numbers).sorted()
        where !exclusions.contains(where: { $0[film] }) {
            if isExact[film] {
                tiers[0].append(film)
            } else if terms.allSatisfy({ $0.titles.isHit[film] }) {
                tiers[begins.isHit[film] ? 1 : 2].append(film)
            } else if terms.allSatisfy({ $0.casts.isHit[film] }) {
                tiers[3].append(film)
            } else if terms.allSatisfy({
                $0.titles.isHit[film] || $0.casts.isHit[film] || $0.kinds.isHit[film]
            }) {
                tiers[4].append(film)
            }
        }
        return tiers
    }

    private func termHits(_ text: SearchText) -> [TermHits] {
        text.terms.enumerated().map { place, term in
            let isPrefix = text.endsInPrefix && place == text.terms.count - 1
            var hits = TermHits(
                titles: titles.having(term, isPrefix: isPrefix),
                casts: casts.having(term, isPrefix: isPrefix),
                kinds: kinds.having(term, isPrefix: isPrefix))
            // One or two letters that may still grow are looked for in titles.
            if isPrefix, Self.isShort(term) {
                let none = Array(repeating: false, count: ids.count)
                hits.casts = TextLines.Hits(isHit: none)
                hits.kinds = TextLines.Hits(isHit: none)
            }
            return hits
        }
    }

    /// Titles of the same letters, which have the phrases as they were typed.
    private func exactTitles(
        _ exact: TextLines.Hits, _ text: SearchText, _ terms: [TermHits]
    ) -> [Bool] {
        let phrases = zip(text.terms, terms).filter {
            if case .phrase = $0.0 { true } else { false }
        }
        var isExact = exact.isHit
        for film in exact.numbers where !phrases.allSatisfy({ $0.1.titles.isHit[film] }) {
            isExact[film] = false
        }
        return isExact
    }

    /// Exclusions are whole words; those of one or two letters count in
    /// titles only.
    private func excluding(_ term: SearchText.Term) -> [Bool] {
        var isExcluded = titles.having(term).isHit
        guard !Self.isShort(term) else { return isExcluded }
        for film in casts.having(term).numbers + kinds.having(term).numbers {
            isExcluded[film] = true
        }
        return isExcluded
    }

    private static func isShort(_ term: SearchText.Term) -> Bool {
        guard case .word(let word) = term else { return false }
        return word.joined.unicodeScalars.count < 3
    }

    /// A text without letters and digits: titles that are it, then those
    /// that have it, sign by sign.
    private func literalTiers(_ literal: String) -> [[Int]] {
        let exact = writtenTitles.equal(to: literal)
        let containing = writtenTitles.containing(literal)
        return [exact.numbers, containing.numbers.filter { !exact.isHit[$0] }]
    }
}

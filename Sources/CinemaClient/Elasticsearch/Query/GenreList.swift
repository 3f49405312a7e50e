internal import CinemaCore

/// All genres of an index with how many films each has: few enough to be
/// known whole, so what a text or a filter means is decided here.
struct GenreList: Sendable {
    struct Entry: Hashable, Sendable {
        var id: String
        var name: String
        var films: Int
    }

    /// Most films first, then by name.
    let entries: [Entry]
    private let titles: [FoldedTitle]
    let names: GenreNames

    init(_ entries: [Entry]) {
        self.entries = entries.sorted { left, right in
            if left.films != right.films { return left.films > right.films }
            return left.name == right.name
                ? left.id.precedes(right.id) : left.name.precedes(right.name)
        }
        titles = self.entries.map { FoldedTitle($0.name) }
        names = GenreNames(self.entries.map { GenreRecord(id: $0.id, name: $0.name) })
    }

    /// The genres that a value of a filter means: that of the id, else those
    /// of the name, else those with all its words.
    func meant(by value: String) -> [Entry] {
        let byID = entries.filter { $0.id == value }
        if !byID.isEmpty { return byID }
        return NamedRows.places(of: value, in: titles).map { entries[$0] }
    }

    /// The genres with a term in their name.
    func having(_ term: SearchText.Term, isPrefix: Bool) -> [Entry] {
        zip(entries, titles).filter { $1.contains(term, isPrefix: isPrefix) }.map(\.0)
    }

    /// What a text finds: the exact name, names that begin with it, names
    /// with all its words.
    func matches(_ text: SearchText) -> [Entry] {
        guard text.literal == nil else { return [] }
        var tiers: [[Entry]] = [[], [], []]
        let wanted = FoldedTitle(words: text.words).texts
        let beginnings = text.endsInPrefix ? wanted : wanted.map { $0 + " " }
        for (entry, title) in zip(entries, titles) {
            let isMatch = text.terms.enumerated().allSatisfy { place, term in
                title.contains(term, isPrefix: text.endsInPrefix && place == text.terms.count - 1)
            }
            let isExcluded = text.exclusions.contains { title.contains($0, isPrefix: false) }
            guard isMatch, !isExcluded else { continue }
            let texts = title.texts
            if texts.contains(where: { wanted.contains($0) }) {
                tiers[0].append(entry)
            } else if texts.contains(where: { text in
                beginnings.contains { text.hasFoldedPrefix($0) }
            }) {
                tiers[1].append(entry)
            } else {
                tiers[2].append(entry)
            }
        }
        return tiers.flatMap { $0 }
    }
}

extension GenreList.Entry {
    var summary: GenreSummary { GenreSummary(id: Identifier(id), name: name, films: films) }
}

internal import CinemaCore

/// People gathered from films, where there is no index of them.
struct DerivedPeople {
    struct Entry: Hashable {
        var subject: PersonFacts.Subject
        /// In how many films, as far as that was counted; who did several
        /// things in one film is counted for each.
        var films: Int
    }

    private(set) var entries: [Entry] = []
    /// Whether nobody is missing.
    var isComplete = true

    private var byID: [String: Int] = [:]
    private var byName: [String: Int] = [:]

    /// Who has an id is one person with who has the same name and none.
    mutating func add(id: String?, name: String, films: Int) {
        let known = id.map { byID[$0] } ?? byName[name]
        let nameless = byName[name].flatMap { entries[$0].subject.id == nil ? $0 : nil }
        guard let place = known ?? nameless else {
            if let id { byID[id] = entries.count }
            if byName[name] == nil { byName[name] = entries.count }
            let subject = PersonFacts.Subject(id: id, name: name)
            return entries.append(Entry(subject: subject, films: films))
        }
        entries[place].films += films
        if let id, entries[place].subject.id == nil {
            entries[place].subject.id = id
            byID[id] = place
        }
    }

    /// Those of others who are not among these, behind them.
    mutating func append(_ others: DerivedPeople) {
        let own = Set(entries.map(\.subject))
        entries += others.entries.filter { !own.contains($0.subject) }
        isComplete = isComplete && others.isComplete
    }

    /// Those whom a text means: the exact name, names that begin with it,
    /// names with all its words; most films first.
    mutating func keep(_ text: SearchText) {
        let wanted = FoldedTitle(words: text.words).texts
        let beginnings = text.endsInPrefix ? wanted : wanted.map { $0 + " " }
        var ranked: [(entry: Entry, tier: Int)] = []
        for entry in entries {
            let title = FoldedTitle(entry.subject.name)
            let isMatch = text.terms.enumerated().allSatisfy { place, term in
                title.contains(term, isPrefix: text.endsInPrefix && place == text.terms.count - 1)
            }
            guard isMatch, !text.exclusions.contains(where: { title.contains($0, isPrefix: false) })
            else { continue }
            let isExact = title.texts.contains { wanted.contains($0) }
            let begins = title.texts.contains { own in
                beginnings.contains { own.hasFoldedPrefix($0) }
            }
            ranked.append((entry, text.terms.isEmpty || isExact ? 0 : begins ? 1 : 2))
        }
        entries = ranked.sorted { left, right in
            if left.tier != right.tier { return left.tier < right.tier }
            if left.entry.films != right.entry.films { return left.entry.films > right.entry.films }
            return left.entry.subject.name.precedes(right.entry.subject.name)
        }.map(\.entry)
    }
}

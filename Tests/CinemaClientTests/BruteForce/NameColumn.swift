import CinemaCore

@testable import CinemaClient

/// The people, genres or other names of films: those that count most first,
/// then those of most films, then by name and id.
struct NameColumn: Sendable {
    private(set) var ids: [String] = []
    private(set) var names: [String] = []
    /// The folded lines of each name, and all of them to be searched.
    private(set) var lines: [[String]] = []
    private(set) var folded = TextLines()
    /// The places of each film's names, each once.
    private(set) var ofFilm: [[Int]] = []

    private struct Entry {
        var id: String
        var name: String
        var films = 0
        var weight = 0.0
    }

    /// - Parameters:
    ///   - order: The films by their numbers in the order of `ofFilm`.
    ///   - weight: How much a film counts for its names, added up as films come.
    init(
        _ films: [FilmRecord], order: [Int], weight: (FilmRecord) -> Double = { _ in 0 },
        _ names: (FilmRecord) -> [FilmRecord.Name]
    ) {
        var entries: [Entry] = []
        var numbers: [String: Int] = [:]
        var numbersOfFilm: [[Int]] = []
        for film in films {
            var own: [Int] = []
            for name in names(film) {
                let id = name.id ?? name.name
                let number = numbers[id] ?? entries.count
                if number == entries.count {
                    numbers[id] = number
                    entries.append(Entry(id: id, name: name.name))
                }
                guard !own.contains(number) else { continue }
                own.append(number)
                entries[number].films += 1
                entries[number].weight += weight(film)
            }
            numbersOfFilm.append(own)
        }
        let sorted = entries.indices.sorted { Self.isBefore(entries[$0], entries[$1]) }
        var places = Array(repeating: 0, count: entries.count)
        for (place, number) in sorted.enumerated() {
            places[number] = place
            ids.append(entries[number].id)
            self.names.append(entries[number].name)
            lines.append(TextLines.lines(TextFolding.words(in: entries[number].name)))
            folded.add(lines[place])
        }
        ofFilm = order.map { numbersOfFilm[$0].map { places[$0] } }
    }

    private static func isBefore(_ left: Entry, _ right: Entry) -> Bool {
        if left.weight != right.weight { return left.weight > right.weight }
        if left.films != right.films { return left.films > right.films }
        return left.name != right.name
            ? left.name.isBefore(right.name) : left.id.isBefore(right.id)
    }

    /// Whether each name is one of those that the values of a filter mean: the
    /// id; else the name, without case and accents; else all names that have
    /// all its words.
    func meant(by values: [String]) -> [Bool] {
        var meant = Array(repeating: false, count: names.count)
        for value in values {
            if let place = ids.firstIndex(of: value) {
                meant[place] = true
                continue
            }
            let words = TextFolding.words(in: value)
            guard !words.isEmpty else { continue }
            var found = folded.equal(to: words).numbers
            if found.isEmpty {
                let having = words.map { folded.having(.word($0)) }
                found = having[0].numbers.filter { name in having.allSatisfy { $0.isHit[name] } }
            }
            for name in found { meant[name] = true }
        }
        return meant
    }

    /// The places of the names of a text: exact name, name begins with the
    /// text, words of the name.
    func found(by text: SearchText) -> [Int] {
        guard text.literal == nil else { return [] }
        let exclusions = text.exclusions.map { folded.having($0).isHit }
        let terms = text.terms.enumerated().map { place, term in
            folded.having(term, isPrefix: text.endsInPrefix && place == text.terms.count - 1)
        }
        let words = text.terms.flatMap(\.words)
        let isExact = folded.equal(to: words).isHit
        let begins = folded.beginning(with: words, isPrefix: text.endsInPrefix).isHit
        let rarest = terms.map(\.numbers).min { $0.count < $1.count } ?? Array(names.indices)
        var tiers: [[Int]] = [[], [], []]
        for name in rarest
        where terms.allSatisfy({ $0.isHit[name] }) && !exclusions.contains(where: { $0[name] }) {
            tiers[isExact[name] ? 0 : begins[name] ? 1 : 2].append(name)
        }
        return tiers.flatMap { $0 }
    }
}

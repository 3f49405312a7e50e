import CinemaClient
import CinemaCore

/// Queries from the titles and names of a catalogue, most of them of its
/// better known films, as those are what is looked for; the same every time.
struct QuerySample {
    private(set) var queries: [QueryKind: [TypedQuery]] = [:]
    /// Places of films and people, from 0, chosen likewise.
    private(set) var filmPlaces: [Int] = []
    private(set) var personPlaces: [Int] = []
    /// Words of titles with six letters or more.
    private(set) var longWords: [String] = []

    private static let queriesOfAKind = 200

    init(_ catalog: LocalCatalog, seed: UInt64) async throws {
        var random = BenchmarkRandom(seed: seed)
        let summary = try await catalog.summary()
        filmPlaces = (0..<600).map { _ in random.place(in: summary.films) }
        personPlaces = (0..<300).map { _ in random.place(in: summary.people) }
        var titles: [[String]] = []
        for place in filmPlaces {
            let page = PageRequest(offset: place, count: 1)
            let films = try await catalog.films(FilmQuery(), page: page).items
            titles += films.map { Self.words($0.title) }
        }
        var names: [[String]] = []
        for place in personPlaces {
            let page = PageRequest(offset: place, count: 1)
            let people = try await catalog.people(FilmQuery(), page: page).items
            names += people.map { Self.words($0.name) }
        }
        longWords = titles.joined().filter { $0.count >= 6 && $0.allSatisfy(\.isLetter) }
        for kind in QueryKind.allCases {
            var known: Set<TypedQuery> = []
            queries[kind] = (kind == .name ? names : titles)
                .compactMap { Self.query(kind, $0, &random) }
                .filter { known.insert($0).inserted }
                .prefix(Self.queriesOfAKind).map { $0 }
        }
    }

    subscript(kind: QueryKind) -> [TypedQuery] { queries[kind] ?? [] }

    static func words(_ text: String) -> [String] {
        TextFolding.words(in: text).flatMap(\.parts)
    }

    private static func query(
        _ kind: QueryKind, _ words: [String], _ random: inout BenchmarkRandom
    ) -> TypedQuery? {
        let length =
            switch kind {
            case .oneLetter: 1
            case .twoLetters, .twoPrefixes: 2
            case .threeLetters, .wordAndPrefix, .name, .filtered: 3
            case .fiveLetters: 5
            }
        switch kind {
        case .oneLetter, .twoLetters, .threeLetters, .fiveLetters, .filtered:
            let long = words.filter { $0.count >= length }
            guard !long.isEmpty else { return nil }
            let word = long[random.below(long.count)]
            return TypedQuery(kind: kind, words: [String(word.prefix(length))])
        case .wordAndPrefix, .twoPrefixes, .name:
            guard words.count > 1, words[1].count >= length, words[0].count >= 2 else {
                return nil
            }
            let first = kind == .twoPrefixes ? String(words[0].prefix(2)) : words[0]
            return TypedQuery(kind: kind, words: [first, String(words[1].prefix(length))])
        }
    }
}

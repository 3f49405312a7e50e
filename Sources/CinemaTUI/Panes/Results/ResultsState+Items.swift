public import CinemaCore

extension ResultsState {
    /// What can be selected in the list.
    public enum Item: Equatable, Sendable {
        case recent(RecentItem)
        case film(FilmSummary)
        case person(PersonSummary)
        case genre(GenreSummary)
        /// A row that is on its way.
        case missing

        public var target: DetailTarget? {
            switch self {
            case .recent(let item): item.target
            case .film(let film): .film(film.id)
            case .person(let person): .person(person.id)
            case .genre(let genre): .genre(genre.id)
            case .missing: nil
            }
        }

        /// The item as the list of what was opened lately names it.
        var asRecent: RecentItem? {
            switch self {
            case .recent(let item): item
            case .film(let film):
                RecentItem(target: .film(film.id), name: film.title, year: film.year)
            case .person(let person): RecentItem(target: .person(person.id), name: person.name)
            case .genre(let genre): RecentItem(target: .genre(genre.id), name: genre.name)
            case .missing: nil
            }
        }
    }

    /// How many items stand before the first row of the result.
    var leadingItems: Int { leadingItems(tab) }

    func leadingItems(_ tab: Tab) -> Int { tab == .films ? recent.count : 0 }

    /// How many items there are, as far as is known.
    public var itemCount: Int { itemCount(tab) }

    func itemCount(_ tab: Tab) -> Int { leadingItems(tab) + total(tab).value }

    public func item(at index: Int) -> Item? { item(at: index, in: tab) }

    func item(at index: Int, in tab: Tab) -> Item? {
        guard index >= 0, index < itemCount(tab) else { return nil }
        let leading = leadingItems(tab)
        if index < leading { return .recent(recent[index]) }
        let row = index - leading
        let added = row - ownTotal(tab).value
        switch tab {
        case .films:
            return added >= 0
                ? .film(serverRows.films[added]) : films[row].map { .film($0) } ?? .missing
        case .people:
            return added >= 0
                ? .person(serverRows.people[added]) : people[row].map { .person($0) } ?? .missing
        case .genres:
            return added >= 0
                ? .genre(serverRows.genres[added]) : genres[row].map { .genre($0) } ?? .missing
        }
    }

    public var selectedItem: Item? { item(at: place.selected) }

    /// The items before which a heading stands.
    public var headings: [Int] {
        let server = serverStart.map { [$0] } ?? []
        if query.isWhole && tab == .films && sortIsRelevance {
            return (recent.isEmpty ? [0] : [0, recent.count]).filter { !server.contains($0) }
                + server
        }
        if let start = rescueStart { return [start] + server }
        return server
    }

    var sortIsRelevance: Bool { query.sort == .relevance }

    /// Whether the rows come in an order that only the server knows: not the
    /// best first.
    private var isInServersOrder: Bool {
        guard let place = origin?.place, place != .snapshot else { return false }
        let ratings = (0..<20).compactMap { films[$0]?.rating?.tenths }
        return zip(ratings, ratings.dropFirst()).contains { $0 < $1 }
    }

    /// The heading before an item.
    func heading(beforeItem item: Int, texts: Texts) -> String {
        if item == serverStart { return texts.atTheServer }
        if let rescue { return texts.rescued(rescue) }
        if item < recent.count { return texts.recentlyViewed }
        return isInServersOrder ? texts.tab(.films) : texts.bestFilms
    }
}

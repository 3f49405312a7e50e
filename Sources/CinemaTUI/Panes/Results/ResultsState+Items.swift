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
    var leadingItems: Int { tab == .films ? recent.count : 0 }

    /// How many items there are, as far as is known.
    public var itemCount: Int { leadingItems + total(tab).value }

    public func item(at index: Int) -> Item? {
        guard index >= 0, index < itemCount else { return nil }
        switch tab {
        case .films:
            if index < recent.count { return .recent(recent[index]) }
            return films[index - recent.count].map { .film($0) } ?? .missing
        case .people: return people[index].map { .person($0) } ?? .missing
        case .genres: return genres[index].map { .genre($0) } ?? .missing
        }
    }

    public var selectedItem: Item? { item(at: place.selected) }

    /// The items before which a heading stands.
    public var headings: [Int] {
        if query.isWhole && tab == .films && sortIsRelevance {
            return recent.isEmpty ? [0] : [0, recent.count]
        }
        if let start = rescueStart { return [start] }
        return []
    }

    var sortIsRelevance: Bool { query.sort == .relevance }

    /// The heading before an item.
    func heading(beforeItem item: Int, texts: Texts) -> String {
        if let rescue { return texts.rescued(rescue) }
        return item < recent.count ? texts.recentlyViewed : texts.bestFilms
    }
}

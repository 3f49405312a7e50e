import CinemaCore

/// A line of the filter menu.
enum FilterEntry: Equatable {
    case heading(String)
    case choice(label: String, films: Int?, isOn: Bool, filter: Filter)

    var isSelectable: Bool {
        if case .choice = self { true } else { false }
    }
}

extension AppState {
    /// The lines of the filter menu: genres, decades, ratings, with the films
    /// that each would leave.
    func filterEntries(_ menu: MenuState) -> [FilterEntry] {
        let facets = browser.results.facets
        let active = browser.search.filters
        var entries: [FilterEntry] = menu.genres.isEmpty ? [] : [.heading(genresHeading)]
        for genre in menu.genres {
            let filter = Filter(.genre([genre.name]))
            // A copy of lists alone has counted no genre.
            let count = facets.flatMap { facets in
                facets.genres.isEmpty && isReading
                    ? nil : facets.genres.first { $0.genre.id == genre.id }?.films ?? 0
            }
            entries.append(
                .choice(
                    label: genre.name, films: count, isOn: active.contains { $0.means(filter) },
                    filter: filter))
        }
        entries.append(.heading(texts.ratings))
        for rating in stride(from: 9, through: 5, by: -1) {
            let filter = Filter(.rating(Span(lower: rating * 10)))
            let count = facets?.ratings.dropFirst(rating).reduce(0, +)
            entries.append(
                .choice(
                    label: texts.atLeast(rating), films: count, isOn: active.contains(filter),
                    filter: filter))
        }
        if !menu.decades.isEmpty { entries.append(.heading(texts.decades)) }
        for decade in menu.decades {
            let filter = Filter(.year(Span(lower: decade, upper: decade + 9)))
            let count = facets.map { facets in
                facets.decades.first { $0.decade == decade }?.films ?? 0
            }
            entries.append(
                .choice(
                    label: texts.decade(decade), films: count, isOn: active.contains(filter),
                    filter: filter))
        }
        return entries
    }

    /// Genres are counted in the films that were read one by one.
    private var genresHeading: String {
        guard let progress, progress.stage == .details, browser.results.facets != nil else {
            return texts.genres
        }
        return texts.genresRead(progress)
    }

    mutating func openFilterMenu() {
        overlay = .filters(MenuState())
        offerFacets()
    }

    /// Offers genres and decades in a filter menu that was opened before they
    /// were counted. A choice that was walked to stays.
    mutating func offerFacets() {
        guard case .filters(var menu) = overlay, menu.decades.isEmpty else { return }
        let facets = browser.results.facets
        let counted = facets?.genres.map(\.genre) ?? []
        let genres = counted.isEmpty ? knownGenres : counted
        let former = chosenFilter(menu)
        menu.genres = genres.sorted { $0.name < $1.name }
        menu.decades = facets?.decades.map(\.decade).sorted(by: >) ?? []
        if menu.selected > 0 {
            let choices = filterEntries(menu).filter(\.isSelectable)
            let place = choices.firstIndex { choice in
                if case .choice(_, _, _, let filter) = choice { filter == former } else { false }
            }
            menu.selected = place ?? max(0, min(menu.selected, choices.count - 1))
        }
        overlay = .filters(menu)
    }

    private func chosenFilter(_ menu: MenuState) -> Filter? {
        let choices = filterEntries(menu).filter(\.isSelectable)
        guard choices.indices.contains(menu.selected),
            case .choice(_, _, _, let filter) = choices[menu.selected]
        else { return nil }
        return filter
    }

    mutating func performFilterMenu(_ command: Command, _ menu: MenuState) -> [Effect] {
        var menu = menu
        let choices = filterEntries(menu).filter(\.isSelectable)
        switch command {
        case .choose:
            guard choices.indices.contains(menu.selected),
                case .choice(_, _, let isOn, let filter) = choices[menu.selected]
            else { return [] }
            toggle(filter, isOn: isOn)
            return queryChanged()
        case .clearFilters:
            browser.search.chips = []
            return queryChanged()
        case .close:
            overlay = nil
            return []
        default: menu.move(command, count: choices.count)
        }
        overlay = .filters(menu)
        return []
    }

    /// Genres add up; a decade or a rating takes the place of the former one.
    private mutating func toggle(_ filter: Filter, isOn: Bool) {
        var filters = browser.search.filters
        if isOn {
            filters.removeAll { $0.means(filter) }
        } else {
            if case .genre = filter.condition {
            } else {
                filters.removeAll { $0.hasSameField(as: filter) }
            }
            filters.append(filter)
        }
        browser.search.filters = filters
    }
}

extension MenuState {
    /// Moves the choice by a command.
    mutating func move(_ command: Command, count: Int) {
        switch command {
        case .down: selected += 1
        case .up: selected -= 1
        case .pageDown: selected += 10
        case .pageUp: selected -= 10
        case .first: selected = 0
        case .last: selected = count - 1
        default: return
        }
        selected = max(0, min(selected, count - 1))
    }
}

extension Filter {
    /// Whether two filters leave the same films, however their names are written.
    fileprivate func means(_ other: Filter) -> Bool {
        guard case .genre(let names) = condition, case .genre(let others) = other.condition else {
            return self == other
        }
        return isExcluding == other.isExcluding
            && names.map(TextFolding.normalized) == others.map(TextFolding.normalized)
    }
}

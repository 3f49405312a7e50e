import CinemaCore

extension FilmSort.Field {
    /// The letter that chooses the order in the sort menu.
    var letter: Character {
        switch self {
        case .relevance: "d"
        case .rating: "r"
        case .year: "y"
        case .title: "t"
        case .reviews: "v"
        case .runtime: "m"
        }
    }

    /// The direction that people mean first: the best, the newest, from A.
    var firstDirection: FilmSort {
        switch self {
        case .relevance, .title: FilmSort(self)
        case .rating, .year, .reviews, .runtime: FilmSort(self, descending: true)
        }
    }
}

extension AppState {
    mutating func openSortMenu() {
        var menu = MenuState()
        menu.selected =
            FilmSort.Field.allCases.firstIndex(of: browser.search.sort.field) ?? 0
        overlay = .sort(menu)
    }

    mutating func performSortMenu(_ command: Command, _ menu: MenuState) -> [Effect] {
        var menu = menu
        switch command {
        case .choose: return sort(by: FilmSort.Field.allCases[menu.selected])
        case .close:
            overlay = nil
            return []
        default: menu.move(command, count: FilmSort.Field.allCases.count)
        }
        overlay = .sort(menu)
        return []
    }

    /// A letter in the sort menu; nil where it is none.
    mutating func handleSortLetter(_ key: Key) -> [Effect]? {
        guard case .sort = overlay,
            case .character(let letter) = key.latin(inTextField: false).code,
            key.modifiers.isEmpty,
            let field = FilmSort.Field.allCases.first(where: { $0.letter == letter })
        else { return nil }
        return sort(by: field)
    }

    /// Sorts by a field; by the same field again, the other way round.
    private mutating func sort(by field: FilmSort.Field) -> [Effect] {
        overlay = nil
        let current = browser.search.sort
        browser.search.sort = current.field == field ? current.reversed : field.firstDirection
        return queryChanged()
    }
}

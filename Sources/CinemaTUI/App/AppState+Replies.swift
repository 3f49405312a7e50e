import CinemaCore

extension AppState {
    /// Takes in what the catalogue answered. Replies to former queries are
    /// dropped here, whatever became of the requests.
    mutating func receive(_ reply: Action) -> [Effect] {
        switch reply {
        case .found(let found, let generation):
            guard generation == browser.results.generation else { return [] }
            take(found)
            isStalled = false
            return [.cancelWake(name: .stalled)] + settle()
        case .counted(let statistics, let generation):
            guard generation == browser.results.generation else { return [] }
            browser.results.films.set(total: statistics.films)
            browser.results.people.set(total: statistics.people)
            browser.results.genres.set(total: statistics.genres)
            browser.results.facets = statistics.facets
            offerFacets()
            guard browser.results.goesToEnd else { return settle() }
            browser.results.goesToEnd = false
            browser.results.place.selected = browser.results.itemCount - 1
            return settle()
        case .filmPage(let page, let generation):
            guard generation == browser.results.generation else { return [] }
            browser.results.films.insert(page)
            browser.results.failure = nil
            return settle()
        case .peoplePage(let page, let generation):
            guard generation == browser.results.generation else { return [] }
            browser.results.people.insert(page)
            browser.results.failure = nil
            return settle()
        case .genrePage(let page, let generation):
            guard generation == browser.results.generation else { return [] }
            browser.results.genres.insert(page)
            browser.results.failure = nil
            return settle()
        case .searchFailed(let error, let generation):
            guard generation == browser.results.generation, error.kind != .cancelled
            else { return [] }
            browser.results.failure = error
            browser.results.forgetRequests()
            isStalled = false
            return [.cancelWake(name: .stalled)]
        case .loaded(let content): return take(content)
        case .loadFailed(let error, let target):
            guard browser.detail.target == target, error.kind != .cancelled else { return [] }
            browser.detail.failure = error
            return []
        case .surprised(let film, let generation):
            guard generation == browser.results.generation else { return [] }
            guard let film else {
                notice = texts.noFilmToSurpriseWith
                return []
            }
            return go(through: .film(film.id))
        default: return []
        }
    }

    private mutating func take(_ found: SearchResults) {
        browser.results.films = ListWindow(found.films)
        browser.results.people = ListWindow(found.people)
        browser.results.genres = ListWindow(found.genres)
        browser.results.rescue = found.rescue
        browser.results.firstFilm = found.firstFilm
        browser.results.recent = isStartPageQuery ? recent : []
        browser.results.isCurrent = true
        browser.results.failure = nil
        if browser.results.tab == .films && browser.focus == .search && !isStartPageQuery {
            browser.results.filmsPlace = ListPlace()
        }
    }

    private var isStartPageQuery: Bool {
        browser.results.query.isWhole && browser.results.query.sort == .relevance
    }

    /// Takes a record in if the pane waits for it, and notes it as viewed if
    /// the reader walked to it.
    private mutating func take(_ content: DetailContent) -> [Effect] {
        guard browser.detail.target == content.target else { return [] }
        browser.detail.content = content
        browser.detail.failure = nil
        guard !browser.paneFollows else { return [] }
        let item =
            switch content {
            case .film(let film):
                RecentItem(target: content.target, name: film.title, year: film.summary.year)
            case .person(let person): RecentItem(target: content.target, name: person.name)
            case .genre(let genre): RecentItem(target: content.target, name: genre.name)
            }
        return remember(item)
    }
}

import CinemaCore

extension AppState {
    /// Takes in what the catalogue answered. Replies to former queries are
    /// dropped here, whatever became of the requests.
    mutating func receive(_ reply: Action) -> [Effect] {
        switch reply {
        case .found(let found, let generation):
            guard generation == browser.results.generation else { return [] }
            return take(found)
        case .counted(let statistics, let generation):
            guard generation == browser.results.generation else { return [] }
            return take(statistics)
        case .filmPage(let page, let generation):
            return takeFilms(page, generation)
        case .peoplePage(let page, let generation):
            return takePage(.people, generation) { $0.people.insert(page) }
        case .genrePage(let page, let generation):
            return takePage(.genres, generation) { $0.genres.insert(page) }
        case .searchFailed(let error, let generation):
            guard generation == browser.results.generation, error.kind != .cancelled
            else { return [] }
            return searchFailed(error)
        case .countFailed(let error, let generation):
            // A server that cannot count says so by its rows.
            guard generation == browser.results.generation, error.kind != .cancelled
            else { return [] }
            browser.results.goesToEnd = false
            return isRemote ? [] : searchFailed(error)
        case .pageFailed(let error, let tab, let generation):
            guard generation == browser.results.generation, error.kind != .cancelled
            else { return [] }
            return pageFailed(error, tab)
        case .confirmed(let found, let generation):
            guard generation == browser.results.generation else { return [] }
            return takeConfirmation(found)
        case .confirmFailed(let error, let generation):
            guard generation == browser.results.generation, error.kind != .cancelled
            else { return [] }
            confirmationFailed(error)
            return []
        case .loaded(let content): return take(content)
        case .loadFailed(let error, let target): return loadFailed(error, target)
        case .surprised(let film, let generation):
            guard generation == browser.results.generation else { return [] }
            guard let film else {
                notice = texts.noFilmToSurpriseWith
                return []
            }
            return go(through: .film(film.id))
        case .inspected(let content, let generation): return takeInspection(content, generation)
        case .inspectFailed(let error, let generation):
            return inspectionFailed(error, generation)
        default: return []
        }
    }

    private mutating func take(_ found: SearchResults) -> [Effect] {
        if browser.results.refreshing == .quietly, standsIn(found.origin) {
            return keepServerRows()
        }
        if browser.results.refreshing == nil {
            replaceRows(found)
        } else {
            // A reader who types wants the first row, whichever it is.
            let isAtTop = browser.focus == .search && browser.results.place == ListPlace()
            browser.results.keepingPlaces { $0.renew(found) }
            if isAtTop { browser.results.place = ListPlace() }
        }
        browser.results.origin = found.origin
        browser.results.isCurrent = true
        browser.results.held = nil
        browser.results.refreshing = nil
        browser.results.failure = nil
        browser.results.pageFailures = [:]
        if let early = browser.results.earlyConfirmation {
            browser.results.earlyConfirmation = nil
            browser.results.add(early)
        }
        if let early = browser.results.earlyStatistics {
            browser.results.earlyStatistics = nil
            takeNumbers(early)
        }
        isStalled = false
        var effects: [Effect] = [.cancelWake(name: .stalled)] + retryLater()
        browser.results.awaitsRescue = found.rescueComesApart
        if found.rescueComesApart {
            // The numbers are those of all rows.
            browser.results.refreshing = .quietly
            effects.append(rows(.rescued))
        } else if found.filmsFailure == nil {
            effects += askNumbers()
        }
        if browser.results.revision != status.revision { effects += refreshLater() }
        guard browser.results.goesToEnd else { return effects + settle() }
        return effects + performList(.last)
    }

    private mutating func askNumbers() -> [Effect] {
        guard !browser.results.isCounted else { return [] }
        browser.results.isCounted = true
        return [numbers]
    }

    private mutating func replaceRows(_ found: SearchResults) {
        if isRemote && browser.results.query.text.isEmpty && !found.genres.items.isEmpty {
            knownGenres = found.genres.items.map { GenreReference(id: $0.id, name: $0.name) }
        }
        browser.results.films = ListWindow(found.films)
        browser.results.people =
            found.peopleComeApart
            ? ListWindow(total: found.people.total) : ListWindow(found.people)
        browser.results.peopleComeApart = found.peopleComeApart
        browser.results.genres = ListWindow(found.genres)
        browser.results.partFailures = found.failures
        browser.results.serverRows = ServerRows()
        browser.results.rescue = found.rescue
        browser.results.firstFilm = found.firstFilm
        browser.results.recent = isStartPageQuery ? recent : []
        if browser.results.tab == .films && browser.focus == .search && !isStartPageQuery {
            browser.results.filmsPlace = ListPlace()
        }
    }

    private mutating func take(_ statistics: SearchStatistics) -> [Effect] {
        // The rows on the screen are those of another query, not to be counted so.
        guard browser.results.isCurrent, browser.results.refreshing == nil else {
            browser.results.earlyStatistics = statistics
            return []
        }
        takeNumbers(statistics)
        let ahead = askPeopleAhead()
        guard browser.results.goesToEnd else { return ahead + settle() }
        let effects = performList(.last)
        browser.results.goesToEnd = false
        return ahead + effects
    }

    private mutating func takeNumbers(_ statistics: SearchStatistics) {
        browser.results.films.set(total: statistics.films)
        browser.results.people.set(total: statistics.people)
        browser.results.genres.set(total: statistics.genres)
        // A server that cannot count tells nothing, not that there is nothing.
        browser.results.facets =
            isRemote && statistics.facets == FilmFacets() ? nil : statistics.facets
        offerFacets()
    }

    private mutating func takeFilms(_ page: Page<FilmSummary>, _ generation: Int) -> [Effect] {
        if generation == browser.results.generation, standsIn(page.origin) {
            return pageFailed(unreachable, .films)
        }
        return takePage(.films, generation) { $0.films.insert(page) }
    }

    private mutating func takePage(
        _ tab: Tab, _ generation: Int, _ insert: (inout ResultsState) -> Void
    ) -> [Effect] {
        guard generation == browser.results.generation else { return [] }
        browser.results.keepingPlaces { results in
            insert(&results)
            results.dropKnownServerRows()
        }
        browser.results.pageFailures[tab] = nil
        if browser.results.isCurrent { browser.results.failure = nil }
        if browser.results.failures.isEmpty { browser.results.retries = 0 }
        return settle()
    }

    /// The rows stay; a refresh that nobody asked for fails in silence, unless
    /// it was to bring what belongs to the rows.
    private mutating func searchFailed(_ error: CatalogError) -> [Effect] {
        if browser.results.isCurrent && browser.results.awaitsRescue {
            browser.results.pageFailures[.films] = error
        } else if browser.results.refreshing != .quietly {
            browser.results.failure = error
        }
        browser.results.refreshing = nil
        browser.results.forgetRequests()
        isStalled = false
        settlePlace()
        let hasNews = browser.results.isCurrent && browser.results.revision != status.revision
        return [.cancelWake(name: .stalled)] + retryLater() + (hasNews ? refreshLater() : [])
    }

    private var isStartPageQuery: Bool {
        browser.results.query.isWhole && browser.results.query.sort == .relevance
    }
}

extension SearchResults {
    /// Why parts are missing.
    var failures: [Tab: CatalogError] {
        var failures: [Tab: CatalogError] = [:]
        failures[.films] = filmsFailure
        failures[.people] = peopleFailure
        failures[.genres] = genresFailure
        return failures
    }
}

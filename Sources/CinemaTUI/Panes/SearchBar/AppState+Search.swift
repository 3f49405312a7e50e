import CinemaCore

extension AppState {
    /// Carries out a command while the search bar has the keys.
    mutating func performSearch(_ command: Command) -> [Effect] {
        browser.search.replacesText = false
        switch command {
        case .down: return moveSelection(by: 1)
        case .up: return moveSelection(by: -1)
        case .pageDown: return moveSelection(by: pageRows)
        case .pageUp: return moveSelection(by: -pageRows)
        case .nextTab: return change(to: browser.results.tab.next)
        case .previousTab: return change(to: browser.results.tab.previous)
        case .leaveSearch:
            browser.focus = .list
            return settle()
        case .submit: return submit()
        case .previousQuery: return walkHistory(by: -1)
        case .nextQuery: return walkHistory(by: 1)
        case .deleteBackward: return deleteBackward()
        case .deleteForward: return edit { $0.deleteForward() }
        case .cutWord: return edit { $0.cutWordBackward() }
        case .cutToStart: return edit { $0.cutToStart() }
        case .cutToEnd: return edit { $0.cutToEnd() }
        case .yank: return edit { $0.yank() }
        case .cursorLeft: browser.search.field.moveLeft()
        case .cursorRight: browser.search.field.moveRight()
        case .cursorStart: browser.search.field.moveToStart()
        case .cursorEnd: browser.search.field.moveToEnd()
        case .wordLeft: browser.search.field.moveWordLeft()
        case .wordRight: browser.search.field.moveWordRight()
        default: break
        }
        return []
    }

    private mutating func edit(_ change: (inout TextField) -> Void) -> [Effect] {
        change(&browser.search.field)
        return queryEdited()
    }

    private mutating func deleteBackward() -> [Effect] {
        if browser.search.field.deleteBackward() { return queryEdited() }
        guard browser.search.takeBackChip() else { return [] }
        browser.search.historyPosition = nil
        return queryChanged(isTyping: true)
    }

    /// After an edit: terms that are ended become chips, the rest is searched.
    mutating func queryEdited() -> [Effect] {
        browser.search.historyPosition = nil
        browser.search.takeChips()
        return queryChanged(isTyping: true)
    }

    /// Searches if the query is another one than the list's.
    mutating func queryChanged(isTyping: Bool = false) -> [Effect] {
        let query = browser.search.query
        guard query != browser.results.query else { return isTyping ? pauseAgain() : [] }
        if browser.isVisited {
            // The place as it was before this change stays in the history.
            var place = browser
            place.search = SearchState()
            place.search.field.set(browser.results.query.typed)
            place.search.filters = browser.results.query.filters
            place.search.sort = browser.results.query.sort
            if place.focus == .search { place.focus = .list }
            let current = browser
            browser = place
            leavePlace()
            browser = current
            browser.isVisited = false
        }
        return ask(isTyping: isTyping)
    }

    /// Asks the catalogue for the query of the search bar: at once, or, where
    /// each question goes over the network, once the reader stops typing.
    mutating func ask(isTyping: Bool = false) -> [Effect] {
        generation += 1
        var results = browser.results
        results.query = browser.search.query
        results.generation = generation
        results.isCurrent = false
        // Of a source that is away it stays true whatever is asked.
        if !isOffline { results.failure = nil }
        results.pageFailures = [:]
        if results.query != browser.results.query { results.retries = 0 }
        results.facets = nil
        results.refreshing = nil
        results.awaitsRescue = false
        results.confirmation = .none
        results.earlyConfirmation = nil
        results.earlyStatistics = nil
        results.waitsForPause = isTyping && !status.isInstant
        results.goesToEnd = false
        results.motion = ListMotion()
        // The former rows stay where they are, wherever that is, until the
        // new ones come: their beginning may not even be at hand.
        if browser.results.isCurrent, results.place.top > 0 {
            results.held = ResultsState.HeldPlace(
                place: results.place, headings: browser.results.headings)
        }
        results.filmsPlace = ListPlace()
        results.peoplePlace = ListPlace()
        results.genresPlace = ListPlace()
        browser.results = results
        browser.paneFollows = true
        let former = [.cancelSearches] + forgetRefresh()
        guard results.waitsForPause else { return former + searchNow() }
        return former + [
            .cancelWake(name: .stalled),
            .wake(
                name: .search, afterMilliseconds: Self.pause, .searchDue(generation: generation)),
        ]
    }

    /// How long the reader does not type before the network is used, in
    /// milliseconds.
    static let pause = 200

    /// A key that changes nothing in the query is a key all the same.
    private mutating func pauseAgain() -> [Effect] {
        if browser.results.waitsForPause {
            let due = Action.searchDue(generation: browser.results.generation)
            return [.wake(name: .search, afterMilliseconds: Self.pause, due)]
        }
        return browser.results.confirmation == .due ? confirmSoon() : []
    }

    /// Sends the search of the results' query on its way.
    mutating func searchNow() -> [Effect] {
        browser.results.waitsForPause = false
        browser.results.revision = status.revision
        var effects = questions()
        effects.append(
            .wake(
                name: .stalled, afterMilliseconds: 400,
                .stalled(generation: browser.results.generation)))
        guard isRemote else { return effects }
        return effects + [.cancelWake(name: .search)] + confirmSoon()
    }

    /// What is asked of the catalogue for a query. Over the network, totals
    /// and facets have to wait for the rows.
    mutating func questions() -> [Effect] {
        // Rows that are there are not taken away to come again.
        let extent: SearchExtent = browser.results.refreshing == nil ? .first : .rescued
        let search = rows(browser.results.tab == .people ? .complete : extent)
        browser.results.isCounted = status.isInstant
        return status.isInstant ? [search, numbers] : [search]
    }

    func rows(_ extent: SearchExtent) -> Effect {
        .search(
            browser.results.query, count: ListWindow<FilmSummary>.pageSize, extent,
            generation: browser.results.generation)
    }

    /// Totals and facets.
    var numbers: Effect {
        .count(browser.results.query, generation: browser.results.generation)
    }

    /// The reader has paused: what waited for that is sent.
    mutating func searchAfterPause(_ generation: Int) -> [Effect] {
        guard browser.results.waitsForPause, generation == browser.results.generation
        else { return [] }
        return searchNow()
    }

    /// Enter: a term that is still being typed is ended; then the selected row
    /// is opened if the rows belong to the text, or a failed search repeated.
    private mutating func submit() -> [Effect] {
        browser.search.takeChips(endsAll: true)
        let effects = queryChanged()
        guard effects.isEmpty else { return effects + rememberQuery() }
        guard browser.results.isCurrent else { return askAgain() + rememberQuery() }
        return confirmNow() + openSelected()
    }

    /// Repeats a search that failed, and sends one that waits for a pause; one
    /// that is under way is left alone.
    mutating func askAgain() -> [Effect] {
        if browser.results.waitsForPause { return searchNow() }
        return browser.results.isCurrent || browser.results.failure == nil ? [] : ask()
    }

    private mutating func walkHistory(by step: Int) -> [Effect] {
        guard !queryHistory.isEmpty else {
            notice = texts.historyIsEmpty
            return []
        }
        let position = (browser.search.historyPosition ?? queryHistory.count) + step
        guard position >= 0 else { return [] }
        if browser.search.historyPosition == nil {
            browser.search.draft = browser.search.historyText
        }
        let draft = browser.search.draft
        let sort = browser.search.sort
        let isDraft = position >= queryHistory.count
        browser.search = SearchState(text: isDraft ? draft : queryHistory[position])
        browser.search.sort = sort
        browser.search.draft = draft
        browser.search.historyPosition = isDraft ? nil : position
        return queryChanged(isTyping: true)
    }
}

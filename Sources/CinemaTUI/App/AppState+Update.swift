import CinemaCore

extension AppState {
    /// Applies what happened and returns what has to be done about it. Only
    /// routes: each pane has its own part.
    public mutating func update(_ action: Action) -> [Effect] {
        switch action {
        case .start: return [.summarize] + ask()
        case .key(let key): return handle(key)
        case .command(let command): return perform(command)
        case .paste(let text): return paste(text)
        case .resize(let size): return resize(to: size)
        case .resumed: return [.redraw]
        case .terminate(let reason): return [.quit(Outcome(reason))]
        case .notice(let sentence): notice = sentence
        case .stalled(let generation):
            isStalled = generation == browser.results.generation && !browser.results.isCurrent
        case .summary(let summary):
            self.summary = summary
            preparation = nil
            if let sentence = summary.notice { notice = sentence }
        case .preparing(let share): preparation = share
        case .found, .counted, .filmPage, .peoplePage, .genrePage, .searchFailed, .loaded,
            .loadFailed, .surprised:
            return receive(action)
        }
        return []
    }

    private mutating func resize(to size: Size) -> [Effect] {
        self.size = size
        return settle()
    }

    private mutating func paste(_ text: String) -> [Effect] {
        guard overlay == nil else { return [] }
        browser.focus = .search
        browser.search.field.insert(text)
        return queryEdited()
    }

    /// Brings places and pane in line with what is shown now, and asks for the
    /// rows and the record that are missing.
    mutating func settle() -> [Effect] {
        let layout = ScreenLayout(self)
        var results = browser.results
        results.place.settle(
            items: results.itemCount, headings: results.headings, height: max(1, layout.list.rows))
        browser.results = results
        return requestRows(height: max(1, layout.list.rows)) + followSelection()
    }

    /// Asks for the rows around the visible ones that are not at hand.
    private mutating func requestRows(height: Int) -> [Effect] {
        guard browser.results.isCurrent else { return [] }
        let query = browser.results.query
        let generation = browser.results.generation
        let top = browser.results.place.top - browser.results.leadingItems
        let range = max(0, top - height / 2)..<max(1, top + height + height / 2)
        switch browser.results.tab {
        case .films:
            return browser.results.films.request(range).map {
                .films(query, $0, generation: generation)
            }
        case .people:
            return browser.results.people.request(range).map {
                .people(query, $0, generation: generation)
            }
        case .genres:
            return browser.results.genres.request(range).map {
                .genres(query, $0, generation: generation)
            }
        }
    }

    /// Whether the pane shows what the start page has beside its list.
    var showsStartPanel: Bool {
        isStartPage && browser.focus == .search && browser.results.place.selected == 0
            && browser.paneFollows
    }

    /// Lets the pane show the selected row.
    private mutating func followSelection() -> [Effect] {
        guard browser.paneFollows, browser.results.isCurrent, !showsStartPanel else { return [] }
        guard ScreenLayout(self).isWide || browser.focus == .detail else { return [] }
        guard let target = browser.results.selectedItem?.target else {
            browser.detail = DetailState()
            return []
        }
        guard browser.detail.target != target else { return [] }
        let former = browser.detail.content
        browser.detail = DetailState(target: target)
        if let film = browser.results.firstFilm, target == .film(film.id) {
            browser.detail.content = .film(film)
            return []
        }
        browser.detail.content = former
        return [.load(target)]
    }
}

extension Outcome {
    init(_ reason: TerminalEvent.Termination) {
        switch reason {
        case .interrupted: self = .interrupted
        case .terminated: self = .terminated
        case .hungUp: self = .hungUp
        }
    }
}

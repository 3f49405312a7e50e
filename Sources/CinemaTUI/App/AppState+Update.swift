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
            isStalled =
                generation == browser.results.generation
                && (!browser.results.isCurrent || browser.results.refreshing == .asked)
        case .summary(let summary):
            if let sentence = summary.notice, sentence != self.summary?.notice { notice = sentence }
            self.summary = summary
            lacksSummary = false
            preparation = nil
        case .summaryFailed(let error):
            lacksSummary = error.kind != .cancelled
            // Without a server the list says so.
            if !isRemote && error.kind != .cancelled { notice = error.sentence }
        case .status(let status): return take(status)
        case .capabilities(let capabilities): self.capabilities = capabilities
        case .searchDue(let generation): return searchAfterPause(generation)
        case .confirmDue(let generation):
            return generation == browser.results.generation ? confirmNow() : []
        case .loadDue(let target): return loadAfterPause(target)
        case .loadStalled(let target):
            if browser.detail.target == target && browser.detail.currentContent == nil {
                browser.detail.isStalled = browser.detail.failure == nil
            }
        case .refreshDue: return refreshIsDue()
        case .retryDue(let generation): return retryIsDue(generation)
        case .progressDue: return progressIsDue()
        case .preparing(let share): preparation = share
        case .found, .counted, .filmPage, .peoplePage, .genrePage, .searchFailed, .pageFailed,
            .countFailed, .confirmed, .confirmFailed, .loaded, .loadFailed, .surprised,
            .inspected, .inspectFailed:
            return receive(action)
        }
        return []
    }

    private mutating func resize(to size: Size) -> [Effect] {
        self.size = size
        settleInspector()
        return settle()
    }

    private mutating func paste(_ text: String) -> [Effect] {
        if mode == .find { return editFind { $0.insert(text) } }
        guard overlay == nil else { return [] }
        browser.focus = .search
        return type(text)
    }

    /// Brings places and pane in line with what is shown now, and asks for the
    /// rows and the record that are missing.
    mutating func settle(isMoving: Bool = false) -> [Effect] {
        let height = settlePlace()
        return requestRows(height: height) + followSelection(isMoving: isMoving)
    }

    /// Keeps the selection in the list and in sight; returns the list's height.
    @discardableResult
    mutating func settlePlace() -> Int {
        let height = max(1, ScreenLayout(self).list.rows)
        var results = browser.results
        results.place.settle(
            items: results.itemCount, headings: results.headings, height: height)
        browser.results = results
        return height
    }

    /// Asks for the rows on the screen, or around it, that are not at hand, and
    /// drops what was asked for places that have been left.
    private mutating func requestRows(height: Int) -> [Effect] {
        guard browser.results.isCurrent else { return [] }
        let tab = browser.results.tab
        let requests = browser.results.requestPages(
            height: height, ahead: status.isInstant ? 4 : 1)
        var effects = dropPages(requests.dropped, tab)
        for other in Tab.allCases where other != tab {
            if other == .people && browser.results.peopleComeApart { continue }
            effects += dropPages(browser.results.dropRequests(other), other)
        }
        return effects + requests.asked.map { rows($0, of: tab) }
    }

    private func rows(_ page: PageRequest, of tab: Tab) -> Effect {
        let query = browser.results.query
        let generation = browser.results.generation
        return switch tab {
        case .films: .films(query, page, generation: generation)
        case .people: .people(query, page, generation: generation)
        case .genres: .genres(query, page, generation: generation)
        }
    }

    /// Asks for the first people where they did not come with the films, so
    /// that they are there when the reader turns to them.
    mutating func askPeopleAhead() -> [Effect] {
        guard browser.results.peopleComeApart, browser.results.tab != .people else { return [] }
        let height = max(1, ScreenLayout(self).list.rows)
        return browser.results.people.request(0..<height).asked.map { rows($0, of: .people) }
    }

    private func dropPages(_ pages: [PageRequest], _ tab: Tab) -> [Effect] {
        pages.isEmpty ? [] : [.dropPages(pages, tab)]
    }

    /// Whether rows that are asked for belong on the screen as it is now.
    func shows(_ page: PageRequest, in tab: Tab) -> Bool {
        let height = max(1, ScreenLayout(self).list.rows)
        return browser.results.shows(page, in: tab, height: height)
    }

    /// Whether the pane shows what the start page has beside its list.
    var showsStartPanel: Bool {
        isStartPage && browser.focus == .search && browser.results.place.selected == 0
            && browser.paneFollows
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

import CinemaCore

extension AppState {
    /// Leaves this place behind in the history, before going elsewhere.
    mutating func leavePlace() {
        addToPast()
        future = []
    }

    private mutating func addToPast() {
        keepPlace(in: \.past)
        if past.count > Self.historyLimit { past.removeFirst(past.count - Self.historyLimit) }
    }

    private mutating func keepPlace(in places: WritableKeyPath<AppState, [Browser]>) {
        let place = leftPlace
        self[keyPath: places].append(place)
        // Of what lies far away the rows are asked for again.
        let old = self[keyPath: places].count - Self.wholePlaces - 1
        if old >= 0 { self[keyPath: places][old].results.keepRows(height: nil) }
    }

    /// This place as history keeps it: with the rows that are shown, so that
    /// they are there again at once, but not with all that was passed.
    private var leftPlace: Browser {
        var place = browser
        place.results.keepRows(height: max(1, ScreenLayout(self).list.rows))
        place.results.held = nil
        place.results.goesToEnd = false
        if place.detail.content?.isLarge == true { place.detail.content = nil }
        return place
    }

    mutating func goBack() -> [Effect] {
        guard let place = past.popLast() else {
            notice = texts.nothingToGoBackTo
            return []
        }
        keepPlace(in: \.future)
        return enter(place)
    }

    mutating func goForward() -> [Effect] {
        guard let place = future.popLast() else {
            notice = texts.nothingToGoForwardTo
            return []
        }
        addToPast()
        return enter(place)
    }

    private mutating func enter(_ place: Browser) -> [Effect] {
        browser = place
        // What was on its way when the place was left may have been cancelled.
        browser.results.forgetRequests()
        let wasRefreshing = browser.results.refreshing != nil
        browser.results.refreshing = nil
        isStalled = false
        var effects = [.cancelSearches] + forgetRefresh()
        if !browser.results.isCurrent {
            effects += ask()
        } else if wasRefreshing || browser.results.revision != status.revision {
            effects += [.cancelWake(name: .stalled)] + refresh(.quietly)
        } else {
            effects.append(.cancelWake(name: .stalled))
            if browser.results.facets == nil {
                effects.append(numbers)
            }
            effects += confirmAnew(.quietly)
        }
        if let target = browser.detail.target, browser.detail.currentContent == nil {
            effects += load(target)
        } else if browser.results.selectedItem?.target == nil, browser.detail.target != nil {
            // The record is here before the row that it belongs to.
            browser.paneFollows = false
        }
        return effects + settle()
    }

    /// Goes through a door.
    mutating func go(through door: Door) -> [Effect] {
        leavePlace()
        switch door {
        case .film(let id): return show(.film(id))
        case .person(let id): return show(.person(id))
        case .genre(let id): return show(.genre(id))
        case .films(let query):
            browser.search = SearchState()
            browser.search.filters = query.filters
            browser.search.sort = query.sort
            browser.focus = .list
            browser.isVisited = true
            browser.results.tab = .films
            return ask()
        }
    }

    /// Shows a record in the pane, away from the list's selection.
    private mutating func show(_ target: DetailTarget) -> [Effect] {
        browser.detail = DetailState(target: target)
        browser.focus = .detail
        browser.paneFollows = false
        browser.isVisited = true
        return load(target)
    }

    /// Notes that a record was opened.
    mutating func remember(_ item: RecentItem) -> [Effect] {
        recent.removeAll { $0.target == item.target }
        recent.insert(item, at: 0)
        recent = Array(recent.prefix(Self.recentLimit))
        return [.rememberViewed(item)]
    }

    /// Notes the query in the history, once something came of it.
    mutating func rememberQuery() -> [Effect] {
        let text = browser.search.historyText
        guard !text.isEmpty, queryHistory.last != text else { return [] }
        queryHistory.removeAll { $0 == text }
        queryHistory.append(text)
        return [.rememberQuery(text)]
    }
}

import CinemaCore

extension AppState {
    /// Carries out a command while the list has the keys.
    mutating func performList(_ command: Command) -> [Effect] {
        switch command {
        case .down: return moveSelection(by: 1)
        case .up: return moveSelection(by: -1)
        case .halfPageDown: return moveSelection(by: max(1, pageRows / 2))
        case .halfPageUp: return moveSelection(by: -max(1, pageRows / 2))
        case .pageDown: return moveSelection(by: pageRows)
        case .pageUp: return moveSelection(by: -pageRows)
        case .first: return select(0)
        case .last:
            let effects = select(browser.results.itemCount - 1)
            browser.results.goesToEnd =
                !browser.results.isCurrent
                || !browser.results.total(browser.results.tab).isExact
            return effects
        case .nextTab: return change(to: browser.results.tab.next)
        case .previousTab: return change(to: browser.results.tab.previous)
        case .open: return browser.results.isCurrent ? openSelected() : askAgain()
        case .back:
            guard past.isEmpty else { return goBack() }
            notice = texts.nothingToGoBackTo
            return []
        default: return []
        }
    }

    /// The rows of a page of the list.
    var pageRows: Int { max(1, ScreenLayout(self).list.rows - 1) }

    mutating func moveSelection(by step: Int) -> [Effect] {
        select(browser.results.place.selected + step)
    }

    private mutating func select(_ item: Int) -> [Effect] {
        let former = browser.results.place.selected
        let selected = max(0, min(item, browser.results.itemCount - 1))
        browser.results.place.selected = selected
        browser.results.motion.move(by: selected - former)
        browser.results.held = nil
        browser.paneFollows = true
        return settle(isMoving: true)
    }

    mutating func change(to tab: Tab) -> [Effect] {
        let former = browser.results.tab
        browser.results.tab = tab
        browser.results.motion = ListMotion()
        browser.results.held = nil
        browser.paneFollows = true
        return leaveUnanswered(former) + settle()
    }

    /// Whoever turns away from people before they have come does not wait for
    /// them.
    private func leaveUnanswered(_ former: Tab) -> [Effect] {
        let results = browser.results
        guard former == .people, results.tab != .people, isRemote, !results.isCurrent,
            !results.waitsForPause, results.failure == nil
        else { return [] }
        return [rows(.first)]
    }

    /// Goes into the detail of the selected row.
    mutating func openSelected() -> [Effect] {
        guard browser.results.isCurrent, let item = browser.results.selectedItem,
            let target = item.target
        else { return [] }
        browser.focus = .detail
        browser.paneFollows = true
        browser.isVisited = true
        var effects: [Effect] = []
        if browser.detail.target == target {
            if browser.detail.waitsForPause || browser.detail.failure != nil {
                effects += load(target)
            }
            browser.detail.door = 0
            browser.detail.top = 0
        } else {
            let former = browser.detail.content
            browser.detail = DetailState(target: target)
            browser.detail.content = former
            effects += load(target)
        }
        if let item = item.asRecent { effects += remember(item) }
        return effects + rememberQuery()
    }
}

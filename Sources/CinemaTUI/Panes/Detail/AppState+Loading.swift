import CinemaCore

/// Which record the pane shows, and when it is asked for.
extension AppState {
    /// Lets the pane show the selected row. Where a record comes over the
    /// network, it is asked for once the selection rests.
    mutating func followSelection(isMoving: Bool) -> [Effect] {
        guard browser.paneFollows, browser.results.isCurrent, !showsStartPanel else { return [] }
        guard ScreenLayout(self).isWide || browser.focus == .detail else { return [] }
        guard let target = browser.results.selectedItem?.target else {
            // Nor is the record of the row that was left to stand in the way
            // of the rows that are on their way.
            let isLoading = browser.detail.target != nil && browser.detail.currentContent == nil
            browser.detail = DetailState()
            return isLoading ? stopLoading : []
        }
        guard browser.detail.target != target else { return [] }
        let former = browser.detail.content
        browser.detail = DetailState(target: target)
        if let film = browser.results.firstFilm, target == .film(film.id) {
            browser.detail.content = .film(film)
            return stopLoading
        }
        if let record = records.last(where: { $0.target == target }) {
            browser.detail.content = record
            return stopLoading
        }
        browser.detail.content = former
        guard isMoving && !status.isInstant else { return load(target) }
        browser.detail.waitsForPause = true
        return [
            .cancelLoad, .cancelWake(name: .loadStalled),
            .wake(name: .load, afterMilliseconds: 150, .loadDue(target)),
        ]
    }

    /// Drops the record that is being loaded.
    private var stopLoading: [Effect] {
        [.cancelWake(name: .load), .cancelWake(name: .loadStalled), .cancelLoad]
    }

    /// Asks for a record of the pane.
    mutating func load(_ target: DetailTarget) -> [Effect] {
        browser.detail.failure = nil
        browser.detail.isStalled = false
        browser.detail.waitsForPause = false
        return [
            .cancelWake(name: .load), .load(target),
            .wake(name: .loadStalled, afterMilliseconds: 400, .loadStalled(target)),
        ]
    }

    /// The selection rests: the record that waited for it is asked for.
    mutating func loadAfterPause(_ target: DetailTarget) -> [Effect] {
        guard browser.detail.target == target, browser.detail.waitsForPause else { return [] }
        return load(target)
    }

    /// Takes a record in if the pane waits for it, and notes it as viewed if
    /// the reader walked to it.
    mutating func take(_ content: DetailContent) -> [Effect] {
        guard browser.detail.target == content.target else { return [] }
        let isNew = browser.detail.currentContent == nil
        browser.detail.content = content
        browser.detail.failure = nil
        browser.detail.isStalled = false
        browser.detail.waitsForPause = false
        // The first door is always there; laying out the record to see that
        // would be done at each move of the selection.
        if browser.detail.door > 0, let document {
            browser.detail.door = max(0, min(browser.detail.door, document.doors.count - 1))
        }
        var effects: [Effect] = []
        if isRemote { keep(content) }
        effects.append(.cancelWake(name: .loadStalled))
        guard isNew, !browser.paneFollows, !browser.detail.isNoted else { return effects }
        browser.detail.isNoted = true
        let item =
            switch content {
            case .film(let film):
                RecentItem(target: content.target, name: film.title, year: film.summary.year)
            case .person(let person): RecentItem(target: content.target, name: person.name)
            case .genre(let genre): RecentItem(target: content.target, name: genre.name)
            }
        effects += remember(item)
        return effects
    }

    /// Keeps a record for when the selection comes back to it.
    private mutating func keep(_ content: DetailContent) {
        records.removeAll { $0.target == content.target }
        guard !content.isLarge else { return }
        records.append(content)
        if records.count > Self.recordLimit { records.removeFirst() }
    }

    private static let recordLimit = 32

    /// A record that is shown stays when it could not be read anew.
    mutating func loadFailed(_ error: CatalogError, _ target: DetailTarget) -> [Effect] {
        guard browser.detail.target == target, error.kind != .cancelled,
            browser.detail.currentContent == nil
        else { return [] }
        browser.detail.failure = error
        browser.detail.isStalled = false
        return [.cancelWake(name: .loadStalled)] + retryLater()
    }
}

import CinemaCore

/// What the source says of itself, and what follows from it.
extension AppState {
    var isOffline: Bool {
        if case .offline = status.connection { true } else { false }
    }

    /// Whether the copy of the source is still being read, or was left so.
    var isReading: Bool {
        guard let progress else { return false }
        return [.lists, .building, .details].contains(progress.stage)
    }

    /// Takes in how the source is doing. What failed while it was away is
    /// asked again once it is back; what it has news of is shown anew.
    mutating func take(_ new: CatalogStatus) -> [Effect] {
        let hasNews = new.revision != status.revision
        if hasNews { records = [] }
        // What was asked before the first report was asked of that state.
        if !hasReport { browser.results.revision = new.revision }
        hasReport = true
        let isBack = new.connection == .online && status.connection != .online
        status = new
        var effects = showProgress()
        // A query that is typed meanwhile puts off the rest of the news.
        if hasNews && summary?.hasMoreFilms == true { effects.append(.summarize) }
        if isBack { effects += recover() }
        if browser.results.revision != new.revision { effects += refreshLater() }
        return effects
    }

    /// Shows the progress of the background copy: each stage at once, numbers
    /// once a second.
    private mutating func showProgress() -> [Effect] {
        guard status.snapshot != progress else { return [] }
        guard status.snapshot?.stage == progress?.stage else {
            progress = status.snapshot
            return []
        }
        guard !isProgressHeld else { return [] }
        progress = status.snapshot
        isProgressHeld = true
        return [.wake(name: .progress, afterMilliseconds: 1_000, .progressDue)]
    }

    mutating func progressIsDue() -> [Effect] {
        isProgressHeld = false
        return showProgress()
    }

    /// Asks again for all that failed.
    private mutating func recover() -> [Effect] {
        var effects: [Effect] = lacksSummary ? [.summarize] : []
        browser.results.retries = 0
        let results = browser.results
        let isEmptyStart = results.query.isWhole && results.itemCount == 0
        // Rows of what happened to be kept stood in for the server's.
        let isOfCopy = !status.isInstant && results.origin?.place == .snapshot
        if !results.isCurrent {
            if results.failure != nil { effects += ask() }
        } else if results.failure != nil || !results.partFailures.isEmpty
            || !results.pageFailures.isEmpty || isEmptyStart || isOfCopy
        {
            effects += refresh(.quietly)
        } else if case .failed = results.confirmation {
            effects += confirmSoon()
        }
        if let target = browser.detail.target, browser.detail.failure != nil {
            effects += load(target)
        }
        return effects + recoverInspector()
    }

    // MARK: Rows of a source that goes away and comes back

    /// Whether rows are of films that happen to be kept, while those on the
    /// screen are the server's: they are no part of the same list.
    func standsIn(_ origin: ResultOrigin?) -> Bool {
        browser.results.isCurrent && browser.results.itemCount > 0
            && origin?.isOfPart == true && browser.results.origin?.isOfPart != true
    }

    /// Why rows that stand in for others are not taken.
    var unreachable: CatalogError {
        if case .offline(let error, _) = status.connection { return error }
        return CatalogError(
            .unavailable, source: summary?.name ?? sourceName,
            cause: "the server did not answer for a moment")
    }

    /// Keeps rows and place where a refresh that nobody asked for has found
    /// nothing better.
    mutating func keepServerRows() -> [Effect] {
        browser.results.refreshing = nil
        browser.results.earlyStatistics = nil
        // The numbers that were asked for with it are of the same kind.
        generation += 1
        browser.results.generation = generation
        return [.cancelSearches] + pageFailed(unreachable, .films)
    }

    // MARK: Asking again

    /// The command: asks again for what is shown, or for what failed.
    mutating func refreshAll() -> [Effect] {
        var effects: [Effect] = []
        if let target = browser.detail.target, browser.detail.failure != nil {
            effects += load(target)
        }
        guard browser.results.isCurrent else { return effects + askAgain() }
        effects += refresh(.asked)
        if browser.results.confirmation == .due { effects += confirmNow() }
        return effects
    }

    /// The source has news: what is shown is asked for again, every two
    /// seconds at most, and never between two keys of a query.
    mutating func refreshLater() -> [Effect] {
        guard !isRefreshDue, browser.results.refreshing == nil,
            browser.results.isCurrent || browser.results.failure != nil
        else { return [] }
        isRefreshDue = true
        let isEmptyStart = browser.results.query.isWhole && browser.results.itemCount == 0
        if isEmptyStart { return refreshIsDue() }
        return [.wake(name: .refresh, afterMilliseconds: 2_000, .refreshDue)]
    }

    mutating func refreshIsDue() -> [Effect] {
        guard isRefreshDue else { return [] }
        let effects = forgetRefresh()
        guard browser.results.revision != status.revision else { return effects }
        guard browser.results.isCurrent else {
            return browser.results.failure == nil ? effects : effects + ask()
        }
        return effects + refresh(.quietly)
    }

    /// A question that is asked now makes a refresh needless.
    mutating func forgetRefresh() -> [Effect] {
        guard isRefreshDue else { return [] }
        isRefreshDue = false
        return [.cancelWake(name: .refresh)]
    }

    /// Asks for the same query again. The rows stay until the new ones come.
    mutating func refresh(_ manner: ResultsState.Refreshing) -> [Effect] {
        generation += 1
        browser.results.generation = generation
        browser.results.revision = status.revision
        browser.results.refreshing = manner
        // What failed before is shown until this one does better.
        if manner == .asked { forgetFailures() }
        browser.results.forgetRequests()
        browser.results.earlyStatistics = nil
        var effects = [.cancelSearches] + forgetRefresh() + questions()
        if manner == .asked {
            effects.append(
                .wake(
                    name: .stalled, afterMilliseconds: 400, .stalled(generation: generation)))
        }
        if isRemote { effects += [.summarize] + confirmAnew(manner) }
        if let target = browser.detail.target, browser.detail.currentContent != nil {
            effects.append(.load(target))
        }
        return effects
    }

    /// What the server was about to say went with the other requests.
    mutating func confirmAnew(_ manner: ResultsState.Refreshing) -> [Effect] {
        switch browser.results.confirmation {
        case .due, .asked: confirmSoon()
        case .none, .done, .failed: manner == .asked ? confirmSoon() : []
        }
    }
}

extension ResultOrigin {
    /// Whether the rows are those of a copy that has not all films.
    fileprivate var isOfPart: Bool { place == .snapshot && coverage != nil }
}

import CinemaCore

/// What failed for a moment, while the source as a whole answers, is asked for
/// again by itself. A source that is away reports when it is back.
extension AppState {
    /// Keeps the rows that are there and says why there are no more.
    mutating func pageFailed(_ error: CatalogError, _ tab: Tab) -> [Effect] {
        browser.results.pageFailures[tab] = error
        browser.results.forgetRequests()
        settlePlace()
        return retryLater()
    }

    /// Asks again in a while for what failed in a way that another moment may
    /// mend.
    func retryLater() -> [Effect] {
        guard isRemote, failures.contains(where: \.isPassing) else { return [] }
        // From three seconds on, doubled by each failure up to 48 seconds.
        let delay = 3_000 << min(browser.results.retries, 4)
        return [
            .wake(
                name: .retry, afterMilliseconds: delay,
                .retryDue(generation: browser.results.generation))
        ]
    }

    mutating func retryIsDue(_ generation: Int) -> [Effect] {
        guard generation == browser.results.generation, status.connection == .online
        else { return [] }
        browser.results.retries += 1
        var effects: [Effect] = []
        if let target = browser.detail.target, browser.detail.failure?.isPassing == true {
            effects += load(target)
        }
        guard browser.results.failures.contains(where: \.isPassing) else { return effects }
        if browser.results.isCurrent { return effects + refresh(.quietly) }
        let failure = browser.results.failure
        effects += ask()
        // It is said until this time goes better.
        browser.results.failure = failure
        return effects
    }

    /// Asked by the reader, who sees then how it goes.
    mutating func forgetFailures() {
        browser.results.failure = nil
        browser.results.pageFailures = [:]
        browser.results.retries = 0
    }

    private var failures: [CatalogError] {
        browser.results.failures + (browser.detail.failure.map { [$0] } ?? [])
    }
}

extension CatalogError {
    /// Whether another moment may mend it.
    fileprivate var isPassing: Bool { kind == .unavailable || kind == .busy }
}

import CinemaCore

/// What the server adds to rows that a local copy found.
extension AppState {
    /// Whether the source is a server's, reached or not.
    var isRemote: Bool { status.connection != .local }

    private var canConfirm: Bool {
        isRemote && status.isInstant && status.connection != .switchedOff
            && !browser.results.query.isWhole
    }

    /// Lets the server be asked once the reader pauses.
    mutating func confirmSoon() -> [Effect] {
        guard canConfirm else {
            browser.results.confirmation = .none
            return [.cancelWake(name: .confirm)]
        }
        browser.results.confirmation = .due
        return [
            .wake(
                name: .confirm, afterMilliseconds: Self.pause,
                .confirmDue(generation: browser.results.generation))
        ]
    }

    /// Asks the server if it is to be asked.
    mutating func confirmNow() -> [Effect] {
        guard browser.results.confirmation == .due else { return [] }
        browser.results.confirmation = .asked
        return [
            .cancelWake(name: .confirm),
            .confirm(
                browser.results.query, count: ListWindow<FilmSummary>.pageSize,
                generation: browser.results.generation),
        ]
    }

    /// Takes in what the server added, or keeps it until the rows are there.
    mutating func takeConfirmation(_ found: SearchResults?) -> [Effect] {
        browser.results.confirmation = .done
        guard let found else { return [] }
        guard browser.results.isCurrent, browser.results.refreshing == nil else {
            browser.results.earlyConfirmation = found
            return []
        }
        browser.results.add(found)
        return settle()
    }

    /// The rows stay as they are; a refusal is told once, an absent server by
    /// the status line.
    mutating func confirmationFailed(_ error: CatalogError) {
        browser.results.confirmation = .failed(error)
        guard error.kind == .unauthorized || error.kind == .busy, error != toldRefusal
        else { return }
        toldRefusal = error
        notice = error.sentence
    }
}

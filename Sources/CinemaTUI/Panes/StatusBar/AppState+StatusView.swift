import CinemaCore

extension AppState {
    /// The last line: what happened, else the keys that work where the focus is.
    func drawStatus(in frame: inout Frame, _ rect: Rect) {
        var right = ""
        if !pendingKeys.isEmpty {
            right = pendingKeys.map(\.label).joined() + "…"
        } else if isStalled {
            let isConnecting = status.connection == .connecting
            right = isConnecting ? texts.connecting("") : texts.searching
        } else {
            right = sourceStatus(columns: rect.columns)
        }
        let end = frame.put(
            right, endColumn: rect.endColumn - 1, row: rect.row,
            style: pendingKeys.isEmpty && !isStalled ? theme.faint : theme.notice)
        let width = end - rect.column - 2
        if let sentence = notice ?? problemSentence {
            frame.put(sentence, column: 1, row: rect.row, width: width, style: theme.notice)
            return
        }
        var column = 1
        for hint in hints(within: width - column) {
            frame.put(hint.key, column: column, row: rect.row, style: theme.key)
            column += DisplayWidth.columns(of: hint.key) + 1
            frame.put(hint.name, column: column, row: rect.row, style: theme.faint)
            column += DisplayWidth.columns(of: hint.name) + 2
        }
    }

    /// How the source is doing, as much of it as leaves room for hints.
    private func sourceStatus(columns: Int) -> String {
        var parts = texts.status(status, progress: progress)
        var text = parts.joined(separator: " · ")
        while parts.count > 1, DisplayWidth.columns(of: text) > columns / 2 {
            parts.removeLast()
            text = parts.joined(separator: " · ")
        }
        return text
    }

    private struct Hint {
        var command: Command
        var key: String
        var name: String

        var columns: Int { DisplayWidth.columns(of: key) + 1 + DisplayWidth.columns(of: name) }
    }

    /// As many hints as have room. The way to all keys and the way out are the
    /// last to go: who does not know them is lost.
    private func hints(within columns: Int) -> [Hint] {
        var shown = hints.compactMap { command in
            keyMap.keys(for: command, in: mode).first.map {
                Hint(command: command, key: $0.label, name: hintName(command))
            }
        }
        func isTooWide() -> Bool {
            shown.reduce(-2) { $0 + $1.columns + 2 } > columns
        }
        while isTooWide() {
            let last = shown.lastIndex { !Self.vitalHints.contains($0.command) }
            shown.remove(at: last ?? shown.count - 1)
        }
        return shown
    }

    /// A text that waits for the reader's pause is searched first.
    private func hintName(_ command: Command) -> String {
        texts.hint(command == .submit && browser.results.waitsForPause ? .focusSearch : command)
    }

    private static let vitalHints: Set<Command> = [.help, .quit, .interrupt, .close]

    /// Why a red chip is not applied.
    private var problemSentence: String? {
        guard browser.focus == .search else { return nil }
        for case .problem(let problem) in browser.search.chips.reversed() {
            return problem.sentence
        }
        return nil
    }

    /// Whether something failed that can be asked for again.
    private var canRetry: Bool {
        let failure =
            browser.focus == .detail ? browser.detail.failure : browser.results.listFailure
        return failure.map { $0.kind != .unsupported } ?? false
    }

    private var canOpen: Bool {
        browser.results.selectedItem?.target != nil
            && (browser.results.isCurrent || browser.results.failure == nil)
    }

    /// The commands worth a hint, most wanted first; only those that do
    /// something here.
    private var hints: [Command] {
        switch mode {
        case .search:
            var hints: [Command] = canRetry ? [.refresh] : []
            if canOpen || browser.results.waitsForPause { hints.append(.submit) }
            hints += [.leaveSearch, .nextTab]
            if browser.search.field.isEmpty && !browser.search.chips.isEmpty {
                hints.append(.deleteBackward)
            }
            return hints + [.help, .interrupt]
        case .list:
            var hints: [Command] = canRetry ? [.refresh] : []
            if canOpen { hints.append(.open) }
            hints += [.focusSearch, .filterMenu, .sortMenu, .nextTab]
            if !browser.search.chips.isEmpty { hints.append(.clearFilters) }
            if !past.isEmpty { hints.append(.historyBack) }
            return hints + [.surprise] + inspectionHints + [.help, .quit]
        case .detail where canRetry: return [.refresh, .back, .focusSearch, .help, .quit]
        case .detail:
            return [.open, .back, .nextSection, .focusSearch] + inspectionHints + [.help, .quit]
        case .inspector: return inspectorHints
        case .find: return [.choose, .close]
        case .menu:
            if case .sort = overlay { return [.choose, .close] }
            return [.choose, .clearFilters, .close]
        case .help: return [.choose, .close]
        }
    }
}

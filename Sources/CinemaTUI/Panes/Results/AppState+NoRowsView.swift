import CinemaCore

/// The list's place where it has no rows: why not, and what can be done.
extension AppState {
    func drawNoRows(in frame: inout Frame, _ rect: Rect) {
        var row = rect.row
        for (text, style) in noRowsLines {
            for line in TextWrapping.lines(of: text, width: rect.columns - 3)
            where row < rect.endRow {
                frame.put(
                    line, column: rect.column + 2, row: row, width: rect.columns - 3, style: style)
                row += 1
            }
        }
    }

    private var noRowsLines: [(String, Style)] {
        let results = browser.results
        if let failure = results.listFailure { return failureLines(failure) }
        guard results.isCurrent, !results.isUncounted(results.tab) else {
            guard isStalled || results.isCurrent, isRemote else { return [] }
            let name = summary?.name ?? sourceName
            let isConnecting = status.connection == .connecting
            return [(isConnecting ? texts.connecting(name) : texts.searching, theme.faint)]
        }
        if results.query.isWhole, case .offline(let error, _) = status.connection {
            return failureLines(error)
        }
        return nothingFoundLines
    }

    /// What failed, where, and how it is tried again.
    private func failureLines(_ error: CatalogError) -> [(String, Style)] {
        // What the source cannot do, such as search for two letters, is no
        // failure, and trying again no help.
        guard error.kind != .unsupported else { return [(texts.failed(error), theme.text)] }
        var lines = [(texts.failed(error), theme.problem)]
        if case .offline(_, .some) = status.connection {
            lines.append((texts.retriesByItself, theme.faint))
        }
        if let key = keyMap.keys(for: .refresh, in: mode).first?.label {
            lines.append((texts.retryHint(key), theme.faint))
        }
        return lines
    }

    /// What was looked for, what narrows it and how to widen it.
    private var nothingFoundLines: [(String, Style)] {
        let results = browser.results
        let isYet =
            results.origin?.coverage != nil || results.tab == .people && isReading
        var lines: [(String, Style)] = [
            (texts.nothingFound(results.query, isYet: isYet), theme.title)
        ]
        switch results.confirmation {
        case .due, .asked: lines.append((texts.askingTheServer, theme.faint))
        case .failed(let error): lines.append((texts.serverNotAsked(error), theme.text))
        case .none, .done: break
        }
        if results.tab == .people, isReading, let progress {
            lines.append((texts.peopleNotRead(progress), theme.faint))
        } else if !results.query.typed.isEmpty, results.origin?.place == .server,
            !capabilities.matchesPrefixes
        {
            lines.append((texts.matchesAtTheServer, theme.faint))
        }
        if !results.query.filters.isEmpty && results.tab == .films {
            lines.append((texts.activeFilters(results.query.filters), theme.text))
            let key = keyMap.keys(for: .clearFilters, in: .list).first?.label ?? ""
            let leave =
                browser.focus == .search
                ? (keyMap.keys(for: .leaveSearch, in: .search).first?.label ?? "") + " " : ""
            lines.append((texts.clearHint(leave + key), theme.faint))
        }
        for tab in Tab.allCases where tab != results.tab && results.total(tab).value > 0 {
            let way: Command = tab == results.tab.next ? .nextTab : .previousTab
            let key = keyMap.keys(for: way, in: .list).first?.label ?? ""
            lines.append((texts.foundElsewhere(tab, results.total(tab), key: key), theme.text))
        }
        return lines
    }
}

import CinemaCore

extension AppState {
    /// The last line: what happened, else the keys that work where the focus is.
    func drawStatus(in frame: inout Frame, _ rect: Rect) {
        var right = ""
        if !pendingKeys.isEmpty {
            right = pendingKeys.map(\.label).joined() + "…"
        } else if isStalled {
            right = texts.searching
        }
        let end = frame.put(
            right, endColumn: rect.endColumn - 1, row: rect.row, style: theme.notice)
        let width = end - rect.column - 2
        if let sentence = notice ?? problemSentence {
            frame.put(sentence, column: 1, row: rect.row, width: width, style: theme.notice)
            return
        }
        var column = 1
        for command in hints {
            guard let key = keyMap.keys(for: command, in: mode).first?.label else { continue }
            let name = texts.hint(command)
            let columns = DisplayWidth.columns(of: key) + 1 + DisplayWidth.columns(of: name)
            guard column + columns <= width else { break }
            frame.put(key, column: column, row: rect.row, style: theme.key)
            frame.put(
                name, column: column + columns - DisplayWidth.columns(of: name), row: rect.row,
                style: theme.faint)
            column += columns + 2
        }
    }

    /// Why a red chip is not applied.
    private var problemSentence: String? {
        guard browser.focus == .search else { return nil }
        for case .problem(let problem) in browser.search.chips.reversed() {
            return problem.sentence
        }
        return nil
    }

    private var canOpen: Bool { browser.results.selectedItem?.target != nil }

    /// The commands worth a hint, most wanted first; only those that do
    /// something here.
    private var hints: [Command] {
        switch mode {
        case .search:
            var hints: [Command] = canOpen ? [.submit] : []
            hints += [.leaveSearch, .nextTab]
            if browser.search.field.isEmpty && !browser.search.chips.isEmpty {
                hints.append(.deleteBackward)
            }
            return hints + [.help, .interrupt]
        case .list:
            var hints: [Command] = canOpen ? [.open] : []
            hints += [.focusSearch, .filterMenu, .sortMenu, .nextTab]
            if !browser.search.chips.isEmpty { hints.append(.clearFilters) }
            if !past.isEmpty { hints.append(.historyBack) }
            return hints + [.surprise, .help, .quit]
        case .detail: return [.open, .back, .nextSection, .focusSearch, .help, .quit]
        case .menu:
            if case .sort = overlay { return [.choose, .close] }
            return [.choose, .clearFilters, .close]
        case .help: return [.choose, .close]
        }
    }
}

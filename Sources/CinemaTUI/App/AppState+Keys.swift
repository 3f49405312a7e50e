import CinemaCore

extension AppState {
    /// Finds the command of a key, or takes it as text where text is expected.
    mutating func handle(_ key: Key) -> [Effect] {
        notice = nil
        browser.results.goesToEnd = false
        let sequence = pendingKeys + [key]
        pendingKeys = []
        let mode = mode
        if let effects = handleSortLetter(key) { return effects }
        switch keyMap.lookup(sequence, in: mode) {
        case .command(let command): return perform(command)
        case .pending:
            pendingKeys = sequence
            return []
        case .nothing: break
        }
        // The end of a sequence that means nothing counts by itself.
        if sequence.count > 1 { return handle(key) }
        switch (mode, key.code) {
        case (.search, .character(let character)) where key.modifiers.isEmpty:
            return type(String(character))
        case (.help, .character(let character)) where key.modifiers.isEmpty:
            return filterHelp { $0.insert(String(character)) }
        case (.find, .character(let character)) where key.modifiers.isEmpty:
            return editFind { $0.insert(String(character)) }
        case (.list, .character), (.detail, .character), (.inspector, .character):
            notice = texts.unknownKey
            return []
        default: return []
        }
    }

    /// Inserts text into the search bar, or puts it in the place of what is
    /// there if the bar has just been entered for that.
    mutating func type(_ text: String) -> [Effect] {
        if browser.search.replacesText { browser.search.field.cutToStart() }
        browser.search.replacesText = false
        browser.search.field.insert(text)
        return queryEdited()
    }

    /// Carries out a command where the focus is.
    mutating func perform(_ command: Command) -> [Effect] {
        switch command {
        case .interrupt: return [.quit(.interrupted)]
        case .quit: return [.quit(.quit)]
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        case .help where overlay == nil || mode == .menu || mode == .inspector:
            let opener = mode
            coveredOverlay = overlay
            overlay = .help(HelpState(mode: opener))
            return []
        default: break
        }
        switch overlay {
        case .filters(let menu): return performFilterMenu(command, menu)
        case .sort(let menu): return performSortMenu(command, menu)
        case .inspector(let inspector): return performInspector(command, inspector)
        case .help(let help): return performHelp(command, help)
        case nil: break
        }
        if let effects = performAnywhere(command) { return effects }
        switch browser.focus {
        case .search: return performSearch(command)
        case .list: return performList(command)
        case .detail: return performDetail(command)
        }
    }

    /// Commands that mean the same in list and detail.
    private mutating func performAnywhere(_ command: Command) -> [Effect]? {
        switch command {
        case .historyBack: return goBack()
        case .historyForward: return goForward()
        case .focusSearch, .editSearch:
            browser.focus = .search
            browser.search.field.moveToEnd()
            browser.search.replacesText =
                command == .focusSearch && !browser.search.field.isEmpty
            return settle()
        case .filterMenu:
            openFilterMenu()
            return []
        case .sortMenu:
            openSortMenu()
            return []
        case .reverseSort:
            browser.search.sort = browser.search.sort.reversed
            return queryChanged()
        case .clearFilters:
            browser.search.chips = []
            return queryChanged()
        case .togglePane:
            wantsPane.toggle()
            if !wantsPane && browser.focus == .detail { browser.focus = .list }
            return settle()
        case .refresh: return refreshAll()
        case .showDocument, .showRequest, .showReason: return openInspector(command)
        case .surprise:
            return [
                .surprise(browser.results.query, generation: browser.results.generation)
            ]
        default: return nil
        }
    }
}

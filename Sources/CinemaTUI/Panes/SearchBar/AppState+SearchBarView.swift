import CinemaCore

extension AppState {
    /// The line with the text under edit, and the tabs with their counts.
    func drawSearchBar(in frame: inout Frame, _ rect: Rect) {
        let hasFocus = browser.focus == .search && overlay == nil
        let tabsStart = drawTabs(in: &frame, rect)
        frame.put("/", column: 1, row: rect.row, style: hasFocus ? theme.key : theme.faint)
        let start = 3
        let width = max(1, tabsStart - start - 2)
        let field = browser.search.field
        if field.isEmpty && browser.search.chips.isEmpty {
            frame.put(
                texts.promptPlaceholder, column: start, row: rect.row, width: width,
                style: theme.faint)
        }
        // The text scrolls so that the cursor stays inside the field.
        var columns: [Int] = [0]
        for character in field.characters {
            columns.append((columns.last ?? 0) + (SafeText.glyph(of: character)?.1 ?? 0))
        }
        var first = 0
        while columns[field.cursor] - columns[first] >= width { first += 1 }
        let style = hasFocus && browser.search.replacesText ? theme.selection : theme.title
        var column = start
        for character in field.characters[first...] {
            guard let (glyph, glyphWidth) = SafeText.glyph(of: character) else { continue }
            if column + glyphWidth > start + width { break }
            frame[column, rect.row] = Cell(glyph: glyph, style: style)
            if glyphWidth == 2 {
                frame[column + 1, rect.row] = Cell(glyph: .continuation, style: style)
            }
            column += glyphWidth
        }
        if hasFocus {
            frame.cursor = Frame.Position(
                column: start + columns[field.cursor] - columns[first], row: rect.row)
        }
    }

    /// Draws the tabs at the right end; returns the column where they begin.
    private func drawTabs(in frame: inout Frame, _ rect: Rect) -> Int {
        var end = rect.endColumn - 1
        for tab in Tab.allCases.reversed() {
            let isSelected = tab == browser.results.tab
            let label = texts.tab(tab) + tabSign(tab)
            end = frame.put(
                isSelected ? "[\(label)]" : " \(label) ", endColumn: end, row: rect.row,
                style: isSelected ? theme.selectedTab : theme.tab)
        }
        return end
    }

    /// The number of rows behind a tab's name, or a mark that they failed.
    private func tabSign(_ tab: Tab) -> String {
        let results = browser.results
        let failure = results.partFailures[tab] ?? results.pageFailures[tab]
        if failure != nil && results.itemCount(tab) == 0 { return " !" }
        // Until films were read one by one nobody is known, which is not nobody.
        if tab == .people && isReading && results.total(tab).value == 0 { return "" }
        return results.hasTotals && !results.isUncounted(tab)
            ? " " + texts.count(results.total(tab)) : ""
    }

    /// Where the rows come from, their order, and the place among them.
    private func listFacts(columns: Int) -> String {
        let results = browser.results
        let isShort = columns < 100
        let origin = results.origin.map { texts.origin($0, isShort: isShort) } ?? []
        var parts = origin
        if results.tab == .films { parts.append(texts.sortedBy(results.query.sort)) }
        if results.isCurrent, results.itemCount > 0, browser.focus != .search {
            let item = results.place.selected - results.leadingItems
            if item >= 0 { parts.append(texts.position(item + 1, of: results.total(results.tab))) }
        }
        // What is missing from the rows matters more than their order.
        var text = parts.joined(separator: " · ")
        while !origin.isEmpty, parts.count > 1, DisplayWidth.columns(of: text) > columns * 2 / 3 {
            parts.removeLast()
            text = parts.joined(separator: " · ")
        }
        return text
    }

    /// The line with the chips, and the order and length of the list.
    func drawChips(in frame: inout Frame, _ rect: Rect) {
        let end = frame.put(
            listFacts(columns: rect.columns), endColumn: rect.endColumn - 1, row: rect.row,
            width: rect.columns - 2, style: theme.faint)
        var column = 1
        for chip in browser.search.chips {
            let label: String
            let style: Style
            switch chip {
            case .filter(let filter): (label, style) = (texts.chip(filter) + " ×", theme.chip)
            case .problem(let problem): (label, style) = (problem.term + " !", theme.problem)
            }
            let width = end - column - 2
            guard width > 3 else { break }
            column +=
                frame.put(" \(label) ", column: column, row: rect.row, width: width, style: style)
                + 1
        }
    }
}

import CinemaCore

extension AppState {
    /// The screen of this state: a pure function of it.
    public func view() -> Frame {
        var frame = Frame(size)
        let layout = ScreenLayout(self)
        if layout.isTooSmall {
            let lines = TextWrapping.lines(of: texts.tooSmall(size), width: size.columns)
            for (row, line) in lines.enumerated() where row < size.rows {
                frame.put(line, column: 0, row: row)
            }
            return frame
        }
        drawHeader(in: &frame, layout.header)
        drawSearchBar(in: &frame, layout.searchBar)
        drawChips(in: &frame, layout.chips)
        drawRule(in: &frame, layout)
        if layout.list.columns > 0 { drawList(in: &frame, layout.list) }
        if layout.note.rows > 0 { drawNote(in: &frame, layout.note) }
        if layout.pane.columns > 0 { drawPane(in: &frame, layout) }
        drawStatus(in: &frame, layout.status)
        drawOverlay(in: &frame, layout)
        return frame
    }

    private func drawHeader(in frame: inout Frame, _ rect: Rect) {
        frame.put(texts.program, column: 1, row: rect.row, style: theme.brand)
        let width = rect.columns - 12
        var text = preparation.map(texts.preparing) ?? sourceText(isShort: false)
        if DisplayWidth.columns(of: text) > width { text = sourceText(isShort: true) }
        frame.put(
            text, endColumn: rect.endColumn - 1, row: rect.row, width: width, style: theme.faint)
    }

    /// The source and what it has, and whether it is reached.
    private func sourceText(isShort: Bool) -> String {
        var parts: [String] = []
        if let summary {
            parts = texts.catalogue(summary, isShort: isShort, isEmptyTold: !isRemote)
        } else if isRemote && !sourceName.isEmpty {
            parts = [sourceName]
        }
        guard isRemote else { return parts.joined(separator: " · ") }
        switch status.connection {
        // Who wants a token, or time, is there.
        case .offline(let error, _)
        where error.kind != .unauthorized && error.kind != .busy: parts.append(texts.offline)
        case .switchedOff: parts.append(texts.offline)
        case .local, .connecting, .online, .offline: break
        }
        return parts.joined(separator: " · ")
    }

    private func drawRule(in frame: inout Frame, _ layout: ScreenLayout) {
        let rule = layout.rule
        let line = Glyph(base: 0x2500)
        for column in rule.column..<rule.endColumn {
            frame[column, rule.row] = Cell(glyph: line, style: theme.rule)
        }
        guard layout.isWide else { return }
        let divider = layout.list.endColumn
        frame[divider, rule.row] = Cell(glyph: Glyph(base: 0x252c), style: theme.rule)
        for row in layout.list.row..<layout.list.endRow {
            frame[divider, row] = Cell(glyph: Glyph(base: 0x2502), style: theme.rule)
        }
    }

    private func drawOverlay(in frame: inout Frame, _ layout: ScreenLayout) {
        switch overlay {
        case .filters(let menu): drawFilterMenu(menu, in: &frame, layout)
        case .sort(let menu): drawSortMenu(menu, in: &frame, layout)
        case .inspector(let inspector): drawInspector(inspector, in: &frame, layout)
        case .help(let help): drawHelp(help, in: &frame, layout)
        case nil: break
        }
    }
}

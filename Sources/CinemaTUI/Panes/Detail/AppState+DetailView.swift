import CinemaCore

extension AppState {
    /// The pane: the record, or what the start page has beside its list.
    func drawPane(in frame: inout Frame, _ layout: ScreenLayout) {
        let rect = layout.paneText
        if showsStartPanel {
            drawStartPanel(in: &frame, rect)
            return
        }
        guard let document else {
            drawMissingRecord(in: &frame, rect)
            return
        }
        let top = max(0, min(browser.detail.top, document.lines.count - 1))
        for offset in 0..<rect.rows where top + offset < document.lines.count {
            for piece in document.lines[top + offset] {
                frame.put(
                    piece.text, column: rect.column + piece.column, row: rect.row + offset,
                    width: rect.columns - piece.column, style: style(of: piece.kind))
            }
        }
        // Only the bytes of an arrow tell that there is more.
        if top > 0 {
            frame.put("▲", column: rect.endColumn, row: rect.row, style: theme.faint)
        }
        if document.lines.count > top + rect.rows {
            frame.put("▼", column: rect.endColumn, row: rect.endRow - 1, style: theme.faint)
        }
    }

    /// In the place of a record that is on its way, or could not be had.
    private func drawMissingRecord(in frame: inout Frame, _ rect: Rect) {
        guard let target = browser.detail.target else { return }
        var lines: [(String, Style)] = []
        if isRemote, let name = browser.results.selectedItem?.asRecent, name.target == target {
            lines.append((name.name, theme.title))
        }
        if let failure = browser.detail.failure {
            lines.append((failure.sentence, theme.problem))
            if let key = keyMap.keys(for: .refresh, in: mode).first?.label {
                lines.append((texts.retryHint(key), theme.faint))
            }
        } else if browser.detail.isStalled {
            lines.append((texts.loading, theme.faint))
        }
        var row = rect.row
        for (text, style) in lines {
            for line in TextWrapping.lines(of: text, width: rect.columns) where row < rect.endRow {
                frame.put(line, column: rect.column, row: row, style: style)
                row += 1
            }
        }
    }

    private func style(of kind: DetailDocument.Piece.Kind) -> Style {
        switch kind {
        case .text: theme.text
        case .faint: theme.faint
        case .heading: theme.heading
        case .title: theme.title
        case .rating: theme.rating
        case .separator: theme.door
        case .door(let number):
            browser.focus == .detail && browser.detail.door == number
                ? theme.selectedDoor : theme.door
        }
    }

    /// Beside the list of the start page: what the catalogue has, its genres,
    /// and how a query is narrowed.
    private func drawStartPanel(in frame: inout Frame, _ rect: Rect) {
        var rest = rect
        if let summary, !isRemote || summary.films > 0 {
            frame.put(
                texts.welcome(summary), column: rest.column, row: rest.takeTop(1).row,
                width: rect.columns, style: theme.title)
            _ = rest.takeTop(1)
        }
        let genres = browser.results.genres
        let examples = texts.syntaxExamples
        let room = max(0, rest.rows - examples.count - 5)
        let shown = (0..<min(genres.count, room)).compactMap { genres[$0] }
        let most = shown.map(\.films).max() ?? 0
        let numberEnd = rest.column + max(7, Numbers.grouped(most).count)
        for genre in shown {
            let row = rest.takeTop(1).row
            frame.put(
                genre.films > 0 ? Numbers.grouped(genre.films) : "", endColumn: numberEnd,
                row: row, style: theme.rating)
            frame.put(genre.name, column: numberEnd + 2, row: row, width: 14)
            let bar = numberEnd + 17
            frame.put(
                Bar.glyphs(
                    value: genre.films, limit: most,
                    width: max(0, min(24, rest.endColumn - bar - 1))),
                column: bar, row: row, style: theme.rating)
        }
        if !shown.isEmpty { _ = rest.takeTop(1) }
        if let key = keyMap.keys(for: .surprise, in: .list).first?.label,
            let leave = keyMap.keys(for: .leaveSearch, in: .search).first?.label
        {
            frame.put(
                texts.surpriseHint("\(leave) \(key)"), column: rest.column,
                row: rest.takeTop(1).row, width: rect.columns, style: theme.text)
            _ = rest.takeTop(1)
        }
        guard rest.rows > 1 else { return }
        frame.put(
            texts.syntaxTitle, column: rest.column, row: rest.takeTop(1).row, style: theme.heading)
        for (example, meaning) in examples where rest.rows > 0 {
            let row = rest.takeTop(1).row
            frame.put(example, column: rest.column, row: row, width: 22, style: theme.door)
            frame.put(
                meaning, column: rest.column + 23, row: row, width: rest.columns - 23,
                style: theme.faint)
        }
    }
}

import CinemaCore

extension AppState {
    /// The list: rows, headings between them, or why there are none.
    func drawList(in frame: inout Frame, _ rect: Rect) {
        let results = browser.results
        guard results.itemCount > 0 else {
            drawNoRows(in: &frame, rect)
            return
        }
        let headings = results.held?.headings ?? results.headings
        let place = results.held?.place ?? results.place
        var row = rect.row - place.top
        // Rows above the visible ones are skipped by counting, not by drawing.
        let firstItem = max(0, place.top - headings.count)
        row += ListPlace.row(of: firstItem, headings: headings)
        if headings.contains(firstItem) { row -= 1 }
        var titles: [String: Int] = [:]
        if results.tab == .films {
            for item in firstItem..<(firstItem + rect.rows) {
                if case .film(let film)? = results.item(at: item) {
                    titles[film.title, default: 0] += 1
                }
            }
        }
        let rescuedText = results.rescuedText
        let rescueStart = results.rescueStart ?? Int.max
        let serverStart = results.serverStart ?? Int.max
        var item = firstItem
        while row < rect.endRow {
            if headings.contains(item) {
                if row >= rect.row && results.held == nil {
                    let text = results.heading(beforeItem: item, texts: texts)
                    frame.put(
                        text, column: rect.column + 1, row: row, width: rect.columns - 2,
                        style: results.rescue == nil || item == results.serverStart
                            ? theme.heading : theme.notice)
                }
                row += 1
                if row >= rect.endRow { break }
            }
            guard let content = results.item(at: item) else { break }
            if row >= rect.row {
                let line = Rect(column: rect.column, row: row, columns: rect.columns, rows: 1)
                let isRescued = item >= rescueStart && item < serverStart
                let match = isRescued ? rescuedText ?? .empty : results.query.text
                drawItem(content, item, match, in: &frame, line, titles: titles)
            }
            row += 1
            item += 1
        }
        // Rows of an earlier query that stay for long say that they are that.
        if !results.isCurrent && (isStalled || results.failure != nil) {
            frame.restyle(rect) { $0.with(.dim) }
        }
    }

    /// Below the rows: why there are not more of them.
    func drawNote(in frame: inout Frame, _ rect: Rect) {
        let lines = noteLines(columns: rect.columns)
        for (offset, line) in lines.enumerated() where offset < rect.rows {
            frame.put(
                line, column: rect.column + 1, row: rect.row + offset, width: rect.columns - 2,
                style: theme.problem)
        }
    }

    /// The failure that is told below rows that are there all the same.
    func noteLines(columns: Int) -> [String] {
        guard browser.results.itemCount > 0, let failure = browser.results.listFailure
        else { return [] }
        return TextWrapping.lines(of: texts.failed(failure), width: columns - 2)
    }

    private func drawItem(
        _ content: ResultsState.Item, _ item: Int, _ match: SearchText, in frame: inout Frame,
        _ line: Rect, titles: [String: Int]
    ) {
        let place = browser.results.held?.place ?? browser.results.place
        let isSelected = item == place.selected && !showsStartPanel
        var row = RowPainter(
            line: line, theme: theme, isSelected: isSelected,
            hasFocus: browser.focus != .detail, match: match)
        switch content {
        case .film(let film):
            row.draw(film, showsDirector: (titles[film.title] ?? 0) > 1, in: &frame)
        case .person(let person):
            // The same for every row, so that scrolling moves no column.
            row.numberWidth = (summary?.films ?? 0) < 100_000 ? 5 : 7
            row.draw(person, texts: texts, in: &frame)
        case .genre(let genre):
            row.numberWidth = max(9, Numbers.grouped(summary?.films ?? 0).count)
            row.draw(genre, most: browser.results.genres[0]?.films ?? genre.films, in: &frame)
        case .recent(let recent): row.draw(recent, in: &frame)
        case .missing: frame.put("·", column: line.column + 2, row: line.row, style: theme.faint)
        }
    }
}

import CinemaCore

extension AppState {
    func drawFilterMenu(_ menu: MenuState, in frame: inout Frame, _ layout: ScreenLayout) {
        let entries = filterEntries(menu)
        let area = Rect(
            column: 0, row: layout.rule.row, columns: size.columns,
            rows: layout.status.row - layout.rule.row)
        let painter = MenuPainter(area: area, columns: 40, lines: entries.count, theme: theme)
        painter.drawBox(title: texts.filterTitle, in: &frame)
        let inside = painter.inside
        let selectedLine = line(ofChoice: menu.selected, in: entries.map(\.isSelectable))
        let top = painter.top(selected: selectedLine, lines: entries.count)
        for offset in 0..<inside.rows where top + offset < entries.count {
            let row = inside.row + offset
            switch entries[top + offset] {
            case .heading(let text):
                frame.put(text, column: inside.column + 1, row: row, style: theme.heading)
            case .choice(let label, let films, let isOn, _):
                let isSelected = top + offset == selectedLine
                let style = isSelected ? theme.selection : films == 0 ? theme.faint : theme.text
                frame.put(isSelected ? "▸" : " ", column: inside.column, row: row)
                frame.put(
                    isOn ? "[x] " : "[ ] ", column: inside.column + 1, row: row,
                    style: isOn ? theme.key : theme.faint)
                frame.put(
                    label, column: inside.column + 5, row: row, width: inside.columns - 14,
                    style: style)
                if let films {
                    frame.put(
                        Numbers.grouped(films), endColumn: inside.endColumn - 1, row: row,
                        style: theme.rating)
                }
            }
        }
    }

    func drawSortMenu(_ menu: MenuState, in frame: inout Frame, _ layout: ScreenLayout) {
        let fields = FilmSort.Field.allCases
        let area = Rect(
            column: 0, row: layout.rule.row, columns: size.columns,
            rows: layout.status.row - layout.rule.row)
        let painter = MenuPainter(area: area, columns: 28, lines: fields.count, theme: theme)
        painter.drawBox(title: texts.sortTitle, in: &frame)
        let inside = painter.inside
        for (offset, field) in fields.enumerated() where offset < inside.rows {
            let row = inside.row + offset
            let isSelected = offset == menu.selected
            frame.put(isSelected ? "▸" : " ", column: inside.column, row: row)
            frame.put(String(field.letter), column: inside.column + 1, row: row, style: theme.key)
            frame.put(
                texts.name(field), column: inside.column + 4, row: row,
                style: isSelected ? theme.selection : theme.text)
            if browser.search.sort.field == field {
                frame.put(
                    browser.search.sort.isDescending ? "▼" : "▲", column: inside.endColumn - 3,
                    row: row, style: theme.key)
            }
        }
    }

    /// The line of the n-th entry that can be chosen.
    func line(ofChoice choice: Int, in selectable: [Bool]) -> Int {
        var seen = -1
        for (line, isSelectable) in selectable.enumerated() where isSelectable {
            seen += 1
            if seen == choice { return line }
        }
        return 0
    }
}

extension AppState {
    func drawHelp(_ help: HelpState, in frame: inout Frame, _ layout: ScreenLayout) {
        let entries = helpEntries(help)
        let area = Rect(
            column: 0, row: layout.header.row, columns: size.columns, rows: layout.status.row)
        let painter = MenuPainter(
            area: area, columns: min(size.columns, 90), lines: max(entries.count, 10) + 1,
            theme: theme)
        painter.drawBox(title: texts.helpTitle, in: &frame)
        var inside = painter.inside
        let filterRow = inside.takeTop(1).row
        frame.put("/", column: inside.column + 1, row: filterRow, style: theme.key)
        let used = frame.put(
            help.filter.text, column: inside.column + 3, row: filterRow,
            width: inside.columns - 6, style: theme.title)
        frame.cursor = Frame.Position(column: inside.column + 3 + used, row: filterRow)
        let selectedLine = line(ofChoice: help.selected, in: entries.map(\.isSelectable))
        let height = inside.rows
        let top =
            entries.count > height
            ? max(0, min(selectedLine - height / 2, entries.count - height)) : 0
        for offset in 0..<height where top + offset < entries.count {
            let row = inside.row + offset
            switch entries[top + offset] {
            case .heading(let text):
                frame.put(text, column: inside.column + 1, row: row, style: theme.heading)
            case .command(_, let keys, let title, _):
                let isSelected = top + offset == selectedLine
                frame.put(isSelected ? "▸" : " ", column: inside.column, row: row)
                frame.put(keys, column: inside.column + 2, row: row, width: 26, style: theme.key)
                frame.put(
                    title, column: inside.column + 29, row: row, width: inside.columns - 30,
                    style: isSelected ? theme.selection : theme.text)
            }
        }
    }
}

import CinemaCore

extension AppState {
    /// The window of the lines. It has no sides: a terminal selects whole rows,
    /// and what is selected is then nothing but text.
    private func inspectorText(_ layout: ScreenLayout) -> Rect {
        var rect = Rect(
            column: 0, row: layout.searchBar.row, columns: size.columns,
            rows: layout.status.row - layout.searchBar.row)
        _ = rect.takeTop(2)
        return rect
    }

    /// The columns and rows that lines have.
    var inspectorSize: Size {
        let rect = inspectorText(ScreenLayout(self))
        return Size(columns: max(1, rect.columns), rows: max(1, rect.rows))
    }

    func drawInspector(
        _ inspector: InspectorState, in frame: inout Frame, _ layout: ScreenLayout
    ) {
        let text = inspectorText(layout)
        let whole = Rect(
            column: 0, row: text.row - 2, columns: text.columns, rows: text.rows + 2)
        frame.fill(whole, with: Cell(glyph: .space))
        drawInspectorTitle(inspector, in: &frame, row: whole.row)
        for column in 0..<size.columns {
            frame[column, whole.row + 1] = Cell(glyph: Glyph(base: 0x2500), style: theme.rule)
        }
        if let failure = inspector.failure {
            drawSentences(failureSentences(failure), in: &frame, text)
        } else if inspector.content == nil {
            drawSentences([texts.loading], in: &frame, text)
        } else if inspector.lines.isEmpty {
            drawSentences([texts.nothingToInspect], in: &frame, text)
        } else {
            drawLines(inspector, in: &frame, text)
        }
    }

    private func drawInspectorTitle(
        _ inspector: InspectorState, in frame: inout Frame, row: Int
    ) {
        var end = size.columns - 1
        if inspector.isFinding || !inspector.wanted.isEmpty {
            let label = "/" + inspector.wanted.text
            let width = min(DisplayWidth.columns(of: label) + 1, size.columns / 2)
            end -= width + 1
            frame.put(
                label, column: end + 1, row: row, width: width,
                style: inspector.isFinding ? theme.key : theme.faint)
            if inspector.isFinding {
                frame.cursor = Frame.Position(
                    column: min(end + 1 + DisplayWidth.columns(of: label), size.columns - 1),
                    row: row)
            }
        } else if !inspector.lines.isEmpty {
            let place = texts.line(inspector.selected + 1, of: inspector.lines.count)
            end = frame.put(place, endColumn: end, row: row, style: theme.faint)
        }
        frame.put(
            inspector.content?.title ?? inspectorTitle(inspector.subject), column: 1, row: row,
            width: max(1, end - 3), style: theme.heading)
    }

    /// What it is called before it has come.
    private func inspectorTitle(_ subject: InspectionSubject) -> String {
        switch subject {
        case .film, .person, .genre: texts.title(.showDocument)
        case .request: texts.title(.showRequest)
        case .reason: texts.title(.showReason)
        }
    }

    private func failureSentences(_ failure: CatalogError) -> [String] {
        let key = keyMap.keys(for: .refresh, in: .inspector).first?.label
        guard failure.kind != .unsupported, failure.kind != .notFound, let key else {
            return [texts.failed(failure)]
        }
        return [texts.failed(failure), "", texts.retries(key)]
    }

    private func drawSentences(_ sentences: [String], in frame: inout Frame, _ rect: Rect) {
        let lines = sentences.flatMap {
            TextWrapping.lines(of: $0, width: max(1, rect.columns - 2))
        }
        for (offset, line) in lines.enumerated() where offset < rect.rows {
            frame.put(line, column: 1, row: rect.row + offset)
        }
    }

    private func drawLines(
        _ inspector: InspectorState, in frame: inout Frame, _ rect: Rect
    ) {
        var line: Int? = inspector.top.line
        var skipped = inspector.top.row
        var row = rect.row
        while let number = line, row < rect.endRow {
            let isSelected = number == inspector.selected
            let style = isSelected ? theme.selection : theme.text
            var end = 0
            for part in inspector.rows(of: number, width: rect.columns).dropFirst(skipped)
            where row < rect.endRow {
                // An empty line is to be seen where it is chosen.
                let text = part.text.isEmpty ? " " : part.text
                end =
                    part.column + frame.put(text, column: part.column, row: row, style: style)
                row += 1
            }
            skipped = 0
            if inspector.folded.contains(number) {
                let mark = " " + texts.folded(inspector.deeper[number])
                frame.put(mark, column: end, row: row - 1, style: theme.faint)
            }
            line = inspector.line(after: number)
        }
    }

    /// Keys that open it, where the source has something behind.
    var inspectionHints: [Command] {
        capabilities.inspects ? [.showDocument, .showRequest, .showReason] : []
    }

    var inspectorHints: [Command] {
        guard case .inspector(let inspector) = overlay else { return [.close] }
        if let failure = inspector.failure {
            return failure.kind == .unsupported ? [.close] : [.refresh, .close]
        }
        guard inspector.content != nil else { return [.close] }
        let copy: [Command] = inspector.content?.copy == nil ? [] : [.copy]
        return [.toggleFold, .find] + copy + [.showDocument, .showRequest, .showReason]
            + [.help, .close]
    }

    /// Whether the help tells of a command: of what a source has nothing
    /// behind, it would lead nowhere.
    func isOffered(_ command: Command) -> Bool {
        switch command {
        case .showDocument, .showRequest, .showReason: capabilities.inspects
        default: true
        }
    }

    func isOffered(_ mode: Mode) -> Bool {
        capabilities.inspects || mode != .inspector && mode != .find
    }
}

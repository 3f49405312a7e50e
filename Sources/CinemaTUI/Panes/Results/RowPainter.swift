import CinemaCore

/// Paints one row of a list.
///
/// The selected row has a marker and its name in reverse: a move then changes
/// few cells, which is what a thin line carries.
struct RowPainter {
    let line: Rect
    let theme: Theme
    let isSelected: Bool
    let hasFocus: Bool
    let match: SearchText
    /// The columns that the number of films of a person or a genre has.
    var numberWidth = 0

    /// The title keeps at least so many cells before a bar is drawn.
    private static let titleBeforeBar = 45
    private static let barWidth = 5

    mutating func draw(_ film: FilmSummary, showsDirector: Bool, in frame: inout Frame) {
        var column = drawMarker(in: &frame)
        let rating = film.rating?.description ?? "-"
        let hasBar = line.columns - 2 - 5 - 6 - 6 >= Self.titleBeforeBar
        // One run of one style from the rating to the end of the bar.
        frame.fill(
            Rect(
                column: column, row: line.row, columns: hasBar ? Self.barWidth + 5 : 4, rows: 1),
            with: Cell(glyph: .space, style: theme.rating))
        frame.put(
            rating, endColumn: column + 4, row: line.row, width: 4, style: theme.rating)
        column += 5
        if hasBar {
            frame.put(
                Bar.glyphs(value: film.rating?.tenths ?? 0, limit: 100, width: Self.barWidth),
                column: column, row: line.row, style: theme.rating)
            column += Self.barWidth + 1
        }
        frame.put(
            film.year.map(String.init) ?? "", column: column, row: line.row, width: 4,
            style: theme.text)
        column += 6
        let room = line.endColumn - column - 1
        let directors = film.directors.map(\.name).joined(separator: ", ")
        let wide = room >= 70
        var titleRoom = room
        if !directors.isEmpty && (showsDirector || wide) {
            titleRoom = max(room / 2, room - DisplayWidth.columns(of: directors) - 3)
        }
        let used = drawName(film.title, column: column, width: titleRoom, in: &frame)
        guard !directors.isEmpty, showsDirector || wide else { return }
        let start = wide ? column + max(used, titleRoom - 0) + 2 : column + used + 2
        let rest = line.endColumn - 1 - (wide ? min(start, line.endColumn - 1) : start)
        guard rest >= 6 else { return }
        if wide {
            frame.put(
                directors, endColumn: line.endColumn - 1, row: line.row,
                width: room - titleRoom - 2, style: theme.faint)
        } else {
            frame.put(directors, column: start, row: line.row, width: rest, style: theme.faint)
        }
    }

    mutating func draw(_ person: PersonSummary, texts: Texts, in frame: inout Frame) {
        let column = drawMarker(in: &frame)
        frame.put(
            person.films > 0 ? Numbers.grouped(person.films) : "",
            endColumn: column + numberWidth, row: line.row, style: theme.rating)
        let start = column + numberWidth + 2
        let room = line.endColumn - start - 1
        let used = drawName(person.name, column: start, width: room, in: &frame)
        var facts = texts.personFacts(person)
        if let film = person.knownFor { facts += facts.isEmpty ? film : " · \(film)" }
        let rest = room - used - 2
        if rest >= 8 {
            frame.put(
                facts, column: start + used + 2, row: line.row, width: rest, style: theme.faint)
        }
    }

    mutating func draw(_ genre: GenreSummary, most: Int, in frame: inout Frame) {
        let column = drawMarker(in: &frame)
        frame.put(
            genre.films > 0 ? Numbers.grouped(genre.films) : "",
            endColumn: column + numberWidth, row: line.row, style: theme.rating)
        let start = column + numberWidth + 2
        let used = drawName(
            genre.name, column: start, width: line.endColumn - start - 1, in: &frame)
        let bar = start + max(16, used + 2)
        frame.put(
            Bar.glyphs(value: genre.films, limit: most, width: min(24, line.endColumn - bar - 2)),
            column: bar, row: line.row, style: theme.rating)
    }

    mutating func draw(_ recent: RecentItem, in frame: inout Frame) {
        let column = drawMarker(in: &frame)
        let kind: UInt32 =
            switch recent.target {
            case .film: 0x25b7
            case .person: 0x25cb
            case .genre: 0x25c7
            }
        frame.put([Glyph(base: kind)], column: column + 3, row: line.row, style: theme.faint)
        let start = column + 5
        let used = drawName(
            recent.name, column: start, width: line.endColumn - start - 7, in: &frame)
        if let year = recent.year {
            frame.put(
                String(year), column: start + used + 1, row: line.row, style: theme.faint)
        }
    }

    private func drawMarker(in frame: inout Frame) -> Int {
        if isSelected {
            frame.put("▸", column: line.column, row: line.row, style: theme.key)
        }
        return line.column + 1
    }

    /// Draws a name with its matches marked; returns the columns it took.
    private func drawName(
        _ name: String, column: Int, width: Int, in frame: inout Frame
    ) -> Int {
        let style = isSelected ? (hasFocus ? theme.selection : theme.idleSelection) : theme.text
        let used = frame.put(name, column: column, row: line.row, width: width, style: style)
        guard !isSelected || !hasFocus else {
            mark(name, column: column, used: used, in: &frame) { $0.with(.underline) }
            return used
        }
        mark(name, column: column, used: used, in: &frame) { _ in theme.match }
        return used
    }

    private func mark(
        _ name: String, column: Int, used: Int, in frame: inout Frame, _ change: (Style) -> Style
    ) {
        let ranges = MatchHighlighting.ranges(in: name, matching: match)
        guard !ranges.isEmpty else { return }
        if name.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) {
            for range in ranges where range.lowerBound < used {
                let columns = min(range.upperBound, used) - range.lowerBound
                frame.restyle(
                    Rect(
                        column: column + range.lowerBound, row: line.row, columns: columns, rows: 1),
                    change)
            }
            return
        }
        var offset = 0
        var position = column
        for character in name {
            let width = SafeText.glyph(of: character)?.1 ?? 0
            if position + width > column + used { break }
            if ranges.contains(where: { $0.contains(offset) }) {
                frame.restyle(
                    Rect(column: position, row: line.row, columns: width, rows: 1), change)
            }
            offset += 1
            position += width
        }
    }
}

internal import CinemaCore

/// Moving. A line that is longer than the screen is passed row by row.
extension InspectorState {
    /// The rows that a line takes, and the columns before its text.
    func rows(of line: Int, width: Int) -> [LineRows.Row] {
        LineRows.rows(
            of: lines[line].text, indent: lines[line].depth * 2, width: max(1, width))
    }

    mutating func move(by step: Int, _ size: Size) {
        for _ in 0..<abs(step) { step > 0 ? moveDown(size) : moveUp(size) }
        settle(size)
    }

    mutating func moveToFirst() {
        selected = 0
        top = Place()
    }

    mutating func moveToLast(_ size: Size) {
        guard !lines.isEmpty else { return }
        selected = visible(lines.count - 1)
        settle(size)
        let rest = rows(of: selected, width: size.columns).count - size.rows
        if rest > 0 { top = Place(line: selected, row: rest) }
    }

    private mutating func moveDown(_ size: Size) {
        guard lines.indices.contains(selected) else { return }
        if top.line == selected,
            rows(of: selected, width: size.columns).count - top.row > size.rows
        {
            top.row += 1
        } else if let next = line(after: selected) {
            selected = next
        }
        settle(size)
    }

    private mutating func moveUp(_ size: Size) {
        if top.line == selected && top.row > 0 {
            top.row -= 1
        } else if let former = line(before: selected) {
            selected = former
            let rest = rows(of: selected, width: size.columns).count - size.rows
            if rest > 0 { top = Place(line: selected, row: rest) }
        }
        settle(size)
    }

    /// Keeps the chosen line on the screen, whole where it has room.
    mutating func settle(_ size: Size) {
        guard lines.indices.contains(selected) else { return }
        selected = visible(selected)
        let line = visible(min(top.line, lines.count - 1))
        if line != top.line { top = Place(line: line) }
        guard selected > top.line else {
            if selected < top.line { top = Place(line: selected) }
            let rest = rows(of: selected, width: size.columns).count - size.rows
            top.row = min(top.row, max(0, rest))
            return
        }
        let used = rows(of: selected, width: size.columns).count
        guard used < size.rows else {
            top = Place(line: selected)
            return
        }
        settle(above: selected, room: size.rows - used, width: size.columns)
    }

    /// Lets the lines above one take as many rows as there are for them.
    private mutating func settle(above line: Int, room: Int, width: Int) {
        var room = room
        var line = line
        while let former = self.line(before: line), former >= top.line {
            let count = rows(of: former, width: width).count
            let isTop = former == top.line
            room -= count - (isTop ? min(top.row, count) : 0)
            if room < 0 {
                top = Place(line: former, row: (isTop ? min(top.row, count) : 0) - room)
                if top.row >= count { top = Place(line: line) }
                return
            }
            line = former
        }
    }
}

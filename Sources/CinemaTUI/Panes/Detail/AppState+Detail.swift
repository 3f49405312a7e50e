import CinemaCore

extension AppState {
    /// The record in the pane, laid out as it is shown.
    var document: DetailDocument? {
        guard let content = browser.detail.currentContent else { return nil }
        return DetailDocument(
            content, width: ScreenLayout(self).paneText.columns, texts: texts,
            isSparse: isRemote && (isReading || status.connection != .online))
    }

    /// Carries out a command while the detail has the keys.
    mutating func performDetail(_ command: Command) -> [Effect] {
        let height = max(1, ScreenLayout(self).pane.rows)
        switch command {
        case .back:
            if !browser.paneFollows && !past.isEmpty { return goBack() }
            browser.focus = .list
            return settle()
        case .open:
            guard let document, document.doors.indices.contains(browser.detail.door) else {
                return []
            }
            return go(through: document.doors[browser.detail.door].door)
        case .down: moveDoor(by: 1, height: height)
        case .up: moveDoor(by: -1, height: height)
        case .nextSection: moveSection(by: 1, height: height)
        case .previousSection: moveSection(by: -1, height: height)
        case .halfPageDown: scroll(by: max(1, height / 2), height: height)
        case .halfPageUp: scroll(by: -max(1, height / 2), height: height)
        case .pageDown: scroll(by: max(1, height - 1), height: height)
        case .pageUp: scroll(by: -max(1, height - 1), height: height)
        case .first: selectDoor(0, height: height)
        case .last: selectDoor(Int.max, height: height)
        default: break
        }
        return []
    }

    private mutating func moveDoor(by step: Int, height: Int) {
        guard let document, !document.doors.isEmpty else {
            scroll(by: step, height: height)
            return
        }
        selectDoor(browser.detail.door + step, height: height)
    }

    private mutating func moveSection(by step: Int, height: Int) {
        guard let document, document.doors.indices.contains(browser.detail.door) else { return }
        let section = document.doors[browser.detail.door].section
        let others = document.doors.map(\.section)
        let wanted =
            step > 0
            ? others.first { $0 > section } ?? others.first
            : others.last { $0 < section } ?? others.last
        guard let wanted, let door = document.doors.firstIndex(where: { $0.section == wanted })
        else { return }
        selectDoor(door, height: height)
    }

    private mutating func selectDoor(_ door: Int, height: Int) {
        guard let document, !document.doors.isEmpty else { return }
        let door = max(0, min(door, document.doors.count - 1))
        browser.detail.door = door
        let line = document.doors[door].line
        // The first door shows the head of the record, the last one its end.
        if door == 0 { browser.detail.top = 0 }
        if line < browser.detail.top { browser.detail.top = line }
        if line >= browser.detail.top + height { browser.detail.top = line - height + 1 }
        if door == document.doors.count - 1 && document.lines.count - line < height {
            browser.detail.top = max(browser.detail.top, document.lines.count - height)
        }
    }

    /// Scrolls the text and takes the chosen door along.
    private mutating func scroll(by step: Int, height: Int) {
        guard let document else { return }
        let top = max(0, min(browser.detail.top + step, document.lines.count - height))
        browser.detail.top = max(0, top)
        let visible = browser.detail.top..<(browser.detail.top + height)
        guard document.doors.indices.contains(browser.detail.door),
            !visible.contains(document.doors[browser.detail.door].line)
        else { return }
        let nearest =
            step > 0
            ? document.doors.firstIndex { visible.contains($0.line) }
            : document.doors.lastIndex { visible.contains($0.line) }
        if let nearest { browser.detail.door = nearest }
    }
}

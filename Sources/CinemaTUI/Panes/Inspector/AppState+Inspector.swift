import CinemaCore

/// Looking behind a row or a list.
extension AppState {
    /// Opens what is behind the selected row, the record in the pane or the list.
    mutating func openInspector(_ command: Command) -> [Effect] {
        guard capabilities.inspects else {
            notice = texts.nothingBehind
            return []
        }
        guard let subject = inspectionSubject(command) else { return [] }
        return inspect(subject)
    }

    /// Asks again for what failed.
    mutating func recoverInspector() -> [Effect] {
        guard case .inspector(let inspector) = overlay, inspector.failure != nil else { return [] }
        return inspect(inspector.subject)
    }

    private mutating func inspect(_ subject: InspectionSubject) -> [Effect] {
        inspection += 1
        overlay = .inspector(InspectorState(subject: subject, generation: inspection))
        return [.inspect(subject, generation: inspection)]
    }

    /// What a command is about here; says why where that is nothing.
    private mutating func inspectionSubject(_ command: Command) -> InspectionSubject? {
        if command == .showRequest {
            let list: InspectionSubject.List =
                switch browser.results.tab {
                case .films: .films
                case .people: .people
                case .genres: .genres
                }
            return .request(browser.results.query, list)
        }
        let target =
            browser.focus == .detail
            ? browser.detail.target : browser.results.selectedItem?.target
        guard let target else {
            notice = texts.noRowToInspect
            return nil
        }
        switch (command, target) {
        case (.showReason, .film(let id)): return .reason(id, browser.results.query)
        case (.showReason, _):
            notice = texts.onlyFilmsHaveReasons
            return nil
        case (_, .film(let id)): return .film(id)
        case (_, .person(let id)): return .person(id)
        case (_, .genre(let id)): return .genre(id)
        }
    }

    mutating func takeInspection(_ content: Inspection, _ generation: Int) -> [Effect] {
        changeInspector(generation) { $0.show(content) }
        return []
    }

    mutating func inspectionFailed(_ error: CatalogError, _ generation: Int) -> [Effect] {
        guard error.kind != .cancelled else { return [] }
        changeInspector(generation) { $0.failure = error }
        return []
    }

    /// Changes the inspector, also while the help lies over it.
    private mutating func changeInspector(
        _ generation: Int, _ change: (inout InspectorState) -> Void
    ) {
        if case .inspector(var inspector) = overlay, inspector.generation == generation {
            change(&inspector)
            overlay = .inspector(inspector)
        } else if case .inspector(var inspector) = coveredOverlay,
            inspector.generation == generation
        {
            change(&inspector)
            coveredOverlay = .inspector(inspector)
        }
    }

    /// Brings the lines in order with the screen's size.
    mutating func settleInspector() {
        // Nothing is laid out at each key for a window that is not there.
        for case .inspector(let inspector)? in [overlay, coveredOverlay] {
            let size = inspectorSize
            return changeInspector(inspector.generation) { $0.settle(size) }
        }
    }

    /// Carries out a command while the inspector has the keys.
    mutating func performInspector(_ command: Command, _ inspector: InspectorState) -> [Effect] {
        if inspector.isFinding { return performFind(command, inspector) }
        var inspector = inspector
        let size = inspectorSize
        switch command {
        case .close:
            overlay = nil
            return [.cancelInspection] + settle()
        case .showDocument, .showRequest, .showReason: return openInspector(command)
        case .refresh: return inspect(inspector.subject)
        case .copy: return copy(inspector)
        case .down: inspector.move(by: 1, size)
        case .up: inspector.move(by: -1, size)
        case .halfPageDown: inspector.move(by: max(1, size.rows / 2), size)
        case .halfPageUp: inspector.move(by: -max(1, size.rows / 2), size)
        case .pageDown: inspector.move(by: max(1, size.rows - 1), size)
        case .pageUp: inspector.move(by: -max(1, size.rows - 1), size)
        case .first: inspector.moveToFirst()
        case .last: inspector.moveToLast(size)
        case .toggleFold: inspector.toggle()
        case .fold: inspector.fold()
        case .unfold: inspector.unfold()
        case .foldAll: inspector.foldAll()
        case .unfoldAll: inspector.unfoldAll()
        case .find:
            inspector.isFinding = true
            inspector.wanted = TextField()
            inspector.findStart = inspector.selected
        case .findNext: find(in: &inspector, from: inspector.selected + 1)
        case .findPrevious: find(in: &inspector, from: inspector.selected - 1, forward: false)
        default: break
        }
        inspector.settle(size)
        overlay = .inspector(inspector)
        return []
    }
}

/// Searching in it.
extension AppState {
    private mutating func find(
        in inspector: inout InspectorState, from start: Int, forward: Bool = true
    ) {
        guard !inspector.find(from: start, forward: forward) else { return }
        notice = texts.noMatch(inspector.wanted.text)
    }

    mutating func performFind(_ command: Command, _ inspector: InspectorState) -> [Effect] {
        switch command {
        case .deleteBackward: return editFind { $0.deleteBackward() }
        case .cutToStart: return editFind { $0.cutToStart() }
        case .choose, .close:
            var inspector = inspector
            inspector.isFinding = false
            if command == .close {
                inspector.selected = inspector.findStart
                inspector.wanted = TextField()
            }
            inspector.settle(inspectorSize)
            overlay = .inspector(inspector)
        default: break
        }
        return []
    }

    /// Changes the text that is searched, and goes to its first match.
    mutating func editFind(_ change: (inout TextField) -> Void) -> [Effect] {
        guard case .inspector(var inspector) = overlay else { return [] }
        change(&inspector.wanted)
        inspector.selected = inspector.findStart
        if !inspector.lines.isEmpty { find(in: &inspector, from: inspector.findStart) }
        inspector.settle(inspectorSize)
        overlay = .inspector(inspector)
        return []
    }

    /// Hands what there is to copy to the terminal.
    private mutating func copy(_ inspector: InspectorState) -> [Effect] {
        guard let text = inspector.content?.copy, !text.isEmpty else {
            notice = texts.nothingToCopy
            return []
        }
        guard traits.takesCopies else {
            notice = texts.takesNoCopies
            return []
        }
        guard text.utf8.count <= Self.copyLimit else {
            notice = texts.tooMuchToCopy
            return []
        }
        notice = texts.sentToTerminal(text.count)
        return [.copy(text)]
    }

    /// Bytes; more of them make a sequence of over 100,000, which many
    /// terminals drop.
    package static let copyLimit = 74_994
}

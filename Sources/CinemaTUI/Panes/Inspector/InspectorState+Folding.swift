internal import CinemaCore

/// Folding, unfolding and searching.
extension InspectorState {
    mutating func toggle() { folded.contains(selected) ? unfold() : fold(goesOut: false) }

    /// Folds the chosen line; one that cannot be folded gives way to the one
    /// that it lies in.
    mutating func fold(goesOut: Bool = true) {
        if canFold(selected) && !folded.contains(selected) {
            folded.insert(selected)
        } else if goesOut, let parent = parents(of: selected).first {
            selected = parent
        }
    }

    mutating func unfold() { folded.remove(selected) }

    /// Leaves the outermost lines, and what lies directly in a single one.
    mutating func foldAll() {
        let outermost = lines.count { $0.depth == 0 }
        let depth = outermost <= 2 ? 1 : 0
        folded = Set(lines.indices.filter { lines[$0].depth >= depth && canFold($0) })
        selected = visible(selected)
    }

    mutating func unfoldAll() { folded = [] }

    /// Chooses the nearest line from `start` on, or before it, that has the
    /// text that is searched, and unfolds what hides it; false where none has.
    mutating func find(from start: Int, forward: Bool = true) -> Bool {
        let text = wanted.text.lowercased()
        guard !text.isEmpty, !lines.isEmpty else { return !lines.isEmpty }
        let count = lines.count
        for step in 0..<count {
            let line = ((forward ? start + step : start - step) % count + count) % count
            guard lines[line].text.lowercased().contains(text: text) else { continue }
            selected = line
            for parent in parents(of: line) { folded.remove(parent) }
            return true
        }
        return false
    }
}

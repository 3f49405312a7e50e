public import CinemaCore

/// The search bar: the text under edit, the chips, the order of the list.
public struct SearchState: Equatable, Sendable {
    public var field = TextField()
    public var chips: [Chip] = []
    public var sort = FilmSort.relevance
    /// Whether the next character takes the place of the text; it can be put
    /// back as what was cut.
    public var replacesText = false
    /// Where the walk through the history of queries stands; nil while one types.
    var historyPosition: Int?
    /// What was in the field before the walk.
    var draft = ""

    public init() {}

    /// Opens with a query, its field terms as chips.
    public init(text: String) {
        field.set(text + (text.isEmpty ? "" : " "))
        takeChips(endsAll: true)
        field.set(trimmed(field.text))
    }

    public var filters: [Filter] {
        get {
            chips.compactMap { chip in
                if case .filter(let filter) = chip { filter } else { nil }
            }
        }
        set {
            let problems = chips.filter { chip in
                if case .problem = chip { true } else { false }
            }
            chips = newValue.map { .filter($0) } + problems
        }
    }

    /// The query that the bar stands for. A field term that is still being
    /// typed neither filters nor searches.
    public var query: FilmQuery {
        let text = field.text
        return FilmQuery(
            text: QuerySyntax.searchText(text), typed: QuerySyntax.freeText(text),
            filters: filters, sort: sort)
    }

    /// Text and chips as one line, for the history.
    public var historyText: String {
        var query = query
        query.sort = .relevance
        return query.queryText
    }

    /// Moves the field terms that are ended out of the text and into chips. A
    /// term that the cursor is in is still being typed, whatever follows it.
    public mutating func takeChips(endsAll: Bool = false) {
        var kept = field.characters
        var cursor = field.cursor
        let tokens = QuerySyntax.tokens(of: field.text).filter { token in
            endsAll
                || token.isEnded
                    && !(token.range.lowerBound < cursor && cursor <= token.range.upperBound)
        }
        var changed = false
        for token in tokens {
            switch token.meaning {
            case .filter(let filter):
                if !chips.contains(.filter(filter)) { chips.append(.filter(filter)) }
            case .sort(let wanted): sort = wanted
            case .problem(let problem):
                if !chips.contains(.problem(problem)) { chips.append(.problem(problem)) }
            case .term, .exclusion, .nothing: continue
            }
        }
        // From the end, so that the places of the terms before stay right.
        for token in tokens.reversed() {
            switch token.meaning {
            case .filter, .sort, .problem: break
            case .term, .exclusion, .nothing: continue
            }
            // The space that ended the term goes with it.
            let end = min(kept.count, token.range.upperBound + (token.isEnded ? 1 : 0))
            kept.removeSubrange(token.range.lowerBound..<end)
            if cursor >= end {
                cursor -= end - token.range.lowerBound
            } else if cursor > token.range.lowerBound {
                cursor = token.range.lowerBound
            }
            changed = true
        }
        guard changed else { return }
        field.set(String(kept))
        while field.cursor > cursor { field.moveLeft() }
    }

    /// Takes the last chip back into the text, for Backspace at its start.
    public mutating func takeBackChip() -> Bool {
        guard let chip = chips.popLast() else { return false }
        let rest = field.text
        field.set(chip.queryText + (rest.isEmpty ? "" : " " + rest))
        let position = chip.queryText.count
        while field.cursor > position { field.moveLeft() }
        return true
    }

    private func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.last?.isWhitespace == true { text = text.dropLast() }
        while text.first?.isWhitespace == true { text = text.dropFirst() }
        return String(text)
    }
}

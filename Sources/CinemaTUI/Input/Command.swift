/// Everything that a key can ask for. The key map, the hint line, the help
/// and the README's key table are all made of this list.
public enum Command: String, CaseIterable, Hashable, Sendable {
    // Moving
    case down, up, halfPageDown, halfPageUp, pageDown, pageUp, first, last
    // Going somewhere
    case open, back, historyBack, historyForward, focusSearch, editSearch, leaveSearch
    case nextTab, previousTab, nextSection, previousSection
    // The list
    case filterMenu, sortMenu, reverseSort, clearFilters, togglePane, surprise, refresh
    // What is behind a row or a list
    case showDocument, showRequest, showReason
    case toggleFold, fold, unfold, foldAll, unfoldAll, find, findNext, findPrevious, copy
    // The search text
    case submit, previousQuery, nextQuery
    case cursorLeft, cursorRight, cursorStart, cursorEnd, wordLeft, wordRight
    case deleteBackward, deleteForward, cutWord, cutToStart, cutToEnd, yank
    // Menus
    case choose, close
    // The program
    case help, redraw, suspend, quit, interrupt
}

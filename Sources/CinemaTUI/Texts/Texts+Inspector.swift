/// What the screen says of what is behind a row or a list.
extension Texts {
    var nothingBehind: String {
        "There are no documents behind this source; they are shown of a search index."
    }
    var noRowToInspect: String { "There is no row here to look behind." }
    var onlyFilmsHaveReasons: String { "Why a row is here is told of films only." }

    var nothingToInspect: String { "Nothing is told of it." }

    func retries(_ key: String) -> String { "\(key) tries again." }

    /// Behind a line that is folded.
    func folded(_ lines: Int) -> String {
        lines == 1 ? "… 1 line" : "… \(Numbers.grouped(lines)) lines"
    }

    func noMatch(_ text: String) -> String { "Nothing in it has “\(text)”." }

    func line(_ number: Int, of count: Int) -> String {
        "line \(Numbers.grouped(number)) of \(Numbers.grouped(count))"
    }

    var nothingToCopy: String { "There is nothing to copy here." }
    var takesNoCopies: String {
        "This terminal takes no copies; select the text with the mouse."
    }

    /// Whether it arrived cannot be known.
    func sentToTerminal(_ characters: Int) -> String {
        let count = characters == 1 ? "1 character" : "\(Numbers.grouped(characters)) characters"
        return "Sent to the terminal's clipboard: \(count)."
    }

    var tooMuchToCopy: String {
        "This is too much for a terminal's clipboard; select the text with the mouse."
    }
}

import CinemaTUI

/// Words of the user as a sentence repeats them.
enum Quotation {
    static let longest = 60

    /// The text without anything that acts on a terminal, cut to what fits
    /// into a sentence, in quotes where it would not read as one word.
    static func short(_ text: String) -> String {
        let isOneWord = !text.isEmpty && !text.contains { $0.isWhitespace }
        return isOneWord ? safe(text) : quoted(text)
    }

    /// The same, always in quotes.
    static func quoted(_ text: String) -> String { "\"\(safe(text))\"" }

    private static func safe(_ text: String) -> String {
        let cut = text.count > longest ? text.prefix(longest) + "…" : text[...]
        return SafeText.visible(String(cut))
    }
}

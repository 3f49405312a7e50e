extension IndexChoice {
    /// Whether a text may name an index or an alias, or several apart by
    /// commas.
    public static func isName(_ text: String) -> Bool { IndexRequest.isName(text) }
}

/// What a rescue finds that was not found as typed.
struct RescuedRows {
    var text: RescuedText
    var films = ResultWindow(hits: [], total: 0)
    /// Nil where nobody was asked for.
    var people: ResultWindow?
}

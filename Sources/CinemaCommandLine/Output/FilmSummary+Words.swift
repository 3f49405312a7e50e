import CinemaCore

extension FilmSummary {
    /// `★ 8.8 (1,234 reviews)`.
    var ratingText: String? {
        guard let rating else { return nil }
        let reviews = reviews.map { " (\(EnglishText.counted($0, "review", "reviews")))" } ?? ""
        return "★ \(rating)\(reviews)"
    }

    /// `tv show`.
    var typeText: String? { type.map { String($0.map { $0 == "_" ? " " : $0 }) } }

    /// The columns of a film under another record: rating, year, title.
    static let shortColumns = Array(columns.prefix(3))

    var shortCells: [String] { Array(cells.prefix(3)) }
}

import CinemaCore
import Glibc

@testable import CinemaClient

/// The fixed order of films, in whole numbers: no score is rounded.
///
/// The rating of a film counts as often as it has reviews, and the mean
/// rating of all as often as a film has reviews in the mean, at least once;
/// an unknown rating counts as the mean. Without any reviews ratings count alone.
struct FilmScore {
    private let films: Int128
    private let ratings: Int128
    private let reviews: Int128
    private let hasReviews: Bool

    init(_ records: [FilmRecord]) {
        let rated = records.filter { $0.rating != nil }
        hasReviews = rated.contains { $0.reviews ?? 0 > 0 }
        films = rated.isEmpty ? 1 : Int128(rated.count)
        ratings = rated.isEmpty ? 50 : rated.reduce(0) { $0 + Int128($1.rating?.tenths ?? 0) }
        // In the mean at least one a film.
        reviews = max(films, rated.reduce(0) { $0 + Int128($1.reviews ?? 0) })
    }

    /// The score as a fraction:
    /// (rating · own + ratings / films · reviews / films) / (own + reviews / films).
    private func score(_ record: FilmRecord) -> (above: Int128, below: Int128) {
        guard let tenths = record.rating?.tenths else { return (ratings, films) }
        guard hasReviews else { return (Int128(tenths), 1) }
        let own = Int128(record.reviews ?? 0)
        return (
            Int128(tenths) * own * films * films + ratings * reviews,
            films * (own * films + reviews)
        )
    }

    /// Films of one score stand by reviews, title without article, title, id.
    func isBetter(_ left: FilmRecord, _ right: FilmRecord) -> Bool {
        let a = score(left)
        let b = score(right)
        if a.above * b.below != b.above * a.below { return a.above * b.below > b.above * a.below }
        let reviews = (left.reviews ?? -1, right.reviews ?? -1)
        if reviews.0 != reviews.1 { return reviews.0 > reviews.1 }
        let titles = (Self.sortTitle(left.title), Self.sortTitle(right.title))
        if titles.0 != titles.1 { return titles.0.isBefore(titles.1) }
        if left.title != right.title { return left.title.isBefore(right.title) }
        return (left.id ?? "").isBefore(right.id ?? "")
    }

    static func sortTitle(_ title: String) -> String {
        TextFolding.withoutLeadingArticle(TextFolding.words(in: title))
            .flatMap(\.parts).joined(separator: " ")
    }

    /// How much a film counts for its people: once, and by what was written
    /// about it.
    static func weight(_ film: FilmRecord) -> Double { 1 + log2(1 + Double(film.reviews ?? 0)) }
}

extension String {
    /// The order of bytes.
    func isBefore(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}

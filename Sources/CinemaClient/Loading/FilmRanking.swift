internal import CinemaCore

/// The one fixed order of films, best first.
///
/// A film's score is its rating drawn towards the mean rating of all by the
/// number of its reviews, as if it had the mean number of reviews more, all
/// with the mean rating; an unknown rating counts as the mean. So a 10.0 from
/// five reviews stands behind a 9.0 from fifty. Where no film has reviews the
/// rating is all there is, and the score. Films of one score stand by reviews,
/// then title, then id.
struct FilmRanking: Sendable {
    private let meanRating: Double
    private let weight: Double
    private let hasReviews: Bool

    /// As many reviews as half of the rated films have: enough for a rating
    /// to be believed.
    let enoughReviews: Int

    /// - Parameter rated: The rating in tenths and the reviews of every film
    ///   that is rated.
    init(rated: some Sequence<(tenths: Int, reviews: UInt32)>) {
        var ratings = 0
        var total = 0
        // Four bytes a film, for a moment: the middle of them is wanted.
        var reviews: [UInt32] = []
        for film in rated {
            ratings += film.tenths
            total += Int(film.reviews)
            reviews.append(film.reviews)
        }
        let count = Double(max(1, reviews.count))
        meanRating = reviews.isEmpty ? 50 : Double(ratings) / count
        weight = max(1, Double(total) / count)
        hasReviews = total > 0
        reviews.sort()
        enoughReviews = reviews.isEmpty ? 0 : Int(reviews[reviews.count / 2])
    }

    func score(tenths: Int?, reviews: Int?) -> Double {
        guard let tenths else { return meanRating }
        guard hasReviews else { return Double(tenths) }
        // As (rating * reviews + mean * weight) / (reviews + weight), but
        // exactly the mean where a film has no reviews.
        let reviews = Double(reviews ?? 0)
        return meanRating + (Double(tenths) - meanRating) * (reviews / (reviews + weight))
    }
}

extension UInt64 {
    /// A number that is the smaller the greater a score is, which is never
    /// less than 0.
    init(bestFirst score: Double) { self = ~score.bitPattern }
}

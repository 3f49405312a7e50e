/// The one fixed order of films, best first.
///
/// A film's score is its rating drawn towards the mean rating of all by the
/// number of its reviews, as if it had the mean number of reviews more, all
/// with the mean rating; an unknown rating counts as the mean. So a 10.0 from
/// five reviews stands behind a 9.0 from fifty. Where no film has reviews the
/// rating is all there is, and the score. Films of one score stand by reviews,
/// then title, then id.
struct FilmRanking {
    private let meanRating: Double
    private let weight: Double
    private let hasReviews: Bool

    /// As many reviews as half of the rated films have: enough for a rating
    /// to be believed.
    let enoughReviews: Int

    struct Candidate {
        var number: Int
        var tenths: Int?
        var reviews: Int?
        /// The folded title without its article, then as it is written.
        var sortTitle: String
        var title: String
        var id: String
    }

    init(_ films: [Candidate]) {
        var ratings = 0
        var reviews: [Int] = []
        for film in films {
            guard let tenths = film.tenths else { continue }
            ratings += tenths
            reviews.append(film.reviews ?? 0)
        }
        let count = Double(max(1, reviews.count))
        meanRating = reviews.isEmpty ? 50 : Double(ratings) / count
        weight = max(1, Double(reviews.reduce(0, +)) / count)
        hasReviews = reviews.contains { $0 > 0 }
        reviews.sort()
        enoughReviews = reviews.isEmpty ? 0 : reviews[reviews.count / 2]
    }

    func score(tenths: Int?, reviews: Int?) -> Double {
        guard let tenths else { return meanRating }
        guard hasReviews else { return Double(tenths) }
        // As (rating * reviews + mean * weight) / (reviews + weight), but
        // exactly the mean where a film has no reviews.
        let reviews = Double(reviews ?? 0)
        return meanRating + (Double(tenths) - meanRating) * (reviews / (reviews + weight))
    }

    /// The numbers of the films, best first.
    func order(_ films: [Candidate]) -> [Int] {
        let scores = films.map { score(tenths: $0.tenths, reviews: $0.reviews) }
        let places = films.indices.sorted { left, right in
            if scores[left] != scores[right] { return scores[left] > scores[right] }
            let a = films[left]
            let b = films[right]
            if a.reviews != b.reviews { return (a.reviews ?? -1) > (b.reviews ?? -1) }
            if a.sortTitle != b.sortTitle { return a.sortTitle.precedes(b.sortTitle) }
            if a.title != b.title { return a.title.precedes(b.title) }
            return a.id.precedes(b.id)
        }
        return places.map { films[$0].number }
    }
}

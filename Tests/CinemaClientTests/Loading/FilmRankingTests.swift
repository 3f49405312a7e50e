import Testing

@testable import CinemaClient

@Suite("The order of films")
struct FilmRankingTests {
    private typealias Film = (tenths: Int?, reviews: Int?)

    /// The places of the films, best first.
    private func order(_ films: [Film]) -> [Int] {
        let ranking = FilmRanking(
            rated: films.compactMap { film in
                film.tenths.map { ($0, UInt32(film.reviews ?? 0)) }
            })
        return films.indices.sorted { left, right in
            UInt64(
                bestFirst: ranking.score(tenths: films[left].tenths, reviews: films[left].reviews))
                < UInt64(
                    bestFirst: ranking.score(
                        tenths: films[right].tenths, reviews: films[right].reviews))
        }
    }

    @Test("a rating from few reviews is drawn towards the mean")
    func weighted() {
        #expect(order([(100, 1), (90, 500), (20, 500)]) == [1, 0, 2])
    }

    @Test("where no film has reviews, as most servers have it, the rating is the order")
    func withoutReviews() {
        #expect(order([(11, nil), (89, nil), (nil, nil), (75, nil)]) == [1, 3, 2, 0])
    }

    @Test("half of the rated films have enough reviews")
    func enough() {
        let rated: [(tenths: Int, reviews: UInt32)] = [(50, 7), (60, 1), (70, 100)]
        #expect(FilmRanking(rated: rated).enoughReviews == 7)
        #expect(FilmRanking(rated: rated.prefix(0)).enoughReviews == 0)
    }

    @Test("a film without reviews has the score of one without a rating")
    func nothingKnown() {
        // The mean of these, a third, is one that cannot be kept exactly.
        let rated: [(tenths: Int, reviews: UInt32)] = [
            (10, 0), (20, 0), (10, 7), (20, 0), (30, 0), (77, 0),
        ]
        let ranking = FilmRanking(rated: rated)
        let unrated = ranking.score(tenths: nil, reviews: 0)
        for tenths in [10, 20, 30, 77] {
            #expect(ranking.score(tenths: tenths, reviews: 0) == unrated)
        }
        #expect(ranking.score(tenths: 10, reviews: 7) < unrated)
    }
}

import Testing

@testable import CinemaClient

struct FilmRankingTests {
    private func order(_ films: [(tenths: Int?, reviews: Int?)]) -> [Int] {
        let candidates = films.enumerated().map { number, film in
            FilmRanking.Candidate(
                number: number, tenths: film.tenths, reviews: film.reviews,
                sortTitle: "\(number)", title: "\(number)", id: "\(number)")
        }
        return FilmRanking(candidates).order(candidates)
    }

    @Test func manyReviewsOutweighAHigherRatingFromFew() {
        #expect(order([(100, 5), (90, 50_000), (50, 40_000)]) == [1, 0, 2])
    }

    @Test func whereNoFilmTellsReviewsTheRatingIsTheOrder() {
        #expect(order([(65, nil), (96, nil), (nil, nil), (88, nil)]) == [1, 3, 2, 0])
        #expect(order([(65, 0), (96, 0)]) == [1, 0])
    }
}

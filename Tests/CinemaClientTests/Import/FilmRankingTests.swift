import Testing

@testable import CinemaClient

@Suite("The order of films")
struct FilmRankingTests {
    private func film(_ number: Int, _ tenths: Int?, reviews: Int? = nil) -> FilmRanking.Candidate {
        FilmRanking.Candidate(
            number: number, tenths: tenths, reviews: reviews, sortTitle: "film \(number)",
            title: "Film \(number)", id: "\(number)")
    }

    @Test("a rating from few reviews is drawn towards the mean")
    func weighted() {
        let films = [
            film(0, 100, reviews: 1), film(1, 90, reviews: 500), film(2, 20, reviews: 500),
        ]
        #expect(FilmRanking(films).order(films) == [1, 0, 2])
    }

    @Test("where no film has reviews, as most servers have it, the rating is the order")
    func withoutReviews() {
        let films = [film(0, 11), film(1, 89), film(2, nil), film(3, 75)]
        #expect(FilmRanking(films).order(films) == [1, 3, 2, 0])
    }
}

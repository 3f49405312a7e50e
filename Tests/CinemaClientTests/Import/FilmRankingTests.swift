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

    @Test("a film without reviews and one without a rating stand by their titles")
    func nothingKnown() {
        // The mean of these, a third, is one that cannot be kept exactly.
        let films = [
            film(0, 10, reviews: 0), film(1, 20, reviews: 0), film(2, 10, reviews: 7),
            film(3, nil, reviews: 0), film(4, 20, reviews: 0), film(5, nil, reviews: 0),
            film(6, 30, reviews: 0), film(7, 77, reviews: 0),
        ]
        #expect(FilmRanking(films).order(films) == [0, 1, 3, 4, 5, 6, 7, 2])
    }
}

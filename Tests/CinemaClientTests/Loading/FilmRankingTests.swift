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

    @Test("films without reviews and films without a rating have one score")
    func nothingKnown() {
        // The mean of these, a third, is one that cannot be kept exactly.
        let films: [Film] = [
            (10, 0), (20, 0), (10, 7), (nil, 0), (20, 0), (nil, 0), (30, 0), (77, 0),
        ]
        let ranking = FilmRanking(
            rated: films.compactMap { film in
                film.tenths.map { ($0, UInt32(film.reviews ?? 0)) }
            })
        let scores = films.map { ranking.score(tenths: $0.tenths, reviews: $0.reviews) }
        #expect(Set(scores).count == 2)
        #expect(scores[2] < scores[0])
    }

    @Test("half of the rated films have enough reviews")
    func enough() {
        let rated: [(tenths: Int, reviews: UInt32)] = [(50, 7), (60, 1), (70, 100)]
        #expect(FilmRanking(rated: rated).enoughReviews == 7)
        #expect(FilmRanking(rated: rated.prefix(0)).enoughReviews == 0)
    }
}

import Testing

@testable import CinemaClient

struct DialectSortingTests {
    private func order(_ sorting: ScriptedService.Sorting) throws -> [String] {
        let dialect = try DerivationRun.dialect { $0.sorting = sorting }
        let films = try #require(dialect.routes[.films])
        return [films.descending, films.ascending].map { $0?.first?.value ?? "-" }
    }

    @Test func minusMayMeanAscending() throws {
        #expect(try order(.inverted) == ["imdb_rating", "-imdb_rating"])
        let dialect = try DerivationRun.dialect { $0.sorting = .inverted }
        #expect(dialect.remarks.contains { $0.contains("the other way round") })
        #expect(dialect.stride == .pages && dialect.genreKey == .identifier)
    }

    @Test func refusedStyleIsFollowedByTheNext() throws {
        #expect(
            try order(.strict(best: "imdb_rating:desc", worst: "imdb_rating:asc"))
                == ["imdb_rating:desc", "imdb_rating:asc"])
    }

    @Test func styleThatIsIgnoredIsFollowedByTheNext() throws {
        #expect(
            try order(.lenient(best: "imdb_rating:desc", worst: "imdb_rating:asc"))
                == ["imdb_rating:desc", "imdb_rating:asc"])
    }

    @Test func serviceThatDoesNotSortIsNotAskedTo() throws {
        #expect(try order(.ignored) == ["-", "-"])
        let dialect = try DerivationRun.dialect { $0.sorting = .ignored }
        #expect(dialect.remarks.contains { $0.contains("does not sort") })
        #expect(dialect.stride == .pages && dialect.genreKey == .identifier)
    }

    @Test func orderThatFailsIsGivenUp() throws {
        #expect(try order(.broken) == ["-", "-"])
        #expect(try order(.strict(best: "up", worst: "down")) == ["-", "-"])
    }

    @Test func pageThatCannotBeReadIsGoneRound() throws {
        // One film without a rating makes a page fail, in whatever order.
        var service = ScriptedService()
        var failed = 0
        var derivation = DialectDerivation(address: "http://films.example")
        while case .get(let target) = derivation.next {
            let isFirst = target.contains("number%5D=1&") && !target.contains("genre")
            failed += isFirst && !target.contains("search") ? 1 : 0
            let answer = service.answer(target)
            derivation.take(
                isFirst && !target.contains("search") ? ProbeAnswer(status: 500) : answer)
        }
        guard case .done(let dialect) = derivation.next else {
            Issue.record("no dialect")
            return
        }
        #expect(failed == 2 && derivation.probes <= 6)
        #expect(dialect.routes[.films]?.descending?.first?.value == "-imdb_rating")
        #expect(dialect.genreKey == .identifier)
        #expect(
            dialect.remarks.contains {
                $0.contains("first page of the list of films is not available (500)")
            })
    }

    @Test func ratingsAreComparedLeniently() {
        func order(_ ratings: [Double?]) -> RatingOrder {
            RatingOrder(ratings.map { ProbeRow(identifier: "x", rating: $0) })
        }
        #expect(order([9, 9, nil, 8, 0]) == .descending)
        #expect(order([1, nil, 2, 2, 0, 0]) == .ascending)
        #expect(order([1, 3, 2]) == .mixed)
        #expect(order([5, 5]) == .unknown && order([]) == .unknown && order([nil]) == .unknown)
    }
}

import CinemaCore
import Testing

struct RatingTests {
    @Test func ratingsAreTenths() {
        #expect(Rating(8.84)?.tenths == 88)
        #expect(Rating(8.85)?.tenths == 89)
        #expect(Rating(10)?.description == "10.0")
        #expect(Rating(0)?.description == "0.0")
        #expect(Rating(tenths: 75)?.value == 7.5)
        #expect(Rating(0.1 + 0.2)?.description == "0.3")
    }

    @Test(arguments: [-0.1, 10.1, .nan, .infinity, -.infinity, 1e300])
    func whatIsNoRatingIsNone(_ value: Double) {
        #expect(Rating(value) == nil)
    }

    @Test func onlyAHundredTenthsThereAre() {
        #expect(Rating(tenths: -1) == nil)
        #expect(Rating(tenths: 101) == nil)
        #expect(Rating(tenths: 100) == Rating(10))
    }

    @Test func ratingsCompareByValue() throws {
        #expect(try #require(Rating(7.9)) < #require(Rating(8)))
    }
}

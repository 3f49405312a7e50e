import CinemaCore
import Testing

struct EditDistanceTests {
    @Test(arguments: [
        ("terminator", "terminatr", 1), ("terminator", "terminaotr", 1),
        ("terminator", "termenatr", 2), ("star", "star", 0), ("star", "tsar", 1),
        ("star", "stars", 1), ("star", "tar", 1), ("star", "stat", 1), ("", "ab", 2),
        ("звезда", "звзеда", 1), ("ca", "abc", 3),
    ])
    func changesAreCounted(_ left: String, _ right: String, _ distance: Int) {
        #expect(EditDistance.between(left, right, limit: 3) == distance)
        #expect(EditDistance.between(right, left, limit: 3) == distance)
    }

    @Test func beyondTheLimitThereIsNoDistance() {
        #expect(EditDistance.between("star", "wars", limit: 1) == nil)
        #expect(EditDistance.between("star", "starwars", limit: 3) == nil)
        #expect(EditDistance.between("kitten", "sitting", limit: 2) == nil)
        #expect(EditDistance.between("kitten", "sitting", limit: 3) == 3)
        #expect(EditDistance.between("star", "stars", limit: 0) == nil)
        #expect(EditDistance.between("", "", limit: 0) == 0)
    }

    @Test func longWordsMayHaveMoreChanges() {
        #expect(EditDistance.tolerance(for: "sta") == 0)
        #expect(EditDistance.tolerance(for: "star") == 1)
        #expect(EditDistance.tolerance(for: "matrixx") == 1)
        #expect(EditDistance.tolerance(for: "terminat") == 2)
        #expect(EditDistance.tolerance(for: "звезда") == 1)
    }
}

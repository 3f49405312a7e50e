import Testing

@testable import CinemaClient

@Suite("The last few values")
struct BoundedCacheTests {
    @Test("the one unused longest goes first")
    func leastRecentlyUsed() {
        var cache = BoundedCache<String, Int>(capacity: 2)
        cache.insert(1, for: "a")
        cache.insert(2, for: "b")
        #expect(cache.value("a") == 1)
        cache.insert(3, for: "c")
        #expect(cache.value("b") == nil)
        #expect(cache.value("a") == 1 && cache.value("c") == 3)
    }

    @Test("as many as the bytes allow, and always the last one")
    func bytes() {
        var cache = BoundedCache<Int, Int>(capacity: 10, mostBytes: 100)
        for key in 1...5 { cache.insert(key, for: key, bytes: 40) }
        #expect((1...5).filter { cache.value($0) != nil } == [4, 5])
        cache.insert(6, for: 6, bytes: 1_000)
        #expect((1...6).filter { cache.value($0) != nil } == [6])
        cache.insert(7, for: 7, bytes: 10)
        #expect((1...7).filter { cache.value($0) != nil } == [7])
    }

    @Test("a value that takes another's place takes its bytes too")
    func replaced() {
        var cache = BoundedCache<Int, Int>(capacity: 10, mostBytes: 100)
        for value in 1...5 { cache.insert(value, for: 0, bytes: 60) }
        cache.insert(9, for: 1, bytes: 40)
        #expect(cache.value(0) == 5 && cache.value(1) == 9)
    }
}

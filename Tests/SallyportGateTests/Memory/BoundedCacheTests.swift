import SallyportGate
import Testing

@Suite("A bounded cache")
struct BoundedCacheTests {
    @Test("keeps one value up to the bound, and none above", arguments: [(9, true), (10, true), (11, false)])
    func oneValue(cost: Int, isKept: Bool) {
        var cache = BoundedCache<String, Int>(costMax: 10)
        let gone = cache.insert(1, for: "a", cost: cost)
        #expect(gone == (isKept ? [] : [1]))
        #expect(cache.value(for: "a") == (isKept ? 1 : nil))
        #expect(cache.cost == (isKept ? cost : 0))
    }

    @Test("a value that is too large takes the one before it away")
    func tooLargeReplaces() {
        var cache = BoundedCache<String, Int>(costMax: 10)
        cache.insert(1, for: "a", cost: 5)
        #expect(cache.insert(2, for: "a", cost: 11) == [1, 2])
        #expect(cache.count == 0)
        #expect(cache.cost == 0)
    }

    @Test("drops nothing at the bound, and the least recently used above it", arguments: [(1, 2), (2, 2), (3, 1)])
    func eviction(cost: Int, isLeft: Int) {
        var cache = BoundedCache<String, Int>(costMax: 10)
        cache.insert(1, for: "old", cost: 4)
        cache.insert(2, for: "used", cost: 4)
        cache.insert(3, for: "newer", cost: 0)
        _ = cache.value(for: "old")
        let gone = cache.insert(4, for: "new", cost: cost)
        #expect(gone == (isLeft == 2 ? [] : [2]))
        #expect(cache.value(for: "new") == 4)
        #expect(cache.value(for: "old") == 1)
        #expect(cache.cost <= 10)
    }

    @Test("makes room for an eighth more than it must, so that the next ones cost nothing")
    func slack() {
        var cache = BoundedCache<Int, Int>(costMax: 80)
        for number in 0..<80 { cache.insert(number, for: number, cost: 1) }
        #expect(cache.insert(80, for: 80, cost: 1) == Array(0...10))
        #expect(cache.cost == 70)
        for number in 81...90 { #expect(cache.insert(number, for: number, cost: 1) == []) }
    }

    @Test("the newest stays, also alone above what is left after an eviction")
    func newestStays() {
        var cache = BoundedCache<String, Int>(costMax: 10)
        cache.insert(1, for: "a", cost: 10)
        #expect(cache.insert(2, for: "b", cost: 10) == [1])
        #expect(cache.value(for: "b") == 2)
    }

    @Test("replacing answers the value before, and counts the cost once")
    func replacing() {
        var cache = BoundedCache<String, Int>(costMax: 10)
        cache.insert(1, for: "a", cost: 6)
        #expect(cache.insert(2, for: "a", cost: 7) == [1])
        #expect(cache.cost == 7)
        #expect(cache.removeValue(for: "a") == 2)
        #expect(cache.removeValue(for: "a") == nil)
        #expect(cache.cost == 0)
    }

    @Test("nothing costs nothing, and is kept in a cache without room")
    func noRoom() {
        var cache = BoundedCache<String, Int>(costMax: 0)
        cache.insert(1, for: "a", cost: 0)
        #expect(cache.insert(2, for: "b", cost: 1) == [2])
        #expect(cache.keys == ["a"])
    }
}

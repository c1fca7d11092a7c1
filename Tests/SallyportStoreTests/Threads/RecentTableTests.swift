import Testing

@testable import SallyportStore

@Suite struct RecentTableTests {
    @Test("what was not used for longest gives way")
    func order() {
        var table = RecentTable<String, Int>(countMax: 2)
        table.enter(1, for: "a")
        table.enter(2, for: "b")
        #expect(table.value(for: "a") == 1)
        table.enter(3, for: "c")
        #expect(table.value(for: "b") == nil)
        #expect(table.value(for: "a") == 1)
        #expect(table.value(for: "c") == 3)
        table.enter(4, for: "a")
        #expect(table.count == 2)
        #expect(table.value(for: "a") == 4)
    }

    @Test("it agrees with a slow table of the same rule", arguments: [1, 2, 3, 17])
    func agreement(countMax: Int) {
        var table = RecentTable<Int, Int>(countMax: countMax)
        var slow: [(Int, Int)] = []
        var state: UInt64 = 7
        for step in 0..<4_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let key = Int(state >> 33) % (countMax * 2)
            switch (state >> 20) % 4 {
            case 0:
                table.remove(key)
                slow.removeAll { $0.0 == key }
            case 1:
                let found = slow.first { $0.0 == key }
                #expect(table.value(for: key) == found?.1)
                if let found {
                    slow.removeAll { $0.0 == key }
                    slow.append(found)
                }
            default:
                table.enter(step, for: key)
                slow.removeAll { $0.0 == key }
                slow.append((key, step))
                if slow.count > countMax { slow.removeFirst() }
            }
            #expect(table.count == slow.count)
        }
        table.removeAll()
        #expect(table.count == 0)
    }
}

import Testing

@testable import SallyportAnalysis

@Suite("The table of names")
struct NameTableTests {
    /// Keys that are spread, keys that crowd one place, and the key that marks an empty slot.
    @Test("holds what a dictionary would hold", arguments: [1 as UInt32, 4096, 0x0001_0000, 0x4000_0001])
    func same(step: UInt32) {
        var table = NameTable<Int>()
        var expected: [UInt32: Int] = [:]
        for round in 0..<600 {
            let key = UInt32(round % 200) &* step
            if round % 7 == 3 {
                table[key] = nil
                expected[key] = nil
            } else {
                table[key] = round
                expected[key] = round
            }
            #expect(table.count == expected.count)
        }
        for index in 0..<220 {
            let key = UInt32(index) &* step
            #expect(table[key] == expected[key], "\(key)")
        }
    }

    @Test("is empty when everything was taken out, small or large", arguments: [3, 5000])
    func emptied(count: Int) {
        var table = NameTable<Int>()
        for key in 0..<UInt32(count) { table[key &* 0x0001_0000] = 1 }
        table.removeAll()
        #expect(table.count == 0)
        #expect(table[0] == nil)
        #expect(table[0x0001_0000] == nil)
        table[0x0001_0000] = 2
        #expect(table[0x0001_0000] == 2)
    }
}

import SallyportLexing
import Testing

@Suite("Hashes of names")
struct ByteHashTests {
    @Test("are the same for the same bytes, wherever they stand and however they are given")
    func same() {
        let text = Array("a name that is longer than a few machine words, and its end".utf8)
        for count in 0...text.count {
            let name = Array(text.prefix(count))
            let expected = ByteHash.of(name)
            // At the end of a source there are no eight bytes left to load.
            for padding in 0...9 {
                let source = Array("x;".utf8) + name + [UInt8](repeating: 0x2B, count: padding)
                #expect(ByteHash.of(source.span, 2, 2 + count) == expected, "\(count) bytes, \(padding) behind")
            }
        }
    }

    @Test("differ in every byte and in the length")
    func different() {
        var seen: Set<UInt64> = []
        for count in 0...24 {
            seen.insert(ByteHash.of([UInt8](repeating: 0, count: count)))
            for index in 0..<count {
                var name = [UInt8](repeating: 0, count: count)
                name[index] = 1
                seen.insert(ByteHash.of(name))
            }
        }
        #expect(seen.count == 25 + (0...24).reduce(0, +))
    }
}

import SallyportModel
import Testing

@Suite("Base64")
struct Base64Tests {
    @Test(
        "refuses what is not canonical",
        arguments: [
            "A", "AA", "AAA", "=", "==", "===", "====", "A===", "AAAA=", "AAAA==", "AAAA====", "AA=A", "AA==AAAA",
            "=AAA",
            "AA==\n", " AAAA", "AA AA", "AAAA\n", "AA-_", "AA\u{0}A", "\u{FF21}AAA", "A\u{301}AAA", "AB==", "AAB=",
            "//8", "/+9=",
        ]
    )
    func refusals(text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test(
        "agrees with the vectors of RFC 4648",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ]
    )
    func vectors(plain: String, encoded: String) {
        #expect(Base64.encode(Array(plain.utf8)) == encoded)
        #expect(Base64.decode(encoded) == Array(plain.utf8))
    }

    @Test("reads back every byte at every length", arguments: 0...260)
    func roundTrip(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ count) }
        #expect(Base64.decode(Base64.encode(bytes)) == bytes)
    }

    @Test("gives each value one spelling only")
    func onlyOneSpelling() {
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for last in alphabet {
            guard let bytes = Base64.decode("A\(last)==") else { continue }
            #expect(Base64.encode(bytes) == "A\(last)==")
        }
    }
}

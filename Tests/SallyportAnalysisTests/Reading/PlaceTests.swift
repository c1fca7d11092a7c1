import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("The place of a text in a manifest")
struct PlaceTests {
    @Test(
        "is the line in which it first stands",
        arguments: [
            ("b", 2), ("aab", 4), ("aaab", 4), ("aaaab", 5), ("\"x\"", 6), ("y", nil), ("", nil),
            (String(repeating: "a", count: 257), nil),
        ] as [(String, Int?)]
    )
    func line(_ text: String, _ line: Int?) {
        let bytes = Array("a\nb\naa\naaab\naaaab\n\"x\"".utf8)
        #expect(ManifestText.place(of: text, in: bytes, path: "p").line == line)
    }

    @Test("is found as a plain search finds it")
    func plain() {
        // All texts of three letters out of two, in a text that repeats itself.
        let bytes = Array("aabaabbabaabaaababbb".utf8)
        for code in 0..<64 {
            let wanted = (0..<6).map { UInt8(ascii: "a") + UInt8(code >> $0 & 1) }
            let expected = (0...(bytes.count - 6)).first { Array(bytes[$0..<($0 + 6)]) == wanted }
            let place = ManifestText.place(of: String(decoding: wanted, as: UTF8.self), in: bytes, path: "p")
            #expect((place.excerpt != nil) == (expected != nil))
        }
    }

    @Test("costs one look at each byte, and is the file alone once much was looked at")
    func linear() {
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: ManifestText.searchedMax / 4)
        let wanted = String(repeating: "a", count: 255) + "b"
        var text = ManifestText(bytes, path: "p")
        for _ in 0..<256 {
            let place = text.place(of: wanted)
            #expect(place == Place(path: "p"))
        }
        #expect(text.searched == ManifestText.searchedMax)
        let place = text.place(of: "a")
        #expect(place == Place(path: "p"))
    }
}

import Foundation
import SallyportModel
import Testing

@Suite("Digests")
struct DigestTests {
    private static let zeros20 = String(repeating: "0", count: 40)

    @Test("refuse a length that is not the algorithm's", arguments: Digest.Algorithm.allCases)
    func lengths(algorithm: Digest.Algorithm) {
        let exact = algorithm.byteCount
        #expect(Digest(algorithm, bytes: Array(repeating: 1, count: exact - 1)) == nil)
        #expect(Digest(algorithm, bytes: Array(repeating: 1, count: exact)) != nil)
        #expect(Digest(algorithm, bytes: Array(repeating: 1, count: exact + 1)) == nil)
        #expect(Digest(algorithm, bytes: []) == nil)
        #expect(Digest(algorithm, hex: String(repeating: "a", count: exact * 2 - 1)) == nil)
        #expect(Digest(algorithm, hex: String(repeating: "a", count: exact * 2)) != nil)
        #expect(Digest(algorithm, hex: String(repeating: "a", count: exact * 2 + 1)) == nil)
    }

    @Test(
        "refuse text that is not hexadecimal",
        arguments: ["g", " ", "0x", "+", "-", "\u{660}", "\u{FF10}", "0\u{0}"]
    )
    func notHexadecimal(head: String) {
        let text = head + String(repeating: "0", count: 40 - head.utf8.count)
        #expect(text.utf8.count == 40)
        #expect(Digest(.sha1, hex: text) == nil)
    }

    @Test(
        "refuse integrity values that are not one hash of a known algorithm",
        arguments: [
            "", "-", "sha1", "sha1-", "md5-1B2M2Y8AsgTpgAmY7PhCfg==", "SHA1-AAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "sha1-AAAAAAAAAAAAAAAAAAAAAAAAAAA", "sha1-AAAAAAAAAAAAAAAAAAAAAAAAAAB=",
            "sha1 AAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "sha1-AAAAAAAAAAAAAAAAAAAAAAAAAAA= sha1-AAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "sha512-AAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "sha1-0000000000000000000000000000000000000000",
        ]
    )
    func badIntegrity(text: String) {
        #expect(Digest(integrity: text) == nil)
    }

    @Test("read both cases of hexadecimal and write the lower one")
    func hexadecimal() throws {
        let digest = try #require(Digest(.sha1, hex: "DA39A3EE5E6B4B0D3255bfef95601890afd80709"))
        #expect(digest.hex == "da39a3ee5e6b4b0d3255bfef95601890afd80709")
        #expect(digest.description == "sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709")
        #expect(digest.integrity == "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=")
        #expect(Digest(integrity: digest.integrity) == digest)
        #expect(Digest(integrity: digest.integrity + "?ct=application/octet-stream") == digest)
    }

    @Test("order algorithms from weak to strong")
    func order() {
        #expect(Digest.Algorithm.allCases.sorted(by: >) == [.sha512, .sha384, .sha256, .sha1])
    }

    @Test("are stored as text, and read back", arguments: Digest.Algorithm.allCases)
    func stored(algorithm: Digest.Algorithm) throws {
        let digest = try #require(Digest(algorithm, bytes: (0..<algorithm.byteCount).map(UInt8.init)))
        let data = try JSONEncoder().encode([digest])
        #expect(String(decoding: data, as: UTF8.self) == "[\"\(digest)\"]")
        #expect(try JSONDecoder().decode([Digest].self, from: data) == [digest])
    }

    @Test(
        "refuse a stored text that is none",
        arguments: ["", "sha1", "sha1:", "sha1:00", "md5:\(zeros20)", ":\(zeros20)", "sha256:\(zeros20)"]
    )
    func badStored(text: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Digest].self, from: Data("[\"\(text)\"]".utf8))
        }
    }
}

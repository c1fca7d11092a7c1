import SallyportEcosystem
import SallyportModel
import SallyportTesting
import Testing

@testable import EcosystemRubyGems

@Suite("MD5")
struct DigestTests {
    /// The vectors of RFC 1321, appendix A.5.
    @Test(
        "of the RFC's texts",
        arguments: [
            ("", "d41d8cd98f00b204e9800998ecf8427e"), ("a", "0cc175b9c0f1b6a831c399e269772661"),
            ("abc", "900150983cd24fb0d6963f7d28e17f72"), ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
            ("abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"),
            ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", "d174ab98d277d9f5a5611c2c9f419d9f"),
            (
                "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
                "57edf4a22be3c955ac49da2e2107b67a"
            ),
        ]
    )
    func vectors(text: String, expected: String) {
        #expect(MD5.hex(Array(text.utf8).span) == expected)
    }

    @Test("is the same however the bytes arrive", arguments: [1, 55, 56, 57, 63, 64, 65, 127, 128, 1_000])
    func pieces(size: Int) {
        let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        var digest = MD5()
        var start = 0
        while start < bytes.count {
            digest.update(Array(bytes[start..<min(start + size, bytes.count)]).span)
            start += size
        }
        #expect(digest.hex == MD5.hex(bytes.span))
        #expect(digest.hex == digest.hex)
    }

    private static let known = IndexDocument(
        body: Array("---\na 1.0 x\n".utf8),
        contentType: "text/plain",
        url: "http://127.0.0.1/versions",
        etag: "\"old\""
    )
    private static let more = "\nb 1.0 y\n"
    private static let whole = Array("---\na 1.0 x\nb 1.0 y\n".utf8)
    private static let tag = "\"\(MD5.hex(whole.span))\""
    private static let digest = "sha-256=:\(Base64.encode(StandInHashing().sha256(whole.span).bytes)):"

    private func joined(start: Int = 11, _ more: String = more, etag: String? = nil, digest: String? = nil) -> [UInt8]?
    {
        let part = IndexPart(
            start: start,
            bytes: Array(more.utf8),
            etag: etag,
            lastModified: "then",
            representationDigest: digest
        )
        return PageForge.ecosystem.joined(Self.known, with: part)?.body
    }

    @Test("a part is joined with what is known where a digest of the whole says so")
    func joins() throws {
        #expect(Self.known.body.count == 12)
        #expect(joined(digest: Self.digest) == Self.whole)
        #expect(joined(digest: "md5=:x:, \(Self.digest)") == Self.whole)
        #expect(joined(etag: Self.tag) == Self.whole)
        let body = Self.known.body
        let sameTag = "\"\(MD5.hex(body.span))\""
        #expect(joined("\n", etag: sameTag) == Self.known.body)
    }

    @Test("an entity tag of that kind says whether a text is whole, any other one says nothing")
    func whole() {
        let hex = MD5.hex(Self.whole.span)
        let tags: [(String?, Bool?)] = [
            (nil, nil), (Self.tag, true), ("W/\(Self.tag)", true), (hex, nil), ("\"\(hex.dropLast())\"", nil),
            ("\"\(hex.uppercased())\"", nil), ("\"\(hex.dropLast())g\"", nil), ("\"655a-5f\"", nil),
            ("\"\(String(repeating: "0", count: 32))\"", false),
        ]
        for (tag, expected) in tags {
            let document = IndexDocument(body: Self.whole, contentType: "text/plain", url: "", etag: tag)
            #expect(PageForge.ecosystem.isWhole(document) == expected, "\(tag ?? "none")")
        }
    }

    @Test("a part that may not belong to it is not")
    func refusesParts() {
        #expect(joined() == nil)
        #expect(joined(etag: "\"655a-5f\"") == nil)
        #expect(joined(etag: "W/\(Self.tag)") == nil)
        #expect(joined(etag: Self.tag, digest: "sha-256=:AAAA:") == nil)
        #expect(joined(start: 10, etag: Self.tag) == nil)
        #expect(joined("xb 1.0 y\n", etag: Self.tag) == nil)
        #expect(joined("", etag: Self.tag) == nil)
        #expect(joined("\nc 1.0 y\n", digest: Self.digest) == nil)
    }
}

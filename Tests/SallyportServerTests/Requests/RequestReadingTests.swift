import HTTPTypes
import NIOHTTP1
import SallyportEcosystem
import SallyportModel
import Testing

@testable import SallyportServer

@Suite("Reading requests")
struct RequestReadingTests {
    @Test(
        "a range is read as RFC 9110 says",
        arguments: [
            (nil, ByteRange.whole), ("", .whole), ("bytes", .whole), ("bytes=", .whole), ("bytes=-", .whole),
            ("bytes=a-b", .whole), ("bytes=0-1,2-3", .whole), ("bytes=+1-2", .whole), ("bytes=1-0", .whole),
            ("bytes=0-x", .whole), ("bytes=0-0", .part(0..<1)), ("bytes=0-", .part(0..<10)),
            ("bytes=9-", .part(9..<10)),
            ("bytes=10-", .unsatisfiable), ("bytes=2-5", .part(2..<6)), ("bytes=2-99", .part(2..<10)),
            ("bytes=-3", .part(7..<10)), ("bytes=-10", .part(0..<10)), ("bytes=-99", .part(0..<10)),
            ("bytes=-0", .unsatisfiable), ("bytes=999999999999999-", .unsatisfiable),
            ("bytes=9999999999999999-", .whole),
        ] as [(String?, ByteRange)]
    )
    func ranges(field: String?, expected: ByteRange) {
        #expect(ByteRange(field: field, size: 10) == expected)
    }

    @Test("nothing can be cut from nothing")
    func emptyRange() {
        #expect(ByteRange(field: "bytes=0-", size: 0) == .unsatisfiable)
        #expect(ByteRange(field: "bytes=-1", size: 0) == .unsatisfiable)
        #expect(ByteRange(field: nil, size: 0) == .whole)
    }

    @Test(
        "gzip is given to who takes it",
        arguments: [
            (nil, false), ("", false), ("br", false), ("gzip", true), ("GZIP", true), ("br, gzip;q=0.5", true),
            ("gzip;q=0", false), ("gzip; q=0.000", false), ("*", true), ("*;q=0", false), ("xgzip", false),
        ] as [(String?, Bool)]
    )
    func encodings(field: String?, expected: Bool) {
        #expect(AcceptEncoding.allowsGzip(field) == expected)
    }

    @Test(
        "entity tags are compared weakly, one by one",
        arguments: [
            (nil, false), ("", false), (#""a""#, true), (#"W/"a""#, true), (#""b", "a""#, true), ("*", true),
            (#""b""#, false), ("a", false), (#""ab""#, false),
        ] as [(String?, Bool)]
    )
    func entityTags(field: String?, expected: Bool) {
        #expect(EntityTag.matches(field, #""a""#) == expected)
    }

    @Test(
        "only what a host can be is taken for one",
        arguments: [
            ("localhost:7259", true), ("a.example.invalid", true), ("[::1]:80", true), ("a_b-c.d", true), ("", false),
            ("a/b", false), ("a b", false), ("a@b", false), ("a?b", false), ("a#b", false), ("a\\b", false),
            ("<a>", false),
            (String(repeating: "a", count: 255), true), (String(repeating: "a", count: 256), false),
        ]
    )
    func hosts(authority: String, expected: Bool) {
        #expect(PublicAddress.isPlausible(authority) == expected)
    }

    @Test(
        "a path is taken below its mount, as it was sent",
        arguments: [
            ("/npm", "/", ""), ("/npm/", "/", ""), ("/npm/a", "/a", ""), ("//npm///a//b", "/a/b", ""),
            ("/npm/%2e%2e/a?b=c?d", "/%2e%2e/a", "b=c?d"), ("/npm/a?", "/a", ""),
        ]
    )
    func mounts(target: String, path: String, query: String) throws {
        let head = HTTPRequest(method: .get, scheme: "http", authority: "host", path: target)
        let request = try #require(ClientRequest(head, below: "npm", identity: nil))
        #expect(request.path == path)
        #expect(request.query == query)
    }

    @Test("what lies elsewhere is not below the mount", arguments: ["/", "/npmx", "/NPM/a", "npm/a", "/pypi/npm/a"])
    func elsewhere(target: String) {
        let head = HTTPRequest(method: .get, scheme: "http", authority: "host", path: target)
        #expect(ClientRequest(head, below: "npm", identity: nil) == nil)
    }

    @Test(
        "dates are written as RFC 9110 says",
        arguments: [
            ("1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 08:49:37 GMT"),
            ("1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT"),
            ("2024-02-29T23:59:59Z", "Thu, 29 Feb 2024 23:59:59 GMT"),
        ]
    )
    func dates(text: String, expected: String) throws {
        #expect(DateField.imfFixdate(try #require(Instant(text))) == expected)
    }

    @Test(
        "a redirect stays below the path of the configured address",
        arguments: [
            (nil, ""), ("https://packages.example.invalid", ""), ("https://packages.example.invalid/gate", "/gate"),
            ("https://packages.example.invalid:8443/a/b", "/a/b"),
        ] as [(String?, String)]
    )
    func pathPrefix(configured: String?, prefix: String) {
        #expect(PublicAddress(configured: configured).pathPrefix == prefix)
    }

    @Test(
        "a client's name is cut at 200 bytes, between characters",
        arguments: [
            (String(repeating: "x", count: 199), 199), (String(repeating: "x", count: 200), 200),
            (String(repeating: "x", count: 201), 200), (String(repeating: "\u{E9}", count: 101), 200),
            ("x" + String(repeating: "\u{E9}", count: 100), 199), ("e" + String(repeating: "\u{301}", count: 500), 199),
        ]
    )
    func clientName(client: String, bytes: Int) {
        let kept = DeliveryRecorder.bounded(client)
        #expect(kept.utf8.count == bytes)
        #expect(client.unicodeScalars.starts(with: kept.unicodeScalars))
    }

    @Test("what a log shows of a target is bounded, and nothing that a terminal obeys")
    func loggable() {
        #expect(SallyportResponder.loggable("/a\u{1B}[31m\nb\u{7F}") == "/a?[31m?b?")
        #expect(SallyportResponder.loggable(String(repeating: "x", count: 501)).count == 500)
        #expect(SallyportResponder.loggable(nil) == "")
    }

    @Test("a token is known by its text alone, and by nothing that resembles it")
    func tokens() {
        let registry = TokenRegistry(["secret": "ada"])
        for field in ["Bearer secret", "BEARER secret", "Basic OnNlY3JldA==", "Basic YTpzZWNyZXQ="] {
            #expect(registry.name(forAuthorization: field) == "ada", "\(field)")
        }
        for field in [
            nil, "", "Bearer", "Bearer ", "Bearer Secret", "Bearer secret ", "secret", "Basic secret", "Digest secret",
        ] {
            #expect(registry.name(forAuthorization: field) == nil, "\(field ?? "none")")
        }
    }
}

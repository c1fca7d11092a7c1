import Testing

@testable import SallyportUpstream

@Suite struct WebURLTests {
    @Test(arguments: [
        "", "left-pad", "//host/x", "ftp://host/", "file:///etc/passwd", "gopher://host/", "unix:///socket",
        "http:/host/", "http:host", "http://", "http:///x", "http://user@host/", "http://user:word@host/",
        "http://host:0/", "http://host:65536/", "http://host:1a/", "http://host:+1/", "http://host:-1/",
        "http://host\\@other/", "http://ho st/", "http://ho%73t/", "http://hö.example.invalid/", "http://host/a\\b",
        "http://host/a\u{0}b", "http://host/a\r\nb", "http://127.1/", "http://0x7f000001/", "http://2130706433/",
        "http://0177.0.0.1/", "http://1.2.3.4.5/", "http://host.0x1/", "http://256.1.1.1/", "http://[::1/",
        "http://[::1]x/", "http://[fe80::1%25eth0]/", "http://[127.0.0.1]/", "http://::1/", "http://host../",
        "http://.host/",
    ])
    func refuses(text: String) {
        #expect(WebURL(text) == nil)
    }

    @Test func refusesOneByteMoreThanTheLongest() {
        let head = "http://host/"
        let longest = head + String(repeating: "a", count: WebURL.bytesMax - head.utf8.count)
        #expect(WebURL(String(longest.dropLast())) != nil)
        #expect(WebURL(longest) != nil)
        #expect(WebURL(longest + "a") == nil)
    }

    @Test func refusesOneByteMoreThanTheLongestHost() {
        let label = String(repeating: "a", count: 63)
        let longest = [label, label, label, String(repeating: "b", count: 61)].joined(separator: ".")
        #expect(longest.utf8.count == WebOrigin.hostBytesMax)
        #expect(WebURL("http://\(longest)/") != nil)
        #expect(WebURL("http://\(longest.dropLast())/") != nil)
        #expect(WebURL("http://\(longest)c/") == nil)
        #expect(WebURL("http://\(label)x.example.invalid/") == nil)
    }

    @Test(arguments: [
        ("HTTP://Host.Example.INVALID", "http://host.example.invalid/"),
        ("https://host:443/a?b#c", "https://host/a?b"),
        ("https://host:80/a", "https://host:80/a"),
        ("http://host/@s%2fn", "http://host/@s%2fn"),
        ("http://host//a//b/", "http://host//a//b/"),
        ("http://host/a/../b/./c", "http://host/b/c"),
        ("http://host/../../a", "http://host/a"),
        ("http://host/a b\"<ü", "http://host/a%20b%22%3C%C3%BC"),
        ("http://host/100%/%zz/%4", "http://host/100%25/%25zz/%254"),
        ("http://host/[a]", "http://host/%5Ba%5D"),
        ("http://host?x=/../y", "http://host/?x=/../y"),
        ("http://10.0.0.1:8080/", "http://10.0.0.1:8080/"),
        ("http://[::1]:3141/simple/", "http://[0:0:0:0:0:0:0:1]:3141/simple/"),
        ("http://[::FFFF:127.0.0.1]/", "http://[0:0:0:0:0:ffff:7f00:1]/"),
        ("http://under_score/", "http://under_score/"),
    ])
    func reads(text: String, canonical: String) {
        #expect(WebURL(text)?.description == canonical)
    }

    @Test(arguments: [
        ("c", "http://h/a/c"), ("./c", "http://h/a/c"), ("../c", "http://h/c"), ("../../../c", "http://h/c"),
        ("/c", "http://h/c"), ("//o/c", "http://o/c"), ("?y", "http://h/a/b?y"), ("", "http://h/a/b?x"),
        ("#f", "http://h/a/b?x"), ("c?y#f", "http://h/a/c?y"), (".", "http://h/a/"), ("..", "http://h/"),
        ("c/", "http://h/a/c/"), ("https://o:8443/c", "https://o:8443/c"), ("/a:b", "http://h/a:b"),
        ("./a:b", "http://h/a/a:b"), ("../../packages/f.whl#sha256=00", "http://h/packages/f.whl"),
    ])
    func resolves(reference: String, absolute: String) throws {
        let base = try #require(WebURL("http://h/a/b?x"))
        #expect(base.resolving(reference)?.description == absolute)
    }

    @Test(arguments: [
        "ftp://o/c", "javascript:alert(1)", "a:b", "//user@o/", "http:c", "\\\\o\\c", "/\\o", "//", "//o:99999/",
        "/a\nb", "data:text/html,x",
    ])
    func refusesReference(reference: String) throws {
        let base = try #require(WebURL("http://h/a/b?x"))
        #expect(base.resolving(reference) == nil)
    }

    @Test func showsNoQueryInMessages() throws {
        let url = try #require(WebURL("http://h/a?signature=s3cret"))
        #expect(url.withoutQuery == "http://h/a")
    }
}

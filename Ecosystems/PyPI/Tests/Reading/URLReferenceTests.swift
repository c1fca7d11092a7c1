import Testing

@testable import EcosystemPyPI

@Suite("Links of an index")
struct URLReferenceTests {
    @Test(
        "that may not be followed are refused",
        arguments: [
            "file:///etc/passwd", "javascript:alert(1)", "ftp://h/x", "https:x", "https:///x", "http://u@h/x",
            "http://u:p@h/x", "//u@h/x", "a\u{0}b", "a\tb", "a\\b", "a\u{7F}",
        ]
    )
    func refused(reference: String) {
        #expect(URLReference.resolve(reference, against: "https://h/a/b", bytesMax: 100) == nil)
    }

    @Test(
        "are resolved as RFC 3986 says",
        arguments: [
            ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
            ("//g", "http://g/"), ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"), ("g#s", "http://a/b/c/g"), ("", "http://a/b/c/d;p?q"),
            ("#s", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("..", "http://a/b/"),
            ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../../g", "http://a/g"), ("/./g", "http://a/g"),
            ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."),
            ("./g/.", "http://a/b/c/g/"), ("g/../h", "http://a/b/c/h"), ("%2e%2E/g", "http://a/b/g"),
            ("HTTP://x/Y", "http://x/Y"), ("a b", "http://a/b/c/a%20b"),
            ("é", "http://a/b/c/%C3%A9"), ("x:y/z", nil), ("g;x=1/../y", "http://a/b/c/y"),
            ("g?y/../x", "http://a/b/c/g?y/../x"),
        ] as [(String, String?)]
    )
    func resolved(reference: String, expected: String?) {
        #expect(URLReference.resolve(reference, against: "http://a/b/c/d;p?q", bytesMax: 100)?.url == expected)
    }

    @Test("keep their fragment apart")
    func fragment() {
        #expect(URLReference.resolve("g#sha256=a#b", against: "http://a/b", bytesMax: 100)?.fragment == "sha256=a#b")
    }

    @Test("are as long as the limit and not longer", arguments: [(18, false), (19, true), (20, true)])
    func limit(bytesMax: Int, isRead: Bool) {
        // `http://h/0123456789` has 19 bytes.
        #expect((URLReference.resolve("0123456789", against: "http://h/x", bytesMax: bytesMax) != nil) == isRead)
    }

    @Test(
        "give their file name",
        arguments: [
            ("http://h/a/b%2B1.whl?x#y", "b+1.whl"), ("http://h/a/", ""), ("http://h", ""), ("http://h/%zz", nil),
            ("x", nil),
        ] as [(String, String?)]
    )
    func filename(url: String, expected: String?) {
        #expect(URLReference.filename(of: url) == expected)
    }
}

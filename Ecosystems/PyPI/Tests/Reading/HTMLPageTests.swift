import SallyportEcosystem
import SallyportModel
import Testing

@testable import EcosystemPyPI

@Suite("Pages in HTML")
struct HTMLPageTests {
    private func names(_ body: String) throws -> [String] {
        try PageForge.read(PageForge.document(html: body)).artifacts.map(\.artifact.filename)
    }

    @Test(
        "that end too early are refused",
        arguments: [
            "<a href=\"x\"", "<a href=\"x", "<a href=", "<a ", "<a", "<!-- open", "<!-- open --", "<!DOCTYPE",
            "<script>var x;", "<style>a{}</styl", "</a", "<title>x",
            "<script>x</script", "<?xml",
        ]
    )
    func truncated(body: String) {
        #expect(PageForge.code(PageForge.document(html: body)) == "simple-html-truncated")
    }

    @Test(
        "of another version, or with a base that leads nowhere, are refused",
        arguments: [
            ("<meta name=\"pypi:repository-version\" content=\"2.0\">", "simple-api-version"),
            ("<META CONTENT=\"one\" NAME=\"PyPI:Repository-Version\">", "simple-api-version"),
            ("<base href=\"javascript:1\">", "simple-html-base"),
            ("<base href=\"ftp://a/\">", "simple-html-base"),
        ]
    )
    func refused(body: String, code: String) {
        #expect(PageForge.code(PageForge.document(html: body)) == code)
    }

    @Test("are read in any style of HTML")
    func styles() throws {
        let digest = PageForge.digest
        let body = """
            \u{FEFF}<!DOCTYPE html><html><head><meta name=pypi:repository-version content='1.3'><title>Links <a href="demo-9.tar.gz#sha256=\(digest)"></title></head>
            <!-- <a href="demo-8.tar.gz#sha256=\(digest)"> --><!--><a href='demo-1.tar.gz#sha256=\(digest)'>x</a><!--->
            <script>"<a href='demo-7.tar.gz#sha256=\(digest)'>"</script ><STYLE><a href="demo-6.tar.gz#sha256=\(digest)"></Style>
            <A  HREF = demo-2.tar.gz#sha256=\(digest)>1 < 2 <b>x</b></A/><a\n\thref="demo-3.tar.gz#sha256=\(digest)"/><abbr href="demo-5.tar.gz#sha256=\(digest)">
            <a rel="internal" data-x href="demo-4.tar.gz&#35;sha256=\(digest)">4</a></body></html>
            """
        #expect(try names(body) == ["demo-1.tar.gz", "demo-2.tar.gz", "demo-3.tar.gz", "demo-4.tar.gz"])
    }

    @Test("give every field of a file")
    func fields() throws {
        let attributes = """
            data-requires-python="&gt;=3.8,&lt;4" data-yanked="a &amp; b" data-core-metadata="sha256=\(PageForge.digest)" data-gpg-sig="true"
            data-provenance="https://registry.example.invalid/integrity/demo/1.0/demo-1.0-py3-none-any.whl/provenance"
            """
        let file = try #require(
            try PageForge.read(PageForge.document(html: PageForge.anchor("demo-1.0-py3-none-any.whl", attributes)))
                .files.first
        )
        #expect(file.indexed.url == "https://registry.example.invalid/files/demo-1.0-py3-none-any.whl")
        #expect(file.requiresPython == ">=3.8,<4")
        #expect(file.yank == .because("a & b"))
        #expect(file.indexed.companionDigest?.hex == PageForge.digest)
        #expect(file.hasProvenance && file.indexed.size == nil && file.indexed.publishedAt == nil)
    }

    @Test(
        "know yanked files and metadata in every spelling",
        arguments: [
            ("data-yanked", SimpleFile.Yank.yes, nil), ("data-yanked=\"\"", .yes, nil),
            ("data-core-metadata=true", .no, nil), ("data-core-metadata=\"false\"", .no, nil),
            ("data-dist-info-metadata='sha256=\(PageForge.digest)'", .no, PageForge.digest),
            ("data-core-metadata=\"md5=aa\"", .no, nil),
        ] as [(String, SimpleFile.Yank, String?)]
    )
    func spellings(attributes: String, yank: SimpleFile.Yank, metadata: String?) throws {
        let page = PageForge.document(html: PageForge.anchor("demo-1.0-py3-none-any.whl", attributes))
        let file = try #require(try PageForge.read(page).files.first)
        #expect(file.yank == yank)
        #expect(file.indexed.companionDigest?.hex == metadata)
    }

    @Test(
        "leave out files that can't be trusted, and say so",
        arguments: [
            (PageForge.anchor("demo-1.0.tar.gz", fragment: ""), "has no SHA-256"),
            (PageForge.anchor("demo-1.0.tar.gz", fragment: "#md5=d41d8cd98f00b204e9800998ecf8427e"), "has no SHA-256"),
            (PageForge.anchor("demo-1.0.tar.gz", fragment: "#sha256=zz"), "has a `sha256` that is none"),
            (
                PageForge.anchor(
                    "demo-1.0.tar.gz",
                    fragment: "#sha256=\(PageForge.digest)&sha256=\(String(repeating: "b", count: 64))"
                ), "two different digests"
            ),
            (PageForge.anchor("demo-1.0.tar.gz", "data-yanked data-yanked='x'"), "has an attribute twice"),
            (PageForge.anchor("demo-1.0.exe"), "is no wheel"),
            ("<a href=\"data:text/plain,x\">x</a>", "links to no http"),
            ("<a href=\"https://u@registry.example.invalid/demo-1.0.tar.gz\">x</a>", "links to no http"),
            ("<a href=\"demo-1.0%ZZ.tar.gz\">x</a>", "links to no http"),
            ("<a href=\"a&#10;b\">x</a>", "links to no http"), ("<a href=\"a\\b\">x</a>", "links to no http"),
        ]
    )
    func omitted(anchor: String, why: String) throws {
        let index = try PageForge.read(PageForge.document(html: anchor + PageForge.anchor("demo-2.0.tar.gz")))
        #expect(index.artifacts.map(\.artifact.filename) == ["demo-2.0.tar.gz"])
        #expect(index.omissions.count == 1 && index.omissions[0].contains(why), "\(index.omissions)")
    }

    @Test(
        "resolve links against their base",
        arguments: [
            ("", "https://registry.example.invalid/simple/demo/"),
            ("<base href=\"/b/c\"><base href=\"/z/\">", "https://registry.example.invalid/b/"),
            ("<base href=\"https://cdn.example.invalid/x/\">", "https://cdn.example.invalid/x/"),
        ]
    )
    func base(base: String, expected: String) throws {
        let page = PageForge.document(html: "\(base)<a href=\"demo-1.0.tar.gz#sha256=\(PageForge.digest)\">x</a>")
        #expect(try PageForge.read(page).artifacts.first?.url == "\(expected)demo-1.0.tar.gz")
    }

    @Test("carry the project's status and locations")
    func project() throws {
        let index = try PageForge.read(
            PageForge.document(
                html: """
                    <meta name="pypi:project-status" content="deprecated"><meta name="pypi:project-status-reason" content="use &quot;other&quot;">
                    <meta name="pypi:tracks" content="https://other.example.invalid/simple/demo/"><meta name="pypi:alternate-locations" content="ftp://x/">
                    <meta charset=utf-8><meta name=x><meta name="viewport" content="y">
                    """
            )
        )
        #expect(index.project.status == .deprecated && index.project.statusReason == "use \"other\"")
        #expect(index.project.tracks == ["https://other.example.invalid/simple/demo/"])
        #expect(index.project.alternateLocations.isEmpty && index.artifacts.isEmpty)
    }

    @Test(
        "have attributes up to the limit and not beyond",
        arguments: [(62, nil), (63, nil), (64, "simple-html-attributes")]
    )
    func attributesMax(fillers: Int, code: String?) {
        let attributes = (0..<fillers).map { "x\($0)" }.joined(separator: " ")
        #expect(PageForge.code(PageForge.document(html: "<a href=x \(attributes)>")) == code)
    }

    @Test("that are cut anywhere are refused or hold less, and never something else")
    func cut() throws {
        let whole = Array(
            (PageForge.anchor("demo-1.0.tar.gz", "data-yanked='x'") + "<!-- x --><script>y</script>").utf8
        )
        let full = try PageForge.read(IndexDocument(body: whole, contentType: "text/html", url: PageForge.url)).files
        for count in 0..<whole.count {
            let document = IndexDocument(body: Array(whole[..<count]), contentType: "text/html", url: PageForge.url)
            let files = try? PageForge.read(document).files
            #expect(files == nil || files == full || files == [], "\(count) bytes")
        }
    }

    @Test(
        "take time in proportion to their length",
        .timeLimit(.minutes(1)),
        arguments: ["<", "<a ", "<a =", "<!-", "&", "<a x='", "</", "<script"]
    )
    func linear(piece: String) {
        // Quadratic, this would be some 10^12 steps.
        let body = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
        _ = PageForge.code(PageForge.document(html: body))
    }
}

@Suite("Character references")
struct HTMLTextTests {
    @Test(
        "are decoded once, and only whole",
        arguments: [
            ("&amp;lt;", "&lt;"), ("&lt&gt;", "&lt>"), ("&#62;&#x3e;&#X3E;", ">>>"),
            ("&#0;&#xD800;&#1114112;", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("&#;&#x;&;&x;", "&#;&#x;&;&x;"),
            ("&#99999999999;", "&#99999999999;"), ("&#+5;&#-5;", "&#+5;&#-5;"), ("a&b", "a&b"),
            ("&eacute;", "&eacute;"), ("&", "&"),
        ]
    )
    func decode(text: String, expected: String) {
        #expect(HTMLText.decode(text) == expected)
    }

    @Test("survive the round trip", arguments: ["<a href=\"x\">'&amp;'</a>", "é漢🐍", "plain"])
    func roundTrip(text: String) {
        var output: [UInt8] = []
        HTMLText.appendEscaped(text, to: &output)
        let escaped = String(decoding: output, as: UTF8.self)
        #expect(
            output.allSatisfy { (0x20..<0x7F).contains($0) && $0 != 0x3C && $0 != 0x3E && $0 != 0x22 && $0 != 0x27 }
        )
        #expect(HTMLText.decode(escaped) == text)
    }
}

@Suite("Text of strangers")
struct OneLineTests {
    @Test(
        "loses what moves a terminal",
        arguments: [
            ("a\u{1B}[2Jb", "a [2Jb"), ("a\nb\r\tc", "a b  c"), ("a\u{202E}b\u{200B}c\u{2028}d", "a b c d"),
            ("\u{85}\u{9B}x", "  x"), ("é", "é"),
        ]
    )
    func cleaned(text: String, expected: String) {
        #expect(OneLine.text(text, bytesMax: 100) == expected)
    }

    @Test("is cut at a character", arguments: [(3, "éa"), (2, "é"), (1, ""), (4, "éa"), (5, "éaé")])
    func cut(bytesMax: Int, expected: String) {
        #expect(OneLine.text("éaé", bytesMax: bytesMax) == expected)
    }
}

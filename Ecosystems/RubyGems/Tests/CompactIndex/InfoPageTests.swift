import SallyportEcosystem
import SallyportModel
import SallyportTesting
import Testing

@testable import EcosystemRubyGems

@Suite("A gem's page of the compact index")
struct InfoPageTests {
    @Test(
        "lines that are left out, and why",
        arguments: [
            ("1.0.0", "names no SHA-256"), ("1.0.0 ", "names no SHA-256"), ("1.0.0 |", "without a name"),
            ("1.0.0 |ruby:>= 2", "names no SHA-256"), ("1.0.0 |checksum:beef", "names no SHA-256"),
            (" 1.0.0 |checksum:\(PageForge.digest(1))", "names no SHA-256"),
            ("1a |checksum:\(PageForge.digest(1))", "forbids"), ("1.0-9 |checksum:\(PageForge.digest(1))", "platform"),
            ("1.0-a/b |checksum:\(PageForge.digest(1))", "platform"),
            ("1.0 x|checksum:\(PageForge.digest(1))", "dependency"),
            ("1.0 .x:1|checksum:\(PageForge.digest(1))", "dependency"),
            ("1.0 x:=> 1|checksum:\(PageForge.digest(1))", "asks for versions"),
            ("1.0 x:>= 1&|checksum:\(PageForge.digest(1))", "asks for versions"),
            ("1.0 |checksum:\(PageForge.digest(1)),checksum:\(PageForge.digest(2))", "twice"),
            ("1.0 |checksum:\(PageForge.digest(1)),ruby:x", "asks for versions"),
            ("1.0 |checksum:\(PageForge.digest(1))\u{1B}[2J", "printable"),
            ("1.0 |checksum:\(PageForge.digest(1))\r", "printable"),
            ("1.0 |checksum:\(PageForge.digest(1)),x:\(String(repeating: "a", count: 70_000))", "too much"),
        ]
    )
    func leftOut(line: String, why: String) throws {
        let index = try PageForge.index([line, PageForge.line("2.0")])
        #expect(index.artifacts.map(\.artifact.release.version) == ["2.0"])
        let sentence = try #require(index.omissions.first)
        #expect(sentence.contains(why), "\(sentence)")
        #expect(sentence.utf8.allSatisfy { (0x20...0x7E).contains($0) })
        #expect(!PageForge.text(index.render(.info, view: PageForge.view(of: index))).contains("\u{1B}"))
    }

    @Test("a version that stands there twice with other contents is not there at all")
    func twice() throws {
        for lines in [[1, 2], [1, 2, 1], [1, 1, 2], [2, 1, 2, 2]] {
            let index = try PageForge.index(lines.map { PageForge.line("1.0", $0) } + [PageForge.line("1.1", 3)])
            #expect(index.artifacts.map(\.artifact.release.version) == ["1.1"])
            #expect(index.omissions.first == "`1.0` is listed twice.")
        }
    }

    @Test("the same line once more changes nothing: the page stays the upstream's own")
    func twiceTheSame() throws {
        let lines = [PageForge.line("1.0", 1), PageForge.line("1.0", 1), PageForge.line("1.1", 3)]
        let index = try PageForge.index(lines)
        #expect(index.artifacts.map(\.artifact.release.version) == ["1.0", "1.1"])
        #expect(index.omissions == [])
        #expect(index.render(.info, view: PageForge.view(of: index)).body == PageForge.document(lines).body)
    }

    @Test("needs are counted", arguments: [1_023, 1_024, 1_025])
    func needs(count: Int) throws {
        let needs = (0..<count).map { "g\($0):>= 0" }.joined(separator: ",")
        let index = try PageForge.index(["1.0 \(needs)|checksum:\(PageForge.digest(1))"])
        #expect(index.artifacts.count == (count <= 1_024 ? 1 : 0))
    }

    @Test("pages that cost the most are read in seconds", .timeLimit(.minutes(1)))
    func costly() throws {
        let limits = CompactIndexLimits.standard
        let needs = (0..<1_024).map { "a\($0 % 10):0" }.joined(separator: ",")
        let wide = (0..<500).map { "1.\($0) \(needs)|checksum:\(PageForge.digest($0 % 200))" }
        #expect(try PageForge.index(wide).artifacts.count == 500)
        let long = (0..<40_000).map { "1.\($0) |checksum:\(PageForge.digest($0 % 200))" }
        #expect(PageForge.document(long).body.count < limits.pageBytesMax)
        #expect(try PageForge.index(long, of: "a" + String(repeating: "-1", count: 105)).artifacts.isEmpty)
    }

    @Test(
        "a page that says when each version was published needs no second document",
        arguments: [
            ("---\n", false), ("---", false), ("", false), ("---\n\n", false), ("---\n1.0 |checksum:1", true),
            ("---\n1.0 |checksum:1,created_at:2024\n", false), ("---\n1.0 |created_at:1\n1.1 |checksum:1\n", true),
            ("---\n1.0 |checksum:1,created_a:2024\n", true), ("---\n1.0 |created_created_at:\n", false),
        ]
    )
    func lacksTimes(text: String, expected: Bool) {
        #expect(InfoPage.lacksTimes(Array(text.utf8).span) == expected)
    }

    @Test("a name that begins like a platform is none")
    func platformLikeNames() throws {
        let index = try PageForge.index([PageForge.line("1.0.0")], of: "es-6-javascript")
        #expect(index.artifacts.count == 1)
        #expect(GemPlatform.isKnown("x86_64-darwin22") && GemPlatform.isKnown("universal-java-1.8"))
        #expect(
            GemPlatform.isKnown("solaris2.11") && !GemPlatform.isKnown("javascript") && !GemPlatform.isKnown("linuxish")
        )
    }

    @Test("a file whose name means another gem is left out")
    func otherGem() throws {
        let index = try PageForge.index([PageForge.line("2.0"), PageForge.line("3.0-java")], of: "foo-1-java")
        #expect(index.artifacts.isEmpty)
        #expect(index.omissions.count == 2)
    }

    @Test("pages that are refused", arguments: ["", "--", "----\n", "1.0 |checksum:x\n", "\n---\n", "<html>"])
    func refused(text: String) throws {
        let document = IndexDocument(
            body: Array(text.utf8),
            contentType: "text/plain",
            url: "\(PageForge.base)info/demo"
        )
        let package = try #require(GemName.package("demo"))
        #expect(throws: IndexError.self) { try PageForge.ecosystem.parseIndex(document, of: package) }
    }

    @Test(
        "a page from somewhere else is refused",
        arguments: ["http://127.0.0.1/info/other", "http://127.0.0.1/demo", ""]
    )
    func elsewhere(url: String) throws {
        let document = IndexDocument(body: Array("---\n".utf8), contentType: "text/plain", url: url)
        let package = try #require(GemName.package("demo"))
        #expect(throws: IndexError.self) { try PageForge.ecosystem.parseIndex(document, of: package) }
    }

    @Test(
        "gems lie below the base, wherever a redirect led for the page",
        arguments: ["http://127.0.0.1/info/demo", "http://cdn.example.invalid/pages/info/demo?x=1"]
    )
    func redirected(url: String) throws {
        let body = PageForge.document([PageForge.line("1.0", 1)]).body
        let document = IndexDocument(body: body, contentType: "text/plain", url: url)
        let package = try #require(GemName.package("demo"))
        let index = try PageForge.ecosystem.parseIndex(document, of: package)
        #expect(index.artifacts.map(\.url) == ["upstream:gems/demo-1.0.gem"])
    }

    @Test("of versions that are equal for every client the one that came first stands")
    func spellings() throws {
        let index = try PageForge.index([
            PageForge.line("1.0", 1), PageForge.line("1.0.0", 2), PageForge.line("1.00", 3),
            PageForge.line("1.0-java", 4), PageForge.line("1.0.0-java", 5), PageForge.line("1.0.1", 6),
            PageForge.line("1.0.0.rc", 7), PageForge.line("1.rc", 8),
        ])
        #expect(index.artifacts.map(\.artifact.release.version) == ["1.0", "1.0", "1.0.1", "1.0.0.rc"])
        #expect(index.omissions.count == 4)
        #expect(index.omissions.first == "`1.0.0` is another spelling of 1.0.")
    }

    @Test("what the page says that a version needs is what its gem is held against")
    func statement() throws {
        let index = try PageForge.index([
            "1.0 rack:>= 1.0&< 4,rake:= 13|checksum:\(PageForge.digest(3))", PageForge.line("1.1", 4),
        ])
        let stated = try #require(index.statement(at: 0))
        #expect(stated.dependencies.map(\.name) == ["rack", "rake"])
        #expect(stated.dependencies.map(\.requirement) == [">= 1.0, < 4", "= 13"])
        #expect(index.statement(at: 1) == IndexStatement())
        #expect(index.statement(at: 2) == nil)
    }

    @Test("lines are counted", arguments: [9, 10, 11])
    func lines(count: Int) throws {
        var limits = CompactIndexLimits()
        limits.linesMax = 10
        let body = PageForge.document((0..<count).map { PageForge.line("1.\($0)", $0) }).body
        let package = try #require(GemName.package("demo"))
        let page = try? InfoPage(body, of: package, limits: limits)
        #expect((page != nil) == (count <= 10))
    }

    @Test("bytes are counted", arguments: [99, 100, 101])
    func bytes(count: Int) throws {
        var limits = CompactIndexLimits()
        limits.pageBytesMax = 100
        let body = Array(("---\n" + String(repeating: "x", count: count - 4)).utf8)
        let package = try #require(GemName.package("demo"))
        #expect(((try? InfoPage(body, of: package, limits: limits)) != nil) == (count <= 100))
    }

    @Test("what a line says")
    func line() throws {
        let index = try PageForge.index([
            "1.1.0.rc1-x86_64-linux rack:>= 1.0&< 4,rake:= 13|checksum:\(PageForge.digest(3)),ruby:>= 2.5&< 4.dev,"
                + "rubygems:> 1.3.1,created_at:2024-05-01T12:34:56Z"
        ])
        let entry = try #require(index.artifacts.first)
        #expect(entry.artifact.filename == "demo-1.1.0.rc1-x86_64-linux.gem")
        #expect(entry.url == "upstream:gems/demo-1.1.0.rc1-x86_64-linux.gem")
        #expect(entry.digests.map(\.hex) == [PageForge.digest(3)])
        #expect(entry.publishedAt == Instant("2024-05-01T12:34:56Z"))
        #expect(index.line(0).dependencies.map(\.name) == ["rack", "rake"])
        #expect(index.line(0).requiredRuby == ">= 2.5&< 4.dev")
    }

    @Test("times from the registry's interface, where the bytes are the same")
    func times() throws {
        let lines = [
            PageForge.line("1.0", 1), PageForge.line("1.0-java", 2), PageForge.line("1.1", 3), PageForge.line("1.2", 4),
            PageForge.line("1.3", 5, ",created_at:2025-01-01T00:00:00Z"),
        ]
        let supplement = """
            [{"number":"1.0","platform":"ruby","created_at":"2020-01-01T00:00:00.000Z","sha":"\(PageForge.digest(1))"},
             {"number":"1.0","platform":"java","created_at":"2020-01-02T00:00:00Z"},
             {"number":"1.1","platform":"ruby","created_at":"2020-01-03T00:00:00Z","sha":"\(PageForge.digest(9))"},
             {"number":"1.2","created_at":"soon"}, {"number":"1.3","created_at":"2020-01-05T00:00:00Z"}, 7, null]
            """
        let index = try PageForge.index(lines, supplement: supplement)
        // A time of which nobody says for which bytes it is good is none.
        let expected = ["2020-01-01T00:00:00Z", nil, nil, nil, "2025-01-01T00:00:00Z"]
        #expect(index.artifacts.map { $0.publishedAt?.description } == expected)
        for damaged in ["", "{}", "[", "[{}]", String(repeating: "[", count: 10_000)] {
            #expect(try PageForge.index(lines, supplement: damaged).artifacts.first?.publishedAt == nil)
        }
    }

    @Test("the interface is asked only where the page states no time")
    func supplement() throws {
        let package = try #require(GemName.package("demo"))
        let silent = PageForge.document([PageForge.line("1.0", 1)])
        #expect(PageForge.ecosystem.supplement(to: silent, of: package)?.path == "api/v1/versions/demo.json")
        let telling = PageForge.document([PageForge.line("1.0", 1, ",created_at:2025-01-01T00:00:00Z")])
        #expect(PageForge.ecosystem.supplement(to: telling, of: package) == nil)
    }
}

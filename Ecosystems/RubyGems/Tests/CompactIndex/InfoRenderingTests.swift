import SallyportEcosystem
import SallyportModel
import Testing

@testable import EcosystemRubyGems

@Suite("A page as one client may see it")
struct InfoRenderingTests {
    private let lines = [
        PageForge.line("1.0", 1, ",ruby:>= 2.5"), PageForge.line("1.1", 2, ",rubygems:>= 3"),
        PageForge.line("1.1-java", 3),
    ]

    @Test("is the upstream's own, byte for byte, where nothing is withheld")
    func untouched() throws {
        for more in [[], ["2.0 |checksum:\(PageForge.digest(7)),unknown:some thing"]] {
            let index = try PageForge.index(lines + more)
            let answer = index.render(.info, view: PageForge.view(of: index))
            #expect(answer.body == index.body)
            #expect(answer.etag == "\"\(MD5.hex(index.body.span))\"")
        }
    }

    @Test("keeps a withheld version's line and lets it ask for what nobody has")
    func withheld() throws {
        let index = try PageForge.index(lines)
        let standings: [Standing] = [
            .visible, .withheld("Held by Sallyport: demo 1.1 reads ~/.gem (ext/a.rb:2); run: sallyport why x"),
            .visible,
        ]
        let view = IndexView(mountURL: "http://127.0.0.1/rubygems", standings: standings)
        let answer = index.render(.info, view: view)
        let held = "1.1 |checksum:\(PageForge.digest(2)),rubygems:= 0.Held.by.Sallyport.demo.1.1.reads.gem.ext.a.rb.2"
        #expect(PageForge.text(answer) == "---\n\(lines[0])\n\(held)\n\(lines[2])\n")
        #expect(answer.etag == "\"\(MD5.hex(answer.body.span))\"")
        #expect(answer.headers.contains(Header("accept-ranges", "bytes")))
        #expect(!answer.mayCompress)
    }

    @Test(
        "a reason becomes a version, whatever it says",
        arguments: [
            "", ";", "\u{1B}[2J", "\u{202E}\u{661}", "1,2&3|4:5 6", String(repeating: "word ", count: 100),
            String(repeating: "x", count: 500),
        ]
    )
    func reasons(text: String) throws {
        let requirement = WithheldLine.requirement(text)
        #expect(requirement.hasPrefix("= 0."))
        #expect(requirement.utf8.count <= 200)
        #expect(GemVersion(String(requirement.dropFirst(2))) != nil)
    }

    @Test("the JSON documents show what is visible, newest first")
    func documents() throws {
        let index = try PageForge.index(lines + [PageForge.line("2.0.rc1", 4)])
        let all = PageForge.view(of: index)
        #expect(PageForge.text(index.render(.latestDocument, view: all)) == #"{"version":"1.1"}"#)
        let gem = PageForge.text(index.render(.gemDocument, view: all))
        #expect(gem.contains(#""version":"1.1","platform":"ruby""#))
        #expect(gem.contains(#""gem_uri":"http://127.0.0.1:7259/rubygems/gems/demo-1.1.gem""#))
        let less = PageForge.view(of: index, hiding: [1])
        let versions = PageForge.text(index.render(.versionsDocument, view: less))
        #expect(versions.hasPrefix(#"[{"number":"2.0.rc1""#))
        #expect(!versions.contains(PageForge.digest(2)))
        #expect(versions.contains(#""prerelease":true"#))
        #expect(
            PageForge.text(index.render(.latestDocument, view: PageForge.view(of: index, hiding: [1, 2])))
                == #"{"version":"1.0"}"#
        )
        let nothing = PageForge.view(of: index, hiding: [0, 1, 2, 3])
        #expect(PageForge.text(index.render(.gemDocument, view: nothing)).contains(#""version":null"#))
        #expect(PageForge.text(index.render(.versionsDocument, view: nothing)) == "[]")
        #expect(PageForge.text(index.render(.latestDocument, view: nothing)) == #"{"version":"unknown"}"#)
    }

    @Test("what is likely to be asked for")
    func likely() throws {
        let labels = ["1.0", "1.1", "1.1-x86_64-linux", "1.1-x86-mingw32", "0.9", "2.0.rc1"]
        let index = try PageForge.index(labels.enumerated().map { PageForge.line($1, $0) })
        #expect(index.likely(in: PageForge.view(of: index)) == [2, 1, 4])
        #expect(index.likely(in: PageForge.view(of: index, hiding: [1, 2, 3])) == [0, 4])
        #expect(index.likely(in: PageForge.view(of: index, hiding: [0, 1, 2, 3, 4])) == [5])
        #expect(index.newerWithheld(in: PageForge.view(of: index, hiding: [1, 2, 3])) == [1])
    }
}

import SallyportModel
import Testing

@Suite("Package URLs")
struct PackageURLTests {
    @Test(
        "refuse what would mean more or less than was typed",
        arguments: [
            "", "left-pad", "npm/left-pad", "PKG:npm/left-pad", "pkg:", "pkg:npm", "pkg:npm/", "pkg:/left-pad",
            "pkg://",
            "pkg:npm/left-pad@", "pkg:npm/left-pad@1 2", "pkg:npm/left-pad@1/2", "pkg:npm/left-pad@1%2F2",
            "pkg:npm/left-pad#src", "pkg:npm/left-pad?arch=x64", "pkg:npm/left-pad?file_name=a.tgz&arch=x64",
            "pkg:npm/left-pad?file_name=", "pkg:npm/left-pad?file_name=../a", "pkg:npm/left-pad?file_name=a%2Fb",
            "pkg:npm/left-pad?file_name=a%0Ab", "pkg:npm/left-pad?file_name=.npmrc", "pkg:npm/%2e%2e/etc",
            "pkg:npm/a/../b",
            "pkg:npm/a//b", "pkg:npm/a%", "pkg:npm/a%2", "pkg:npm/a%zz", "pkg:npm/%FF", "pkg:npm/a%00", "pkg:npm/a%0Ab",
            "pkg:npm/caf\u{E9}", "pkg:npm/a\u{200B}", "pkg:n m/a", "pkg:1npm/a", "pkg:np\u{212A}/a",
            "pkg:npm/a@\u{301}1",
            "pkg:npm/" + String(repeating: "a", count: 215), "pkg:npm/" + String(repeating: "a", count: 1_017),
        ]
    )
    func refusals(text: String) {
        #expect(throws: PackageURL.Invalid.self) { try PackageURL(text) }
    }

    @Test("explain themselves in plain ASCII of bounded length")
    func messages() {
        for text in ["\u{1B}[31mred", "pkg:npm/\u{1B}]0;title\u{7}", "pkg:npm/a@\u{202E}1", "pkg:\u{1B}/a"] {
            let error = #expect(throws: PackageURL.Invalid.self) { try PackageURL(text) }
            #expect(error?.description.utf8.allSatisfy { (0x20...0x7E).contains($0) } == true)
        }
        let long = #expect(throws: PackageURL.Invalid.self) { try PackageURL(String(repeating: "x", count: 1_000)) }
        #expect((long?.description.utf8.count ?? 0) < 200)
    }

    @Test(
        "are read leniently and written canonically",
        arguments: [
            ("pkg:npm/left-pad@1.3.0", "pkg:npm/left-pad@1.3.0"), ("pkg:npm/left-pad", "pkg:npm/left-pad"),
            ("pkg:npm/@scope/name@1.0.0", "pkg:npm/%40scope/name@1.0.0"),
            ("pkg:npm/@scope/name", "pkg:npm/%40scope/name"),
            ("pkg:npm/%40scope/name@1.0.0", "pkg:npm/%40scope/name@1.0.0"),
            ("pkg:npm/%40scope%2fname@1.0.0", "pkg:npm/%40scope/name@1.0.0"),
            ("pkg:NPM/left-pad", "pkg:npm/left-pad"), ("pkg://npm/left-pad", "pkg:npm/left-pad"),
            ("pkg:npm/JSONStream@1.3.5", "pkg:npm/JSONStream@1.3.5"),
            ("pkg:npm/a@1.0.0+build.1", "pkg:npm/a@1.0.0%2Bbuild.1"),
            ("pkg:npm/a@1.0.0%2Bbuild.1", "pkg:npm/a@1.0.0%2Bbuild.1"),
            ("pkg:pypi/Zope.Interface@5", "pkg:pypi/zope-interface@5"), ("pkg:pypi/a__b--c.-d", "pkg:pypi/a-b-c-d"),
            ("pkg:pypi/a@1!2.0", "pkg:pypi/a@1%212.0"),
            (
                "pkg:pypi/six@1.17.0?file_name=six-1.17.0-py2.py3-none-any.whl",
                "pkg:pypi/six@1.17.0?file_name=six-1.17.0-py2.py3-none-any.whl"
            ),
            ("pkg:gem/rails@8.0.0", "pkg:gem/rails@8.0.0"), ("pkg:cargo/serde@1", "pkg:cargo/serde@1"),
        ]
    )
    func readings(text: String, canonical: String) throws {
        let url = try PackageURL(text)
        #expect(url.description == canonical)
        #expect(try PackageURL(canonical) == url)
    }

    @Test("give the release when they name a version")
    func release() throws {
        #expect(try PackageURL("pkg:npm/@s/n@2.0.0").release?.version == "2.0.0")
        #expect(try PackageURL("pkg:npm/@s/n@2.0.0").package.name == "@s/n")
        #expect(try PackageURL("pkg:npm/@s/n").release == nil)
    }

    @Test("are read up to their limit")
    func limit() throws {
        let head = "pkg:npm/a@1?file_name="
        let atLimit = head + String(repeating: "%61", count: (PackageURL.bytesMax - head.utf8.count) / 3)
        #expect(throws: PackageURL.Invalid.self) { try PackageURL(atLimit) }
        let escaped = "pkg:npm/" + String(repeating: "%61", count: 214)
        #expect(try PackageURL(escaped).package.name.utf8.count == 214)
    }
}

@Suite("Percent-encoding")
struct PercentEncodingTests {
    @Test(
        "refuses broken escapes and bytes that are no UTF-8",
        arguments: ["%", "%4", "a%", "%g0", "%0g", "%%41", "%FF", "%C3", "%ED%A0%80"]
    )
    func refusals(text: String) {
        #expect(PercentEncoding.decode(text) == nil)
    }

    @Test("reads back every text", arguments: ["", "a", "a b", "%41", "caf\u{E9}", "\u{1F600}", "a/b?c#d", "\u{0}"])
    func roundTrip(text: String) {
        #expect(PercentEncoding.decode(PercentEncoding.encode(text)) == text)
        #expect(PercentEncoding.encode(text).utf8.allSatisfy { (0x21...0x7E).contains($0) })
    }

    @Test("decodes once only")
    func once() {
        #expect(PercentEncoding.decode("%2541") == "%41")
        #expect(PercentEncoding.encode("a/b", keeping: "/") == "a/b")
    }
}

import SallyportModel
import Testing

@testable import EcosystemRubyGems

@Suite("Names of gems and of their files")
struct FilenameTests {
    @Test(
        "are taken apart as they were put together",
        arguments: [
            ("rack-3.0.0.gem", "rack", "3.0.0", nil), ("net-http-0.4.1.gem", "net-http", "0.4.1", nil),
            ("nokogiri-1.16.0-x86_64-linux.gem", "nokogiri", "1.16.0", "x86_64-linux"),
            ("libv8-3.16.14.19-x86_64-darwin-13.gem", "libv8", "3.16.14.19", "x86_64-darwin-13"),
            ("foo-1-2.0.gem", "foo-1", "2.0", nil), ("foo-2-bar-1.0.gem", "foo-2-bar", "1.0", nil),
            ("demo-1.0.0.rc1-java.gem", "demo", "1.0.0.rc1", "java"),
            ("x-1.0-x64-mingw-ucrt.gem", "x", "1.0", "x64-mingw-ucrt"),
            ("a-1.0-universal-darwin-20.gem", "a", "1.0", "universal-darwin-20"), ("s3-0.1.gem", "s3", "0.1", nil),
            ("demo-1.0-weird.gem", "demo", "1.0", "weird"), ("x_y.z-1.gem", "x_y.z", "1", nil),
        ] as [(String, String, String, String?)]
    )
    func apart(filename: String, name: String, version: String, platform: String?) throws {
        let found = try #require(GemFilename(filename))
        #expect(found.name == name)
        #expect(found.version.description == version)
        #expect(found.platform == platform)
        #expect(GemFilename.of(name, version, platform: platform) == filename)
    }

    @Test(
        "what is no gem's name",
        arguments: [
            "", ".gem", "rack.gem", "rack-.gem", "-1.0.gem", "1-1.0.gem", ".a-1.0.gem", "a b-1.0.gem", "a/b-1.0.gem",
            "rack-1.0.tgz",
            "rack-1.0..1.gem", "rack-a.gem", "rack-1.0-.gem",
        ]
    )
    func refused(filename: String) {
        #expect(GemFilename(filename) == nil)
    }

    @Test(
        "names that RubyGems forbids",
        arguments: ["", "1", "12.3", ".a", "-a", "a/b", "a b", "a\u{E9}", "a@1", "a:b", "..", "a..b"]
    )
    func forbidden(name: String) {
        #expect(GemName.package(name) == nil)
    }

    @Test("names that it allows", arguments: ["a", "A", "_", "_a", "1a", "a-b_c.d", "x1"].filter { $0 != "_" })
    func allowed(name: String) {
        #expect(GemName.package(name)?.name == name)
        let bytes = Array(name.utf8)
        let isName = GemName.isName(bytes.span, 0..<bytes.count)
        #expect(isName)
    }
}

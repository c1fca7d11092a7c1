import Foundation
import SallyportModel
import Testing

@Suite("Names of packages, versions and files")
struct NameTests {
    @Test(
        "refuse package names that no path, header or terminal should see",
        arguments: [
            "", ".", "..", ".hidden", "/", "/a", "a/", "a//b", "a/./b", "./a", "a/..", "../a", "a..b", "a b", "a\tb",
            "a\nb",
            "a\u{0}b", "a\\b", "a\"b", "a'b", "caf\u{E9}", "a\u{200B}b", "a\u{7F}", "\u{1B}[31ma",
            String(repeating: "a", count: 215),
        ]
    )
    func badPackages(name: String) {
        #expect(Package(.npm, name) == nil)
    }

    @Test(
        "accept the rest",
        arguments: [
            "a", "left-pad", "@scope/name", "JSONStream", "a.b_c-d", "@s/a.b", String(repeating: "a", count: 214),
        ]
    )
    func goodPackages(name: String) {
        #expect(Package(.npm, name)?.name == name)
    }

    @Test(
        "refuse versions",
        arguments: ["", " ", "1 2", "1/2", "..", "1..2", "1\n", "1\\2", "\u{661}", String(repeating: "1", count: 257)]
    )
    func badVersions(version: String) throws {
        let package = try #require(Package(.npm, "a"))
        #expect(Release(package, version) == nil)
    }

    @Test(
        "accept versions",
        arguments: ["1", "1.2.3-rc.1+build", "1!2.0", "2026a0", String(repeating: "1", count: 256)]
    )
    func goodVersions(version: String) throws {
        let package = try #require(Package(.npm, "a"))
        #expect(Release(package, version)?.version == version)
    }

    @Test(
        "refuse file names",
        arguments: [
            "", ".", "..", ".npmrc", "a/b", "/a", "a b", "a\\b", "a\u{0}", "a..b", String(repeating: "a", count: 256),
        ]
    )
    func badFilenames(filename: String) throws {
        let release = try #require(Package(.npm, "a").flatMap { Release($0, "1") })
        #expect(Artifact(release, filename: filename) == nil)
    }

    @Test("accept file names", arguments: ["a-1.0.tgz", "a-1.0-py3-none-any.whl", String(repeating: "a", count: 255)])
    func goodFilenames(filename: String) throws {
        let release = try #require(Package(.npm, "a").flatMap { Release($0, "1") })
        #expect(Artifact(release, filename: filename)?.description == "pkg:npm/a@1 (\(filename))")
    }

    @Test("read back from storage")
    func stored() throws {
        let release = try #require(Package(.npm, "@scope/name").flatMap { Release($0, "1.0.0") })
        let artifact = try #require(Artifact(release, filename: "name-1.0.0.tgz"))
        let data = try JSONEncoder().encode(artifact)
        #expect(try JSONDecoder().decode(Artifact.self, from: data) == artifact)
    }

    @Test(
        "refuse in storage what they refuse elsewhere",
        arguments: [
            #"{"release":{"package":{"ecosystem":"npm","name":"../a"},"version":"1"},"filename":"a.tgz"}"#,
            #"{"release":{"package":{"ecosystem":"npm","name":"a"},"version":"1/2"},"filename":"a.tgz"}"#,
            #"{"release":{"package":{"ecosystem":"npm","name":"a"},"version":"1"},"filename":"../a.tgz"}"#,
        ]
    )
    func badStored(json: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Artifact.self, from: Data(json.utf8)) }
    }
}

import SallyportModel
import Testing

@testable import EcosystemRubyGems

@Suite("What a gem is compared with")
struct PredecessorTests {
    private func artifact(_ label: String) throws -> Artifact {
        let filename = "demo-\(label).gem"
        let package = try #require(GemName.package("demo"))
        let version = try #require(GemFilename(filename)?.version.description)
        return try #require(Release(package, version).flatMap { Artifact($0, filename: filename) })
    }

    @Test(
        "the newest below on its line, of its platform first",
        arguments: [
            ("1.2.0", ["1.0.0", "1.1.0", "1.1.0-java", "2.0.0", "0.9"], "1.1.0"),
            ("1.2.0-java", ["1.0.0-java", "1.1.0", "1.1.5"], "1.0.0-java"),
            ("1.2.0-x86_64-linux", ["1.1.0", "1.0.0-arm64-darwin"], "1.0.0-arm64-darwin"),
            ("1.2.0", ["1.2.0-java", "1.1.0-java"], "1.1.0-java"),
            ("2.0.0", ["2.0.0.rc1", "1.9"], "2.0.0.rc1"),
            ("2.1.0", ["2.1.0.rc1", "2.0.0"], "2.0.0"),
            ("2.1.0.rc2", ["2.1.0.rc1", "2.0.0"], "2.1.0.rc1"),
            ("0.2.1", ["0.2.0", "0.1.9"], "0.2.0"),
            ("1.0.0", ["2.0.0", "0.9"], nil),
            ("1.0.0", ["1.0.0-java"], nil),
        ] as [(String, [String], String?)]
    )
    func predecessor(new: String, admitted: [String], expected: String?) throws {
        let found = GemPredecessor.of(try artifact(new), among: try admitted.map(artifact))
        #expect(found?.filename == expected.map { "demo-\($0).gem" })
    }
}

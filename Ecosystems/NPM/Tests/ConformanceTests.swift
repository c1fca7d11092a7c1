import Foundation
import SallyportEcosystem
import SallyportLexing
import SallyportModel
import SallyportTesting
import Testing

@testable import EcosystemNPM

@Suite("npm holds to what every ecosystem owes")
struct ConformanceTests {
    @Test("on small packuments, with and without a scope")
    func conformance() throws {
        let samples = try [
            SmallPackument(versions: ["1.0.0", "1.1.0", "1.10.0", "2.0.0-rc.1", "2.0.0"], tags: [("latest", "2.0.0")]),
            SmallPackument(name: "@acme/once", versions: ["0.1.0", "0.1.1+build"], tags: [("latest", "0.1.1+build")]),
            SmallPackument(name: "JSONStream", versions: ["1.0.0"], time: false),
        ].map(sample)
        #expect(EcosystemConformance.violations(of: NPMEcosystem(), samples: samples) == [])
    }

    private func sample(_ small: SmallPackument) throws -> EcosystemSample {
        let package = try #require(NPMName.package(small.name))
        let abbreviated = [Header("accept", AcceptHeader.abbreviatedType)]
        return EcosystemSample(
            package: package,
            document: SmallPackument.document(small.text),
            indexRequests: [
                ClientRequest(method: "GET", path: "/\(small.name)"),
                ClientRequest(method: "GET", path: "/\(small.name)", headers: abbreviated),
            ],
            spellings: [
                "/\(NPMName.pathComponent(package))", "/\(NPMName.pathComponent(package))/", "/\(small.name)/latest",
            ],
            artifactPath: { "/\($0.release.package.name)/-/\(PercentEncoding.encode($0.filename))" },
            offers: { answer, entry in Self.offers(answer, entry) },
            digestTexts: { $0.digests.map(\.integrity) }
        )
    }

    /// Whether a version stands in `versions`, in `time`, behind a tag, or in a tarball's address.
    private static func offers(_ answer: Answer, _ entry: IndexedArtifact) -> Bool {
        let version = entry.artifact.release.version
        guard let document = try? JSONValue.parse(answer.body.span) else { return false }
        let isTagged = document["dist-tags"]?.object?.contains { $0.value.string == version } ?? false
        let text = String(decoding: answer.body, as: UTF8.self)
        let isListed = document["versions"]?[version] != nil
        return isListed || isTagged || document["time"]?[version] != nil || text.contains("/\(entry.artifact.filename)")
    }
}

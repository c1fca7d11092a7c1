import SallyportEcosystem
import SallyportModel
import SallyportTesting
import Testing

@testable import EcosystemRubyGems

@Suite("The suite that every ecosystem must pass")
struct ConformanceTests {
    private static let labels = [
        "1.0.0", "1.0.1", "1.1.0.rc1", "1.1.0", "1.1.0-java", "1.1.0-x86_64-linux-gnu", "2.0", "2.0.1-arm64-darwin-22",
    ]

    @Test("finds nothing")
    func conforms() throws {
        let package = try #require(GemName.package("demo"))
        let lines = Self.labels.enumerated().map { number, label in
            "\(label) rack:>= 1.0&< 4,rake:>= 0|checksum:\(PageForge.digest(number)),ruby:>= 2.5,"
                + "created_at:2024-01-0\(number + 1)T00:00:00Z"
        }
        let sample = EcosystemSample(
            package: package,
            document: PageForge.document(lines),
            indexRequests: [ClientRequest(method: "GET", path: "/info/demo")],
            spellings: ["/info/%64emo"],
            artifactPath: { "/gems/\($0.filename)" },
            offers: { answer, entry in
                let label = entry.artifact.filename.dropFirst("demo-".count).dropLast(".gem".count)
                return String(decoding: answer.body, as: UTF8.self).split(separator: "\n").contains {
                    $0.hasPrefix("\(label) ") && !$0.contains("rubygems:= 0.")
                }
            },
            digestTexts: { $0.digests.map(\.hex) }
        )
        #expect(EcosystemConformance.violations(of: PageForge.ecosystem, samples: [sample]) == [])
    }
}

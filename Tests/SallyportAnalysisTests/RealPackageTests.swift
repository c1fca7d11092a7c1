import Foundation
import SallyportAnalysis
import SallyportModel
import Testing

@Suite("Real packages")
struct RealPackageTests {
    private static let tarballs: [URL]? = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let override = ProcessInfo.processInfo.environment["SALLYPORT_UPSTREAMS"].map { URL(filePath: $0) }
        let folder = (override ?? root.appending(path: "../shared/upstreams/npm")).appending(path: "registry")
        guard let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else { return nil }
        let found = walk.compactMap { $0 as? URL }.filter { $0.pathExtension == "tgz" }
        return found.isEmpty ? nil : found.sorted { $0.path < $1.path }
    }()

    @Test(
        "raise no fact on which a policy denies",
        .enabled(if: tarballs != nil, "no packages at ../shared/upstreams/npm")
    )
    func quiet() throws {
        // Every fourth: without optimisation all of them take too long; the benchmark reads them all.
        for (index, url) in (Self.tarballs ?? []).enumerated() where index % 4 == 0 {
            let bytes = [UInt8](try Data(contentsOf: url))
            let artifact = InspectedArtifact(ecosystem: .npm, filename: url.lastPathComponent)
            let report = Sample.inspector.inspect(bytes.span, artifact: artifact)
            let loud = report.facts.filter { fact in
                fact.code.rawValue.hasPrefix("chain.") || fact.code == .fileHiddenUnicode
                    || fact.code == .fileUnreadable
                    || fact.code == .manifestUnreadable || fact.code == .archiveUnreadable
            }
            #expect(loud.isEmpty, "\(url.lastPathComponent)")
        }
    }
}

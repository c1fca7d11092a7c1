import Foundation
import SallyportAnalysis
import SallyportModel
import Testing

/// Wheels and source distributions that a person fetched with pip into the folder `SALLYPORT_DISTRIBUTIONS`.
@Suite("Real distributions")
struct RealDistributionTests {
    private static let files: [URL] = {
        guard let folder = ProcessInfo.processInfo.environment["SALLYPORT_DISTRIBUTIONS"],
            let walk = FileManager.default.enumerator(at: URL(filePath: folder), includingPropertiesForKeys: nil)
        else { return [] }
        let found = walk.compactMap { $0 as? URL }.filter { ["gz", "whl", "zip"].contains($0.pathExtension) }
        return found.sorted { $0.path < $1.path }
    }()

    @Test(
        "raise no fact on which a policy holds an old release",
        .enabled(if: !files.isEmpty, "SALLYPORT_DISTRIBUTIONS names no folder of distributions"),
        arguments: files
    )
    func quiet(_ url: URL) throws {
        let bytes = [UInt8](try Data(contentsOf: url))
        let artifact = InspectedArtifact(ecosystem: .pypi, filename: url.lastPathComponent)
        let report = Sample.inspector.inspect(bytes.span, artifact: artifact)
        let held: Set<FactCode> = [
            .archiveUnreadable, .archiveBudget, .manifestUnreadable, .recordMismatch, .hookUnreadable,
            .fileHiddenUnicode,
        ]
        let loud = report.facts.filter { fact in
            held.contains(fact.code) || fact.reach == .install && (fact.code.isLoudAtInstall)
        }
        let hooks = report.hooks.map { "\($0.trigger): \($0.command)" }
        #expect(loud.isEmpty, "\(url.lastPathComponent) \(hooks)")
        if ProcessInfo.processInfo.environment["SALLYPORT_VERBOSE"] != nil {
            print(url.lastPathComponent, hooks, loud.map { "\($0.code.rawValue) \($0.detail) \($0.place?.path ?? "")" })
        }
    }
}

extension FactCode {
    fileprivate var isLoudAtInstall: Bool { self == .fileUnreadable || rawValue.hasPrefix("chain.") }
}

import Foundation
import SallyportAnalysis
import SallyportLexing
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
        // Every fourth: without optimisation all of them take too long; SALLYPORT_ALL_PACKAGES=1 reads them all.
        let step = ProcessInfo.processInfo.environment["SALLYPORT_ALL_PACKAGES"] == nil ? 4 : 1
        for (index, url) in (Self.tarballs ?? []).enumerated() where index % step == 0 {
            let bytes = [UInt8](try Data(contentsOf: url))
            let stated = try Self.statement(beside: url)
            let artifact = InspectedArtifact(ecosystem: .npm, filename: url.lastPathComponent, stated: stated)
            let report = Sample.inspector.inspect(bytes.span, artifact: artifact)
            let loud = report.facts.filter { fact in
                fact.code.rawValue.hasPrefix("chain.") || fact.code == .fileHiddenUnicode
                    || fact.code == .fileUnreadable
                    || fact.code == .hookUnreadable || fact.code == .manifestMismatch
                    || fact.code == .manifestUnreadable || fact.code == .archiveUnreadable
            }
            #expect(loud.isEmpty, "\(url.lastPathComponent): \(loud.map { "\($0.code) \($0.detail)" })")
        }
    }

    /// What the packument says of a version: `NAME.json` beside the folder of the package's tarballs.
    private static func statement(beside tarball: URL) throws -> IndexStatement? {
        let folder = tarball.deletingLastPathComponent().deletingLastPathComponent()
        let document = folder.deletingLastPathComponent().appending(path: folder.lastPathComponent + ".json")
        guard let bytes = try? [UInt8](Data(contentsOf: document)) else { return nil }
        let version = tarball.deletingPathExtension().lastPathComponent.dropFirst(folder.lastPathComponent.count + 1)
        let packument = try JSONValue.parse(bytes.span, limits: .document)
        guard let manifest = packument["versions"]?[String(version)] else { return nil }
        var scripts: [String: String] = [:]
        for trigger in ["preinstall", "install", "postinstall"] {
            scripts[trigger] = manifest["scripts"]?[trigger]?.string
        }
        let dependencies = ["dependencies": "runtime", "optionalDependencies": "optional", "peerDependencies": "peer"]
            .flatMap { key, role in
                (manifest[key]?.object ?? []).map {
                    IndexStatement.Requirement(name: $0.key, requirement: $0.value.string ?? "", role: role)
                }
            }
        return IndexStatement(
            scripts: scripts,
            deniesImplicitBuild: manifest["gypfile"]?.bool == false,
            dependencies: dependencies,
            bundled: (manifest["bundleDependencies"]?.array ?? []).compactMap(\.string)
        )
    }
}

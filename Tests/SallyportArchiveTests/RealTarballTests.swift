import Foundation
import SallyportArchive
import Testing

/// Real packages, where the machine has them.
@Suite("Real tarballs")
struct RealTarballTests {
    /// The mirror's folder beside the package; nil when it is not there.
    static let registry: URL? = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let override = ProcessInfo.processInfo.environment["SALLYPORT_UPSTREAMS"].map { URL(filePath: $0) }
        let folder = (override ?? root.appending(path: "../shared/upstreams/npm")).appending(path: "registry")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    static func tarballs(in folder: URL) -> [URL] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "tgz" }
    }

    @Test("are all admitted", .enabled(if: registry != nil, "no packages at ../shared/upstreams/npm"))
    func admitsAll() throws {
        let tarballs = Self.tarballs(in: try #require(Self.registry))
        #expect(!tarballs.isEmpty)
        for tarball in tarballs {
            let bytes = [UInt8](try Data(contentsOf: tarball))
            var counter = Counter()
            do {
                #expect(ArchiveFormat.detect(bytes.span) == .gzipTar)
                let summary = try ArchiveReader.read(bytes.span, as: .gzipTar, limits: .standard, into: &counter)
                #expect(summary.entries == counter.entries)
                #expect(summary.contentBytes == counter.bytes)
            } catch {
                Issue.record("\(tarball.lastPathComponent): \(error)")
            }
        }
    }
}

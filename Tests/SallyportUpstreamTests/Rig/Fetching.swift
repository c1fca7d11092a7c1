import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportUpstream
import Testing

extension Rig {
    /// Fetches an artifact by its URL.
    func fetch(
        at url: String,
        size: Int? = nil,
        bytesMax: Int = 1_000_000,
        digests: [Digest] = [],
        into blob: MemoryBlob
    ) async throws(UpstreamError) {
        guard let package = Package(.npm, "left-pad"), let release = Release(package, "1.3.0"),
            let artifact = Artifact(release, filename: "left-pad-1.3.0.tgz")
        else {
            Issue.record("no such artifact")
            return
        }
        let entry = IndexedArtifact(artifact: artifact, url: url, digests: digests, size: size)
        try await upstream.fetch(entry, bytesMax: bytesMax, into: blob)
    }

    /// The code with which a fetch failed; `nil` when it came.
    func fetchFailure(
        size: Int? = nil,
        bytesMax: Int = 1_000_000,
        digests: [Digest] = [],
        into blob: MemoryBlob = MemoryBlob()
    ) async -> UpstreamError.Code? {
        do {
            try await fetch(at: "\(base)a.tgz", size: size, bytesMax: bytesMax, digests: digests, into: blob)
            return nil
        } catch {
            return error.code
        }
    }
}

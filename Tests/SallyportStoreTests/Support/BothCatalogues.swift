import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportStore
import SallyportTesting

/// The forms of the catalogue that must keep the same promises.
enum CatalogueForm: String, CaseIterable, Sendable {
    case memory
    case sqlite

    /// Runs `body` on an empty catalogue.
    func use(_ body: (any Catalogue) async throws -> Void) async throws {
        switch self {
        case .memory: try await body(MemoryCatalogue())
        case .sqlite:
            let folder = try TemporaryFolder()
            let catalogue = try SQLiteCatalogue(folder: DataFolder(path: folder.data))
            do {
                try await body(catalogue)
            } catch {
                await catalogue.close()
                throw error
            }
            await catalogue.close()
        }
    }
}

/// The forms of the blob store that must keep the same promises.
enum BlobsForm: String, CaseIterable, Sendable {
    case memory
    case folder

    /// Runs `body` on an empty store, with a way to damage and to remove a blob.
    func use(_ body: (any Blobs, Harm) async throws -> Void) async throws {
        switch self {
        case .memory:
            let blobs = MemoryBlobs(digests: Bytes.digests)
            try await body(blobs, Harm(damage: { blobs.damage($0) }, remove: { blobs.remove($0) }))
        case .folder:
            let folder = try TemporaryFolder()
            let blobs = FolderBlobs(folder: try DataFolder(path: folder.data), limits: BlobLimits(cores: 2))
            try await body(blobs, .inFolder(folder.data))
        }
    }
}

extension Catalogue {
    /// A look at an index that says nothing of its files but their names.
    func look(at package: Package, artifacts: [Artifact], now: Instant) async throws -> [Sighting] {
        let entries = artifacts.map { IndexedArtifact(artifact: $0, url: "", digests: []) }
        return try await look(at: package, entries: entries, now: now)
    }
}

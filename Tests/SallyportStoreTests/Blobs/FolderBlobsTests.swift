import Foundation
import SallyportGate
import SallyportModel
import SallyportStore
import Testing

@Suite struct FolderBlobsTests {
    private struct Store {
        let folder: TemporaryFolder
        let blobs: FolderBlobs

        init(_ limits: BlobLimits = BlobLimits(cores: 2)) throws {
            folder = try TemporaryFolder()
            blobs = FolderBlobs(folder: try DataFolder(path: folder.data), limits: limits)
        }

        func put(_ bytes: [UInt8]) async throws -> Digest {
            let staged = try await blobs.stage()
            try await staged.write(bytes)
            let digest = try #require(try await staged.finish().digest(.sha256))
            try await staged.commit()
            return digest
        }

        func path(_ digest: Digest) -> String { Harm.path(of: digest, in: folder.data) }
    }

    @Test("a blob stands under its digest, readable by its owner alone")
    func layout() async throws {
        let store = try Store()
        let digest = try await store.put([1, 2, 3])
        #expect(try Files.read(store.path(digest)) == [1, 2, 3])
        #expect(try Files.permissions(store.path(digest)) == 0o600)
        #expect(Files.below(store.folder.data + "/staging").isEmpty)
    }

    @Test("nothing stands under a digest before the commit")
    func uncommitted() async throws {
        let store = try Store()
        let staged = try await store.blobs.stage()
        try await staged.write(Samples.bytes(600_000))
        _ = try await staged.finish()
        #expect(Files.below(store.folder.data + "/blobs").isEmpty)
        #expect(Files.below(store.folder.data + "/staging").count == 1)
        await staged.discard()
        #expect(Files.below(store.folder.data + "/staging").isEmpty)
    }

    @Test("a staged blob that is forgotten takes its bytes away")
    func forgotten() async throws {
        let store = try Store()
        var staged: (any StagedBlob)? = try await store.blobs.stage()
        try await staged?.write(Samples.bytes(600_000))
        #expect(Files.below(store.folder.data + "/staging").count == 1)
        staged = nil
        #expect(Files.below(store.folder.data + "/staging").isEmpty)
    }

    @Test("a damaged blob is put aside for whoever wants to see it")
    func putAside() async throws {
        let store = try Store()
        let digest = try await store.put(Samples.bytes(500))
        try Harm.inFolder(store.folder.data).damage(digest)
        let error = try await #require(throws: BlobDamaged.self) {
            try await store.blobs.open(try Samples.clearance(digest, size: 500))
        }
        #expect(error.description.contains("/damaged/\(digest.hex)"))
        #expect(!FileManager.default.fileExists(atPath: store.path(digest)))
        #expect(try Files.read(store.folder.data + "/damaged/" + digest.hex).count == 500)
    }

    @Test("a cut or grown file counts as damaged", arguments: [0, 499, 501])
    func otherSize(size: Int) async throws {
        let store = try Store()
        let digest = try await store.put(Samples.bytes(500))
        try Files.write(Samples.bytes(size), to: store.path(digest))
        await #expect(throws: BlobDamaged.self) {
            try await store.blobs.open(try Samples.clearance(digest, size: 500))
        }
    }

    @Test("a link or a folder in a blob's place is not followed", arguments: ["link", "folder"])
    func inItsPlace(kind: String) async throws {
        let store = try Store()
        let digest = try await store.put(Samples.bytes(500))
        let path = store.path(digest)
        try FileManager.default.moveItem(atPath: path, toPath: store.folder.path("elsewhere"))
        if kind == "link" {
            try FileManager.default.createSymbolicLink(
                atPath: path,
                withDestinationPath: store.folder.path("elsewhere")
            )
        } else {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        }
        await #expect(throws: BlobDamaged.self) {
            try await store.blobs.open(try Samples.clearance(digest, size: 500))
        }
        #expect(try await store.put(Samples.bytes(500)) == digest)
    }

    @Test("a verified blob opens without waiting, until its file is touched")
    func openIfVerified() async throws {
        let store = try Store()
        let digest = try await store.put(Samples.bytes(500))
        let clearance = try Samples.clearance(digest, size: 500)
        #expect(store.blobs.openIfVerified(clearance) == nil)
        let first = try await store.blobs.open(clearance)
        #expect(store.blobs.openIfVerified(clearance) === first)
        let tooShort = try Samples.clearance(digest, size: 499)
        #expect(store.blobs.openIfVerified(tooShort) == nil)
        try Harm.inFolder(store.folder.data).damage(digest)
        #expect(store.blobs.openIfVerified(clearance) == nil)
    }

    @Test("a blob that was opened before survives being replaced by the same bytes")
    func replaced() async throws {
        let store = try Store()
        let digest = try await store.put(Samples.bytes(500))
        let clearance = try Samples.clearance(digest, size: 500)
        let first = try await store.blobs.open(clearance)
        #expect(try await store.put(Samples.bytes(500)) == digest)
        #expect(try await first.read(0..<500) == Samples.bytes(500))
        #expect(try await store.blobs.open(clearance).read(0..<500) == Samples.bytes(500))
    }

    @Test("only so many blobs stay open", arguments: [1, 3])
    func openMax(limit: Int) async throws {
        let store = try Store(BlobLimits(cores: 1, openMax: limit))
        var clearances: [Clearance] = []
        for seed in UInt8(0)..<5 {
            clearances.append(try Samples.clearance(try await store.put(Samples.bytes(50, seed: seed)), size: 50))
        }
        for clearance in clearances { _ = try await store.blobs.open(clearance) }
        #expect(clearances.filter { store.blobs.openIfVerified($0) != nil }.count == limit)
        for clearance in clearances { #expect(try await store.blobs.open(clearance).size == 50) }
    }

    @Test("a file that was touched while it was staged is not inspected")
    func touchedStaged() async throws {
        let store = try Store()
        let staged = try await store.blobs.stage()
        try await staged.write(Samples.bytes(500))
        _ = try await staged.finish()
        let path = try #require(Files.below(store.folder.data + "/staging").first)
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        try file.truncate(atOffset: 100)
        let error = try await #require(throws: StoreError.self) { try await staged.inspect { $0.count } }
        #expect(error.code == .damaged)
    }
}

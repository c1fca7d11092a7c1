import SallyportGate
import SallyportModel
import SallyportStore
import Testing

@Suite(.enabled(if: Mount.isPossible, "needs root, to mount a small disk")) struct FullDiskTests {
    @Test("a full disk refuses records, keeps what it confirmed, and goes on when there is room")
    func records() async throws {
        let mount = try Mount(sizeMebibytes: 2)
        let path = mount.path + "/data"
        let catalogue = try SQLiteCatalogue(folder: DataFolder(path: path))
        let artifact = try Samples.artifact()
        let subject = PackageURL(package: artifact.release.package, version: nil)
        var confirmed: [Download] = []
        var refusal: StoreError?
        for number in 0..<400 where refusal == nil {
            let batch = (0..<100).map { Samples.download(artifact, number: number * 100 + $0) }
            do {
                try await catalogue.record(batch)
                confirmed += batch
            } catch let error as StoreError {
                refusal = error
            }
        }
        #expect(refusal?.code == .diskFull)
        #expect(refusal?.description.contains("No space is left") == true)
        #expect(!confirmed.isEmpty)
        #expect(try await catalogue.downloads(of: subject, limit: 100_000) == confirmed.reversed())
        try mount.remount("size=32m")
        let late = Samples.download(artifact, number: 1_000_000)
        try await catalogue.record([late])
        #expect(try await catalogue.downloads(of: subject, limit: 100_000) == (confirmed + [late]).reversed())
        await catalogue.close()
    }

    @Test("a full disk leaves nothing of a blob")
    func blobs() async throws {
        let mount = try Mount(sizeMebibytes: 2)
        let path = mount.path + "/data"
        let blobs = FolderBlobs(folder: try DataFolder(path: path), limits: BlobLimits(cores: 2))
        let error = try await #require(throws: StoreError.self) {
            let staged = try await blobs.stage()
            for _ in 0..<64 { try await staged.write(Samples.bytes(100_000)) }
            _ = try await staged.finish()
        }
        #expect(error.code == .diskFull)
        #expect(Files.below(path + "/blobs").isEmpty)
        #expect(Files.below(path + "/staging").isEmpty)
        let staged = try await blobs.stage()
        try await staged.write(Samples.bytes(100_000))
        let digest = try #require(try await staged.finish().digest(.sha256))
        try await staged.commit()
        #expect(try await blobs.open(try Samples.clearance(digest, size: 100_000)).size == 100_000)
    }
}

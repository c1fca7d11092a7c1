import Foundation
public import SallyportGate
import SallyportModel
import Synchronization
import SystemPackage

/// Blobs in a folder: one file each, named by its SHA-256 (docs/formats/data-folder.md).
///
/// Nothing here blocks a thread of the cooperative pool: reading, writing and syncing run on threads for the disk,
/// inspection on as many threads as may compute.
public final class FolderBlobs: Blobs {
    let layout: FolderLayout
    let limits: BlobLimits
    let disk: WorkThreads
    let inspection: WorkThreads
    private let folder: DataFolder
    private let verified: VerifiedBlobs
    private let stagedCount = Atomic<UInt64>(0)

    /// Makes the store of a folder's blobs; without limits, for the processors of this machine.
    public init(folder: DataFolder, limits: BlobLimits? = nil) {
        let limits = limits ?? BlobLimits(cores: ProcessInfo.processInfo.activeProcessorCount)
        self.folder = folder
        self.limits = limits
        layout = folder.layout
        disk = WorkThreads(named: "disk", count: limits.diskThreads)
        inspection = WorkThreads(named: "inspection", count: limits.inspectionThreads)
        verified = VerifiedBlobs(limits: limits)
    }

    /// A file in `staging`; it is made with its first bytes.
    public func stage() async throws -> any StagedBlob {
        let number = stagedCount.add(1, ordering: .relaxed).newValue
        return StagedFile(path: layout.staging.appending("\(number)"), folder: self)
    }

    /// Reads the whole blob the first time and whenever its file was touched, and compares its digest.
    public func open(_ clearance: Clearance) async throws -> any OpenBlob {
        if let file = openIfVerified(clearance) { return file }
        return try await disk.run { [self] in
            let digest = clearance.digest
            let file = try openFile(digest)
            do {
                let identity = try identity(of: file, digest)
                if !verified.isVerified(digest, as: identity) { try verify(file, is: digest) }
                guard identity.size == clearance.size else {
                    throw BlobDamaged(digest: digest, description: "has \(identity.size) bytes, not \(clearance.size)")
                }
                let opened = OpenedBlob(file, identity: identity, threads: disk)
                verified.enter(opened, for: digest)
                return opened
            } catch {
                try? file.close()
                throw error
            }
        }
    }

    /// The blob when it was verified before, is still open and untouched; without waiting for anything.
    ///
    /// `nil` says nothing about the blob: ask ``open(_:)``.
    public func openIfVerified(_ clearance: Clearance) -> (any OpenBlob)? {
        guard let file = verified.openBlob(clearance.digest), file.size == clearance.size else { return nil }
        return file
    }

    /// Reads the blob and compares its digest before `body` sees it.
    public func inspect<Value: Sendable>(
        _ pass: QuarantinePass,
        _ body: @escaping @Sendable (Span<UInt8>) -> Value
    ) async throws -> Value {
        try await inspection.run { [self] in
            let digest = pass.digest
            let file = try openFile(digest)
            defer { try? file.close() }
            let identity = try identity(of: file, digest)
            // The bytes that are hashed and the bytes that are inspected are the same mapping.
            let found: Value? = try MappedFile.withBytes(of: file, count: identity.size) { bytes in
                CryptoHashing().sha256(bytes) == digest ? body(bytes) : nil
            }
            guard let found else { throw putAside(digest, "its bytes have another digest") }
            return found
        }
    }
}

extension FolderBlobs {
    private func openFile(_ digest: Digest) throws -> FileDescriptor {
        do {
            return try Disk.open(layout.blob(digest), .readOnly)
        } catch .noSuchFileOrDirectory {
            verified.forget(digest)
            throw BlobDamaged(digest: digest, description: "is missing")
        } catch .tooManySymbolicLinkLevels {
            throw putAside(digest, "a link stands in its place")
        } catch {
            throw StoreError(error, doing: "read", at: layout.blob(digest))
        }
    }

    private func identity(of file: FileDescriptor, _ digest: Digest) throws -> FileIdentity {
        let status = try Disk.status(file)
        guard status.type == .regular else { throw putAside(digest, "no file stands in its place") }
        return FileIdentity(status)
    }

    /// Reads the whole file and compares its digest. A disk that can't read it back counts as damage: fetching
    /// again is the way out of both.
    private func verify(_ file: FileDescriptor, is digest: Digest) throws {
        var hash = ContentHash()
        var buffer = [UInt8](repeating: 0, count: limits.writeBytes)
        var offset = 0
        while true {
            let count: Int
            do {
                count = try Disk.read(file, at: offset, into: &buffer)
            } catch {
                throw putAside(digest, "the disk can't read it: \(error)")
            }
            hash.update(buffer, count: count)
            offset += count
            if count < buffer.count { break }
        }
        guard hash.finalize() == digest else { throw putAside(digest, "its bytes have another digest") }
    }

    /// Moves what stands under a blob's name out of the way, where someone can look at it, and answers the error.
    private func putAside(_ digest: Digest, _ finding: String) -> BlobDamaged {
        verified.forget(digest)
        do {
            try Disk.rename(layout.blob(digest), to: layout.damagedBlob(digest))
            return BlobDamaged(digest: digest, description: "\(finding); moved to `\(layout.damagedBlob(digest))`")
        } catch {
            return BlobDamaged(digest: digest, description: "\(finding); it could not be moved away: \(error)")
        }
    }
}

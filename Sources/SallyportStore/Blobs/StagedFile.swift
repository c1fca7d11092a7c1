import SallyportGate
import SallyportModel
import Synchronization
import SystemPackage

/// Bytes on their way in: a file in `staging` without a meaning until ``commit()``.
///
/// The file is made with the first bytes that are written out, so that a small artifact costs one job for writing
/// and one for committing. Writes come one after another, as the port says.
final class StagedFile: StagedBlob {
    private enum Phase {
        case open
        case finished(StagedContent)
        case ended
    }

    private struct State {
        var phase = Phase.open
        var file: FileDescriptor?
        var buffer: [UInt8] = []
        var digests = ContentDigests()
        var size = 0
    }

    private let state = Mutex(State())
    private let path: FilePath
    private let folder: FolderBlobs

    init(path: FilePath, folder: FolderBlobs) {
        self.path = path
        self.folder = folder
    }

    deinit { state.withLock { end(&$0) } }

    func write(_ bytes: [UInt8]) async throws {
        let full: [UInt8]? = try state.withLock { state in
            guard case .open = state.phase else { throw Self.misuse("written to") }
            state.size += bytes.count
            if state.buffer.isEmpty, bytes.count >= folder.limits.writeBytes { return bytes }
            state.buffer.append(contentsOf: bytes)
            guard state.buffer.count >= folder.limits.writeBytes else { return nil }
            defer { state.buffer = [] }
            return state.buffer
        }
        guard let full else { return }
        try await folder.disk.run { [self] in try writeOut(full) }
    }

    func finish() async throws -> StagedContent {
        try await folder.disk.run { [self] in
            let rest = try state.withLock { state in
                guard case .open = state.phase else { throw Self.misuse("finished") }
                defer { state.buffer = [] }
                return state.buffer
            }
            try writeOut(rest)
            return state.withLock { state in
                let content = StagedContent(size: state.size, digests: state.digests.finalize())
                state.phase = .finished(content)
                return content
            }
        }
    }

    func inspect<Value: Sendable>(_ body: @escaping @Sendable (Span<UInt8>) -> Value) async throws -> Value {
        try await folder.inspection.run { [self] in
            let (file, content) = try finished(for: "inspected")
            return try MappedFile.withBytes(of: file, count: content.size, body)
        }
    }

    func commit() async throws {
        try await folder.disk.run { [self] in
            let (file, content) = try finished(for: "committed")
            guard let digest = content.digest(.sha256) else { throw Self.misuse("committed without a digest") }
            try makeDurable(file, as: digest)
            state.withLock { state in
                state.phase = .ended
                state.file = nil
            }
            try? file.close()
        }
    }

    func discard() async {
        await folder.disk.run { [self] in state.withLock { end(&$0) } }
    }

    /// Makes the bytes durable under their name, in the only order that a crash can't turn against us.
    ///
    /// 1. The bytes are synced while the file has only its staging name. A crash before or during this leaves a
    ///    staged file, which the next start removes.
    /// 2. The file is renamed. The name changes in one step, so that under the final name there is nothing, an
    ///    earlier copy of the same bytes, or these bytes, whole.
    /// 3. The folder is synced. Only now does the name survive a loss of power, and only now do we return.
    ///
    /// Not promised: that the disk keeps what it said it wrote. Therefore every blob is read and its digest compared
    /// before it is served for the first time in the life of a process.
    private func makeDurable(_ file: FileDescriptor, as digest: Digest) throws {
        do throws(Errno) {
            try Disk.syncData(file)
            try Disk.rename(path, to: folder.layout.blob(digest))
            try Disk.syncFolder(folder.layout.shard(of: digest))
        } catch {
            throw StoreError(error, doing: "write", at: folder.layout.blob(digest))
        }
    }

    private func writeOut(_ bytes: [UInt8]) throws {
        try state.withLock { state in
            do throws(Errno) {
                if state.file == nil {
                    state.file = try Disk.open(path, .readWrite, options: [.create, .exclusiveCreate])
                }
                if let file = state.file { try Disk.write(bytes, to: file) }
                state.digests.update(bytes)
            } catch {
                end(&state)
                throw StoreError(error, doing: "write", at: path)
            }
        }
    }

    private func finished(for use: String) throws -> (FileDescriptor, StagedContent) {
        try state.withLock { state in
            guard case .finished(let content) = state.phase, let file = state.file else { throw Self.misuse(use) }
            return (file, content)
        }
    }

    /// Takes the bytes away. A name that can't be removed now is removed by the next start.
    private func end(_ state: inout State) {
        state.phase = .ended
        guard let file = state.file else { return }
        state.file = nil
        try? file.close()
        try? Disk.remove(path)
    }

    private static func misuse(_ use: String) -> StoreError {
        StoreError(.invalid, "A staged blob was \(use) out of order.")
    }
}

import SallyportGate
import SystemPackage

/// A blob that was verified, open for reading.
final class OpenedBlob: OpenBlob {
    let identity: FileIdentity
    private let file: FileDescriptor
    private let threads: WorkThreads

    init(_ file: FileDescriptor, identity: FileIdentity, threads: WorkThreads) {
        self.file = file
        self.identity = identity
        self.threads = threads
    }

    deinit { try? file.close() }

    var size: Int { identity.size }

    var descriptor: Int32 { file.rawValue }

    func read(_ range: Range<Int>) async throws -> [UInt8] {
        guard range.lowerBound >= 0, range.upperBound <= size else {
            throw StoreError(.invalid, "Bytes \(range) do not lie in a blob of \(size) bytes.")
        }
        return try await threads.run { [self] in
            var bytes = [UInt8](repeating: 0, count: range.count)
            let count = try Disk.read(file, at: range.lowerBound, into: &bytes)
            guard count == range.count else {
                throw StoreError(.damaged, "A blob of \(size) bytes was cut short while it was read.")
            }
            return bytes
        }
    }

    /// Whether the file is what it was when it was opened, and still has a name. Never waits for the disk: the
    /// kernel keeps what it is asked for as long as the file is open.
    var isUntouched: Bool {
        guard let status = try? Disk.status(file) else { return false }
        return status.linkCount > 0 && FileIdentity(status) == identity
    }
}

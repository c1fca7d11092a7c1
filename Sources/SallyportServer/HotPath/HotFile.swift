import NIOCore
import SallyportGate

/// An open blob as the event loop sends it.
///
/// The handle borrows the blob's descriptor and must never close it: the blob does, when its last reference goes.
final class HotFile: Sendable {
    let size: Int
    private let blob: any OpenBlob

    init(_ blob: any OpenBlob) {
        self.blob = blob
        size = blob.size
    }

    /// A region of the file with a descriptor of its own, closed by ``HotFileRegion/close()``.
    func region(_ range: Range<Int>) throws -> FileRegion {
        let handle = try borrowed().duplicate()
        return FileRegion(fileHandle: handle, readerIndex: range.lowerBound, endIndex: range.upperBound)
    }

    private func borrowed() throws -> BorrowedHandle {
        BorrowedHandle(descriptor: blob.descriptor)
    }
}

/// A descriptor that somebody else owns.
private struct BorrowedHandle {
    let descriptor: Int32

    func duplicate() throws -> NIOFileHandle {
        let handle = NIOFileHandle(_deprecatedTakingOwnershipOfDescriptor: descriptor)
        defer { _ = try? handle.takeDescriptorOwnership() }
        return try handle.duplicate()
    }
}

import Glibc
import SystemPackage

/// A file's bytes in memory without a copy, for as long as one function runs.
enum MappedFile {
    /// Hands `count` bytes of a file to `body`.
    ///
    /// Throws when the file is not exactly `count` bytes long: a mapping that reaches beyond the end of its file
    /// kills the process when it is touched there. The check is made just before; between it and the end of `body`
    /// the file must not be cut short. Files here are private to this process: staged ones have no other writer,
    /// and stored ones are never written to again. Whoever shortens one from outside ends the server; nothing
    /// wrong is served by it.
    static func withBytes<Value>(
        of file: FileDescriptor,
        count: Int,
        _ body: (Span<UInt8>) throws -> Value
    ) throws -> Value {
        let size = try Int(Disk.status(file).size)
        guard size == count else {
            throw StoreError(.damaged, "A file of \(count) bytes is \(size) bytes long; something else wrote to it.")
        }
        guard count > 0 else { return try body([UInt8]().span) }
        // SAFETY: the kernel chooses the address; the mapping is private, read-only, exactly `count` bytes long, and
        // is taken away after the last use of the span, which can't leave `body`.
        guard let start = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file.rawValue, 0),
            unsafe start != MAP_FAILED
        else { throw Errno(rawValue: errno) }
        defer { unsafe munmap(start, count) }
        let bytes = unsafe UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: count)
        return try unsafe body(bytes.span)
    }
}

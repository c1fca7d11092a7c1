import Glibc
import SystemPackage

/// The system calls that swift-system does not offer, each with its errors as `Errno`.
enum Disk {
    /// Makes a folder for its owner alone; answers whether it is new.
    @discardableResult
    static func makeFolder(_ path: FilePath) throws(Errno) -> Bool {
        // SAFETY: the string outlives the call, which only reads it.
        if unsafe mkdir(path.string, 0o700) == 0 { return true }
        let failure = Errno(rawValue: errno)
        if failure == .fileExists { return false }
        throw failure
    }

    /// Renames in one step: whoever opens `to` gets the old file or the new one, whole.
    static func rename(_ from: FilePath, to: FilePath) throws(Errno) {
        // SAFETY: both strings outlive the call, which only reads them.
        guard unsafe Glibc.rename(from.string, to.string) == 0 else { throw Errno(rawValue: errno) }
    }

    /// Takes a file's name away; a file that is not there is no error.
    static func remove(_ path: FilePath) throws(Errno) {
        // SAFETY: the string outlives the call, which only reads it.
        guard unsafe unlink(path.string) != 0 else { return }
        let failure = Errno(rawValue: errno)
        if failure != .noSuchFileOrDirectory { throw failure }
    }

    /// Returns when the file's bytes, and what is needed to read them back, are on the disk.
    static func syncData(_ file: FileDescriptor) throws(Errno) {
        guard fdatasync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
    }

    /// Returns when the names in a folder are on the disk.
    ///
    /// A synced file can still be lost with its name: the name is a part of the folder, and only the folder's own
    /// sync makes it durable.
    static func syncFolder(_ path: FilePath) throws(Errno) {
        let folder = try open(path, .readOnly, options: [.directory, .closeOnExec])
        defer { try? folder.close() }
        guard fsync(folder.rawValue) == 0 else { throw Errno(rawValue: errno) }
    }

    /// Takes a lock on a whole file without waiting, exclusive or shared; answers whether it was free.
    ///
    /// The kernel frees it when the last descriptor of this opening is closed, however the process ends.
    static func lock(_ file: FileDescriptor, exclusive: Bool) throws(Errno) -> Bool {
        if flock(file.rawValue, (exclusive ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0 { return true }
        let failure = Errno(rawValue: errno)
        if failure == .wouldBlock { return false }
        throw failure
    }

    /// Opens a file; never follows a link in its last component.
    static func open(
        _ path: FilePath,
        _ mode: FileDescriptor.AccessMode,
        options: FileDescriptor.OpenOptions = []
    ) throws(Errno) -> FileDescriptor {
        try call { () throws in
            try FileDescriptor.open(
                path,
                mode,
                options: options.union([.closeOnExec, .noFollow]),
                permissions: options.contains(.create) ? .ownerReadWrite : nil
            )
        }
    }

    /// Writes all bytes at the descriptor's position.
    static func write(_ bytes: [UInt8], to file: FileDescriptor) throws(Errno) {
        _ = try call { () throws in try file.writeAll(bytes) }
    }

    /// Fills `buffer` from an offset; answers how many bytes there were, less than its size only at the end.
    static func read(_ file: FileDescriptor, at offset: Int, into buffer: inout [UInt8]) throws(Errno) -> Int {
        var count = 0
        while count < buffer.count {
            let done = count
            // SAFETY: the pointer lives for the closure, and the call writes within the buffer's bounds.
            let read = unsafe buffer.withUnsafeMutableBytes { bytes in
                let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[done...])
                return unsafe pread(file.rawValue, rest.baseAddress, rest.count, offset + done)
            }
            guard read >= 0 else {
                let failure = Errno(rawValue: errno)
                if failure == .interrupted { continue }
                throw failure
            }
            if read == 0 { break }
            count += read
        }
        return count
    }

    /// What the kernel knows of an open file.
    static func status(_ file: FileDescriptor) throws(Errno) -> Stat {
        try call { () throws in try file.stat() }
    }

    /// What the kernel knows of a path, links not followed; `nil` when nothing is there.
    static func status(_ path: FilePath) throws(Errno) -> Stat? {
        do {
            return try call { () throws in try path.stat(followTargetSymlink: false) }
        } catch {
            if error == .noSuchFileOrDirectory { return nil }
            throw error
        }
    }

    /// swift-system's calls throw nothing but `Errno`, and do not say so in their types.
    private static func call<Value>(_ body: () throws -> Value) throws(Errno) -> Value {
        do {
            return try body()
        } catch let error as Errno {
            throw error
        } catch {
            throw .ioError
        }
    }
}

import Foundation
import Glibc
public import SystemPackage

/// The folder that holds all data of one server, and the right to be the only one that uses it.
///
/// The lock is the kernel's (`flock`) and ends with the process, however that ends, so a crash leaves nothing to
/// clean up by hand. It is held as long as this object lives. It does not reach over a network file system whose
/// server ignores locks: keep the folder on a local disk.
public final class DataFolder: Sendable {
    /// The folder.
    public let path: FilePath

    let layout: FolderLayout
    private let lock: FileDescriptor
    /// As it was when the folder was opened.
    private let format: FolderFormat

    /// Opens the folder, made first when it does not exist, and locks it.
    ///
    /// Refuses a folder whose parent does not exist, that is not writable, that holds something else, that a newer
    /// Sallyport wrote, and that another server holds: the sentence names that one's process and address. What an
    /// interrupted run left half written is taken away.
    public init(path: String) throws(DataFolderError) {
        let root = FilePath(path)
        let layout = FolderLayout(root: root)
        self.path = root
        self.layout = layout
        do {
            (lock, format) = try Self.prepare(layout)
        } catch {
            throw DataFolderError(any: error, folder: root)
        }
    }

    deinit { try? lock.close() }

    /// Writes the address that the server listens on into the `lock` file, for those who ask who holds the folder.
    public func note(address: String) throws(DataFolderError) {
        do {
            try FolderHolder(pid: getpid(), address: address).write(to: lock)
        } catch {
            throw DataFolderError(any: error, folder: path)
        }
    }

    /// Who holds a data folder now; `nil` when nobody does.
    public static func holder(ofFolderAt path: String) -> FolderHolder? {
        let layout = FolderLayout(root: FilePath(path))
        guard let file = try? Disk.open(layout.lock, .readOnly) else { return nil }
        defer { try? file.close() }
        // A shared lock is free only when nobody holds the exclusive one; closing the file gives it back at once.
        guard let isFree = try? Disk.lock(file, exclusive: false), !isFree else { return nil }
        return FolderHolder.read(from: file) ?? FolderHolder(pid: 0, address: nil)
    }

    /// Whether records were made here in an earlier run, so that their absence is a loss.
    var hasRecords: Bool { format.hasRecords }

    /// Notes durably that records were made here.
    func noteRecords() throws(Errno) {
        guard !format.hasRecords else { return }
        try FolderFormat(version: format.version, hasRecords: true).write(in: path)
    }
}

extension DataFolder {
    private static func prepare(_ layout: FolderLayout) throws -> (lock: FileDescriptor, format: FolderFormat) {
        try makeRoot(layout.root)
        try checkContent(layout.root)
        let lock = try Disk.open(layout.lock, .readWrite, options: [.create])
        do {
            try take(lock, of: layout.root)
            let format = try readOrWriteFormat(in: layout.root)
            try layout.makeFolders()
            try clearStaging(layout)
            return (lock, format)
        } catch {
            try? lock.close()
            throw error
        }
    }

    private static func makeRoot(_ root: FilePath) throws {
        let parent = root.removingLastComponent().orHere
        guard try Disk.status(parent.appending(".")) != nil else {
            throw DataFolderError(
                .missingParent,
                "The data folder `\(root)` can't be made: `\(parent)` does not exist; make it first, or name another "
                    + "folder with `--data`."
            )
        }
        if try Disk.makeFolder(root) { return try Disk.syncFolder(parent) }
        // The folder itself may be named by a link: that is the operator's choice.
        guard try root.stat().type == .directory else {
            throw DataFolderError(.notAFolder, "`\(root)` is no folder; move it away, or name another with `--data`.")
        }
    }

    private static func checkContent(_ root: FilePath) throws {
        guard let text = try FolderFormat.read(in: root) else {
            let names = try FileManager.default.contentsOfDirectory(atPath: root.string)
            guard let foreign = names.sorted().first(where: { !FolderLayout.mayPrecedeSallyport($0) }) else { return }
            throw DataFolderError(
                .foreign,
                "The folder `\(root)` holds something else (`\(foreign)`); name an empty or a new folder with `--data`."
            )
        }
        guard let format = FolderFormat(text: text) else {
            throw DataFolderError(
                .unknownFormat,
                "`\(root.appending(FolderFormat.name))` is damaged; its first line should be "
                    + "`sallyport-data \(FolderFormat.current)`. Restore the folder from a backup."
            )
        }
        guard format.version <= FolderFormat.current else {
            throw DataFolderError(
                .unknownFormat,
                "The data folder `\(root)` has format \(format.version), and this Sallyport reads up to "
                    + "\(FolderFormat.current); start the newer Sallyport that wrote it."
            )
        }
    }

    private static func take(_ lock: FileDescriptor, of root: FilePath) throws {
        // Someone who asks who holds the folder takes a shared lock for an instant: a server that starts just then
        // tries again, a few times, before it believes that there is another server.
        var isOurs = try Disk.lock(lock, exclusive: true)
        for _ in 0..<5 where !isOurs {
            usleep(10_000)
            isOurs = try Disk.lock(lock, exclusive: true)
        }
        guard isOurs else {
            let holder = FolderHolder.read(from: lock)?.sentencePart ?? "another process"
            throw DataFolderError(
                .inUse,
                "The data folder `\(root)` is in use by \(holder); stop that server, or name another folder with `--data`."
            )
        }
        try FolderHolder(pid: getpid(), address: nil).write(to: lock)
    }

    private static func readOrWriteFormat(in root: FilePath) throws -> FolderFormat {
        if let text = try FolderFormat.read(in: root), let format = FolderFormat(text: text) { return format }
        let format = FolderFormat(version: FolderFormat.current, hasRecords: false)
        try format.write(in: root)
        return format
    }

    private static func clearStaging(_ layout: FolderLayout) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: layout.staging.string) {
            try Disk.remove(layout.staging.appending(name))
        }
    }
}

extension FilePath {
    /// The path, or `.` when it is empty.
    fileprivate var orHere: FilePath { isEmpty ? "." : self }
}

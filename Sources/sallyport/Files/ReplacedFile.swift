import FoundationEssentials
import Glibc
import SystemPackage

/// Replaces a file as a whole: it is the old text or the new one, whatever happens in between.
enum ReplacedFile {
    /// Writes the text beside the file and renames it into place when it is durable, with the permissions that the file
    /// had where none are given.
    ///
    /// A link is followed, so that it stays one. The folder is made when it is missing.
    static func write(_ text: String, to path: String, permissions given: FilePermissions? = nil) throws {
        let target = URL(filePath: path).resolvingSymlinksInPath().path
        let file = FilePath(target)
        let folder = file.removingLastComponent()
        if !folder.isEmpty {
            try FileManager.default.createDirectory(atPath: folder.string, withIntermediateDirectories: true)
        }
        let permissions = given ?? (try? file.stat().permissions) ?? [.ownerReadWrite, .groupRead, .otherRead]
        let name = ".\(file.lastComponent?.string ?? "settings").\(WallClock.runIdentifier())"
        let fresh = folder.appending(name)
        do {
            let descriptor = try FileDescriptor.open(
                fresh,
                .writeOnly,
                options: [.create, .exclusiveCreate],
                permissions: permissions
            )
            try descriptor.closeAfter {
                _ = try descriptor.writeAll(Array(text.utf8))
                guard fsync(descriptor.rawValue) == 0 else { throw Errno(rawValue: errno) }
            }
            try FileManager.default.setAttributes([.posixPermissions: permissions.rawValue], ofItemAtPath: fresh.string)
            try rename(fresh, to: file)
            try sync(folder)
        } catch {
            try? FileManager.default.removeItem(atPath: fresh.string)
            throw error
        }
    }

    /// Makes the folder's names durable.
    private static func sync(_ folder: FilePath) throws {
        let descriptor = try FileDescriptor.open(folder.isEmpty ? "." : folder, .readOnly, options: [.directory])
        try descriptor.closeAfter {
            guard fsync(descriptor.rawValue) == 0 else { throw Errno(rawValue: errno) }
        }
    }

    private static func rename(_ old: FilePath, to new: FilePath) throws(Errno) {
        // SAFETY: both names are passed as C strings that live as long as the call.
        guard unsafe Glibc.rename(old.string, new.string) == 0 else { throw Errno(rawValue: errno) }
    }
}

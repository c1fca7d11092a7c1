import Foundation
import Glibc

/// A small file system in memory, for disks that are full or read-only. Only root can make one.
final class Mount: Sendable {
    static var isPossible: Bool { getuid() == 0 }

    let path: String
    private let folder: TemporaryFolder

    init(sizeMebibytes: Int) throws {
        folder = try TemporaryFolder()
        path = folder.path("disk")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        try Self.run("/bin/mount", "-t", "tmpfs", "-o", "size=\(sizeMebibytes)m", "tmpfs", path)
    }

    deinit { try? Self.run("/bin/umount", "-l", path) }

    func remount(_ options: String) throws {
        try Self.run("/bin/mount", "-o", "remount,\(options)", path)
    }

    private struct Failed: Error {
        let arguments: [String]
    }

    private static func run(_ command: String, _ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command)
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(arguments: arguments) }
    }
}

import Foundation
import SallyportTesting

/// A disk of a few mebibytes in memory. Only root can make one, and not in every container.
struct SmallDisk: Sendable {
    let workplace: Workplace
    let folder: URL

    /// The condition of a test that needs one.
    static let isPossible = getuid() == 0 && isAllowed()

    static let absence = "needs root, to mount a small disk"

    /// Mounts a disk, hands it over, and takes it away.
    static func with<Value>(_ workplace: Workplace, mebibytes: Int, _ body: (SmallDisk) async throws -> Value)
        async throws -> Value
    {
        let disk = SmallDisk(workplace: workplace, folder: try workplace.makeFolder("disk"))
        try await disk.run("mount", "-t", "tmpfs", "-o", "size=\(mebibytes)m", "tmpfs", disk.folder.path)
        let result: Result<Value, any Error>
        do { result = .success(try await body(disk)) } catch { result = .failure(error) }
        try await disk.run("umount", "-l", disk.folder.path)
        return try result.get()
    }

    /// Writes until there is no room at all.
    func fill() async throws {
        _ = try await Tool.run(
            ["sh", "-c", "cat /dev/zero >ballast-1; cat /dev/zero >ballast-2; true"],
            in: folder,
            environment: Workplace.environment(home: workplace.folder)
        )
    }

    /// Gives the room back.
    func empty() throws {
        for name in ["ballast-1", "ballast-2"] {
            try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
        }
    }

    /// Lets nothing be written, or all again.
    func remount(_ option: String) async throws {
        try await run("mount", "-o", "remount,\(option)", folder.path)
    }

    private func run(_ words: String...) async throws {
        let environment = Workplace.environment(home: workplace.folder, ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"])
        let outcome = try await Tool.run(words, in: workplace.folder, environment: environment)
        guard outcome.status == 0 else { throw Daemon.NotReady(description: outcome.output) }
    }

    /// Whether this root may mount; a container's often may not.
    private static func isAllowed() -> Bool {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("CapEff:") } ?? ""
        let capabilities = UInt64(line.drop { $0 != "\t" }.dropFirst(), radix: 16) ?? 0
        let mountCapability: UInt64 = 1 << 21
        return capabilities & mountCapability != 0
    }
}

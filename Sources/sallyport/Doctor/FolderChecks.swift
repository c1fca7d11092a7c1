import FoundationEssentials
import Glibc
import SallyportModel
import SallyportStore
import SystemPackage

/// Looks at the data folder, its disk, and the clock.
struct FolderChecks {
    /// Below this much free space a warning is given, in bytes.
    static let freeBytesLow = 2_000_000_000
    /// Below this much free space packages can no longer be taken in, in bytes.
    static let freeBytesMin = 200_000_000
    /// How far a file may be ahead of the clock, in seconds.
    static let clockSlackSeconds: Int64 = 600

    let folder: String
    let now: Instant

    func findings() -> [Finding] {
        guard let status = try? FilePath(folder).stat() else { return [missing(), clock()] }
        guard status.type == .directory else {
            return [.fail("data folder", "`\(folder)` is no folder.", "Name another with `--data DIR`."), clock()]
        }
        return [self.status(), token(), disk(), clock()].compactMap { $0 }
    }

    private func missing() -> Finding {
        let parent = FilePath(folder).removingLastComponent()
        let path = parent.isEmpty ? "." : parent.string
        guard FileManager.default.isWritableFile(atPath: path) else {
            return .fail(
                "data folder",
                "`\(folder)` does not exist, and `\(path)` can't be written.",
                "Make it, or name another with `--data DIR`."
            )
        }
        return .ok("data folder", "`\(folder)` does not exist yet; the first start makes it.")
    }

    private func status() -> Finding {
        guard FileManager.default.isWritableFile(atPath: folder) else {
            return .fail(
                "data folder",
                "`\(folder)` can't be written by this user.",
                "Change its owner or permissions."
            )
        }
        guard let holder = DataFolder.holder(ofFolderAt: folder) else {
            return .ok("data folder", "`\(folder)` can be written, and no server holds it.")
        }
        let address = holder.address.map { " at \($0)" } ?? ", which does not listen yet"
        return .ok("data folder", "`\(folder)` is held by process \(holder.pid)\(address).")
    }

    private func token() -> Finding? {
        let path = FilePath(folder).appending(AccessToken.filename)
        guard let status = try? path.stat() else { return nil }
        guard status.permissions.isDisjoint(with: [.groupReadWriteExecute, .otherReadWriteExecute]) else {
            return .fail(
                "token",
                "Others than its owner can read or change `\(path)`.",
                "Run `chmod 600 \(path)`; if others use this machine, delete it and start the server again for a new one."
            )
        }
        return .ok("token", "`\(path)` is its owner's alone.")
    }

    private func disk() -> Finding? {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        // A number object as well as a plain number is read by this cast.
        guard let free = attributes?[.systemFreeSize] as? UInt64 else { return nil }
        let bytes = Int(clamping: free)
        let sentence = "\(Words.size(bytes)) are free."
        if bytes < Self.freeBytesMin { return .fail("disk", sentence, "Make room: nothing can be taken in any more.") }
        if bytes < Self.freeBytesLow { return .warn("disk", sentence, "Make room before it is full.") }
        return .ok("disk", sentence)
    }

    /// A cooldown is as right as the clock: a file from the future says that the clock was set back.
    private func clock() -> Finding {
        var newest: Instant?
        for name in ["catalogue.sqlite", "catalogue.sqlite-wal", "lock"] {
            let attributes = try? FileManager.default.attributesOfItem(
                atPath: FilePath(folder).appending(name).string
            )
            guard let date = attributes?[.modificationDate] as? Date else { continue }
            let instant = Instant(milliseconds: Int64(date.timeIntervalSince1970 * 1_000))
            newest = max(newest ?? instant, instant)
        }
        if let newest, newest > now.adding(seconds: Self.clockSlackSeconds) {
            return .fail(
                "clock",
                "It shows \(now), and the data folder was written at \(newest).",
                "Set the clock right: cooldowns are counted by it."
            )
        }
        return .ok("clock", "It shows \(now).")
    }
}

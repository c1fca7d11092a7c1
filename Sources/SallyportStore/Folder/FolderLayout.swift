import SallyportModel
import SystemPackage

/// Where everything lies in a data folder (docs/formats/data-folder.md).
struct FolderLayout: Hashable, Sendable {
    let root: FilePath

    var lock: FilePath { root.appending("lock") }
    var records: FilePath { root.appending("catalogue.sqlite") }
    var indexes: FilePath { root.appending("indexes.sqlite") }
    var findings: FilePath { root.appending("findings.sqlite") }
    var blobs: FilePath { root.appending("blobs") }
    var sha256: FilePath { blobs.appending("sha256") }
    var staging: FilePath { root.appending("staging") }
    var damaged: FilePath { root.appending("damaged") }

    /// The folder of the blobs whose digests begin with the same byte.
    func shard(of digest: Digest) -> FilePath { sha256.appending(String(digest.hex.prefix(2))) }

    /// A blob's final name.
    func blob(_ digest: Digest) -> FilePath { shard(of: digest).appending(digest.hex) }

    /// Where damaged bytes are put aside, for whoever wants to know what happened to them.
    func damagedBlob(_ digest: Digest) -> FilePath { damaged.appending(digest.hex) }

    /// Names that may stand in a folder that Sallyport has not yet taken: what a volume or an interrupted first
    /// start leaves.
    static func mayPrecedeSallyport(_ name: String) -> Bool {
        name.hasPrefix(".") || name == "lost+found" || name == "lock" || name == FolderFormat.name + ".new"
    }

    /// Makes the folders that are missing.
    ///
    /// All 256 shards are made at once, so that committing a blob syncs one folder and never two.
    func makeFolders() throws(Errno) {
        for folder in [blobs, sha256, staging, damaged] { try Disk.makeFolder(folder) }
        var isAnyNew = false
        for byte in UInt8.min...UInt8.max {
            let hex = String(byte, radix: 16)
            let isNew = try Disk.makeFolder(sha256.appending(hex.count == 1 ? "0" + hex : hex))
            isAnyNew = isAnyNew || isNew
        }
        if isAnyNew {
            for folder in [sha256, blobs, root] { try Disk.syncFolder(folder) }
        }
    }
}

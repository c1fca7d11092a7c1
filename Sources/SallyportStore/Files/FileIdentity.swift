import Glibc
import SystemPackage

/// What tells one state of a file from another without reading it.
///
/// Whoever writes to the file changes its modification and its change time; whoever puts another file in its place
/// changes the inode. Only someone with the rights to set the clock or to write to the raw disk can do neither.
struct FileIdentity: Hashable, Sendable {
    private let device: UInt64
    private let inode: UInt64
    private let modifiedSeconds: Int
    private let modifiedNanoseconds: Int
    private let changedSeconds: Int
    private let changedNanoseconds: Int
    /// Bytes.
    let size: Int

    init(_ status: Stat) {
        device = UInt64(status.deviceID.rawValue)
        inode = UInt64(status.inode.rawValue)
        size = Int(status.size)
        modifiedSeconds = status.st_mtim.tv_sec
        modifiedNanoseconds = status.st_mtim.tv_nsec
        changedSeconds = status.st_ctim.tv_sec
        changedNanoseconds = status.st_ctim.tv_nsec
    }
}

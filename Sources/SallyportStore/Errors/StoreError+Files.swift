import SystemPackage

extension StoreError {
    /// The error of a system call on a file or a folder.
    init(_ errno: Errno, doing what: String, at path: FilePath) {
        switch errno {
        case .noSpace, .diskQuotaExceeded:
            self.init(.diskFull, "No space is left to \(what) `\(path)`; make room on that file system.")
        case .readOnlyFileSystem:
            self.init(.readOnly, "Can't \(what) `\(path)`: its file system is read-only; mount it writable.")
        case .permissionDenied, .notPermitted:
            self.init(.readOnly, "Can't \(what) `\(path)`: not permitted; give its owner the right to write.")
        default:
            self.init(.inputOutput, "Can't \(what) `\(path)`: \(errno).")
        }
    }
}

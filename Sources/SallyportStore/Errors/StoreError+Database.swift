import GRDB

extension StoreError {
    /// The error of a database, in the operator's words; a ``StoreError`` stays what it is.
    init(database error: any Error, path: String) {
        if let error = error as? StoreError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else {
            self.init(.inputOutput, "`\(path)` can't be used: \(error).")
            return
        }
        let particulars = error.message ?? "\(error.extendedResultCode)"
        switch error.resultCode {
        case .SQLITE_FULL:
            self.init(.diskFull, "No space is left for `\(path)`; make room on that file system.")
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH:
            self.init(.readOnly, "`\(path)` can't be written (\(particulars)); give its owner the right to write.")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            self.init(
                .damaged,
                "`\(path)` is damaged (\(particulars)); restore it from a backup. Nothing was written to it."
            )
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(.busy, "`\(path)` is held by another process; end that process, then start again.")
        case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG:
            self.init(.invalid, "`\(path)` refused a record: \(particulars).")
        default:
            self.init(.inputOutput, "`\(path)` can't be used: \(particulars) (\(error.extendedResultCode)).")
        }
    }
}

extension DatabaseError {
    /// Whether the failure is one of the database as a whole and not of the statement that met it.
    var concernsWholeDatabase: Bool {
        switch resultCode {
        case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG, .SQLITE_ERROR, .SQLITE_RANGE: false
        default: true
        }
    }

    /// Whether a sync failed. The kernel may have dropped the pages that it could not write and report success the
    /// next time, so that nothing can be promised before the file has been read again.
    var isFailedSync: Bool {
        extendedResultCode == .SQLITE_IOERR_FSYNC || extendedResultCode == .SQLITE_IOERR_DIR_FSYNC
    }
}

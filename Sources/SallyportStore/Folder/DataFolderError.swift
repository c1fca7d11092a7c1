import SystemPackage

/// Why a data folder can't be used. Nothing in it was changed.
public struct DataFolderError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of failure.
    public enum Code: String, Hashable, Sendable {
        /// The folder that it should lie in does not exist.
        case missingParent = "missing-parent"
        /// Something that is no folder has its name.
        case notAFolder = "not-a-folder"
        /// It holds something else than Sallyport's data.
        case foreign
        /// The user may not write there.
        case notPermitted = "not-permitted"
        /// The file system is read-only.
        case readOnly = "read-only"
        /// No space is left.
        case diskFull = "disk-full"
        /// Another server holds it.
        case inUse = "in-use"
        /// A newer Sallyport wrote it, or its format file is damaged.
        case unknownFormat = "unknown-format"
        /// The disk failed.
        case inputOutput = "input-output"
    }

    /// The kind.
    public let code: Code
    /// A sentence for the operator: what is wrong, and what to do.
    public let description: String

    /// Makes an error.
    public init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }

    /// The error in the operator's words; a ``DataFolderError`` stays what it is.
    init(any error: any Error, folder: FilePath) {
        if let error = error as? DataFolderError {
            self = error
        } else if let errno = error as? Errno {
            self.init(errno, folder: folder)
        } else {
            self.init(.inputOutput, "The data folder `\(folder)` can't be used: \(error).")
        }
    }

    init(_ errno: Errno, folder: FilePath) {
        switch errno {
        case .readOnlyFileSystem:
            self.init(
                .readOnly,
                "The data folder `\(folder)` is on a read-only file system; name a writable folder with `--data`."
            )
        case .permissionDenied, .notPermitted:
            self.init(
                .notPermitted,
                "The data folder `\(folder)` can't be written by this user; change its owner, or name another with `--data`."
            )
        case .noSpace, .diskQuotaExceeded:
            self.init(.diskFull, "No space is left for the data folder `\(folder)`; make room on that file system.")
        case .notDirectory:
            self.init(
                .notAFolder,
                "`\(folder)` is no folder, or lies in something that is none; name another with `--data`."
            )
        default:
            self.init(.inputOutput, "The data folder `\(folder)` can't be used: \(errno).")
        }
    }
}

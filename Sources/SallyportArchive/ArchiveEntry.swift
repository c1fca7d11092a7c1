/// One entry of an archive whose name and kind have been checked.
public struct ArchiveEntry: Sendable, Equatable {
    /// What an entry is once unpacked. Devices, FIFOs and sparse files are refused, so they have no case.
    public enum Kind: Sendable, Equatable {
        /// A regular file.
        case file
        /// A directory.
        case directory
        /// A symbolic link whose target is relative and stays in the tree.
        case symbolicLink(target: String)
        /// A second name of a file that came earlier in the archive; the target is that file's path.
        case hardLink(target: String)
    }

    /// Relative, separated by `/`, valid UTF-8, without `.`, `..`, empty components, control characters, trailing `/`.
    public let path: String

    /// What it is.
    public let kind: Kind

    /// Whether any of the three execute permissions is set. Always false for a zip entry without Unix permissions.
    public let isExecutable: Bool

    /// Bytes of content; 0 for anything but a file.
    public let size: Int

    /// An entry as the readers make it; the path is not checked again.
    public init(path: String, kind: Kind, isExecutable: Bool, size: Int) {
        self.path = path
        self.kind = kind
        self.isExecutable = isExecutable
        self.size = size
    }
}

/// Why something could not be stored or read back. What was asked for has not happened, not even in part.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of failure.
    public enum Code: String, Hashable, Sendable {
        /// No space is left.
        case diskFull = "disk-full"
        /// The folder or the file system can't be written to.
        case readOnly = "read-only"
        /// The disk failed.
        case inputOutput = "input-output"
        /// What is stored is not what was written: refused, and left as it is.
        case damaged
        /// More writers wait than are allowed to.
        case busy
        /// A newer Sallyport wrote it.
        case tooNew = "too-new"
        /// The store was closed.
        case closed
        /// The caller asked for something that can't be.
        case invalid
    }

    /// The kind.
    public let code: Code
    /// A sentence for the operator: what happened and what to do.
    public let description: String

    /// Makes an error.
    public init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}

/// Why a TOML text was refused, and where.
public struct TOMLError: Error, Sendable, Equatable {
    /// The stable name of each refusal.
    public enum Code: String, Sendable, CaseIterable {
        /// Longer than `TOMLLimits.bytesMax`.
        case tooLarge = "toml-too-large"
        /// Deeper than `TOMLLimits.depthMax`.
        case tooDeep = "toml-too-deep"
        /// More values than `TOMLLimits.valuesMax`.
        case tooManyValues = "toml-too-many-values"
        /// The text ends inside a value.
        case unexpectedEnd = "toml-unexpected-end"
        /// A byte that can't stand here.
        case unexpectedByte = "toml-unexpected-byte"
        /// A key that is none.
        case badKey = "toml-bad-key"
        /// A backslash that starts no escape.
        case badEscape = "toml-bad-escape"
        /// A value that is none.
        case badValue = "toml-bad-value"
        /// The bytes are not UTF-8, or a control character stands in a string or comment.
        case badText = "toml-bad-text"
        /// A key or a table that is already defined, or can't be extended.
        case redefinition = "toml-redefinition"
    }

    /// What was refused.
    public let code: Code
    /// The byte offset at which.
    public let offset: Int

    /// An error of one code at one byte offset.
    public init(_ code: Code, at offset: Int) {
        self.code = code
        self.offset = offset
    }

    /// One sentence for a person.
    public var message: String { "The TOML text is refused at byte \(offset) (\(code.rawValue))." }
}

/// How much TOML is read.
public struct TOMLLimits: Sendable, Equatable {
    /// The longest text, in bytes.
    public var bytesMax: Int
    /// How deep tables and arrays may nest, dotted keys counted.
    public var depthMax: Int
    /// How many tables, arrays and values there may be.
    public var valuesMax: Int

    /// Limits: 4 MiB, 64 deep, 200,000 values.
    public init(bytesMax: Int = 4 << 20, depthMax: Int = 64, valuesMax: Int = 200_000) {
        self.bytesMax = bytesMax
        self.depthMax = depthMax
        self.valuesMax = valuesMax
    }
}

/// What is wrong with a configuration: where, and what to write instead. Nothing was started.
struct ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of mistake; the raw value is the stable code.
    enum Code: String, Sendable, Hashable {
        /// The file can't be read, or is too long.
        case unreadable = "configuration-unreadable"
        /// It is no YAML.
        case syntax = "configuration-syntax"
        /// A key stands twice: for an upstream, two origins for the same names.
        case duplicateKey = "configuration-duplicate-key"
        /// A key that means nothing here.
        case unknownKey = "configuration-unknown-key"
        /// A key that must be there is not.
        case missingKey = "configuration-missing-key"
        /// A list where a word belongs, and the like.
        case wrongType = "configuration-wrong-type"
        /// A value that the key does not take.
        case badValue = "configuration-bad-value"
        /// A name that would belong to two origins.
        case ambiguousOwner = "configuration-ambiguous-owner"
        /// A folder or file that is not there.
        case unreachable = "configuration-unreachable"
    }

    /// The kind of mistake.
    let code: Code
    /// The file, as it was named; absent when the command line alone is wrong.
    let file: String?
    /// The line, from 1; 0 for the whole file.
    let line: Int
    /// The column, from 1.
    let column: Int
    /// What is wrong and what to write instead.
    let message: String

    init(_ code: Code, file: String?, line: Int = 0, column: Int = 0, _ message: String) {
        self.code = code
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    /// `sallyport.yaml:7:3: message`.
    var description: String {
        guard let file else { return message }
        return line > 0 ? "\(file):\(line):\(column): \(message)" : "\(file): \(message)"
    }
}

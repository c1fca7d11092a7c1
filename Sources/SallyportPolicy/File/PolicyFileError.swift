/// What is wrong with a policy file: where, and what to write instead.
public struct PolicyFileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of mistake; the raw value is the stable code.
    public enum Code: String, Sendable, Hashable, Codable {
        /// The file is longer than the limit.
        case tooLarge = "policy-too-large"
        /// It is no YAML.
        case syntax = "policy-syntax"
        /// YAML that a policy does not use: anchors, aliases, tags.
        case unsupportedYAML = "policy-unsupported-yaml"
        /// A key stands twice.
        case duplicateKey = "policy-duplicate-key"
        /// A key that means nothing here.
        case unknownKey = "policy-unknown-key"
        /// A key that must be there is not.
        case missingKey = "policy-missing-key"
        /// A list where a word belongs, and the like.
        case wrongType = "policy-wrong-type"
        /// A value that the key does not take.
        case badValue = "policy-bad-value"
    }

    /// The kind of mistake.
    public let code: Code
    /// The file, as the caller named it.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// The column, from 1, in Unicode scalars.
    public let column: Int
    /// What is wrong and what to write instead: plain ASCII, one line.
    public let message: String

    init(_ code: Code, file: String, line: Int, column: Int, _ message: String) {
        self.code = code
        self.file = file
        self.line = line
        self.column = column
        self.message = SentenceTemplate.plain(message, bytesMax: 600)
    }

    /// `policy.yaml:7:3: message`.
    public var description: String { "\(file):\(line):\(column): \(message)" }
}

/// Why a JSON text was refused, and where.
public struct JSONError: Error, Sendable, Equatable {
    /// The stable name of each refusal.
    public enum Code: String, Sendable, CaseIterable {
        /// The text is longer than `JSONLimits.bytesMax`.
        case tooLarge = "json-too-large"
        /// Arrays and objects stand in each other deeper than `JSONLimits.depthMax`.
        case tooDeep = "json-too-deep"
        /// The open objects together have more members than `JSONLimits.membersMax`.
        case tooManyMembers = "json-too-many-members"
        /// The text ends inside a value.
        case unexpectedEnd = "json-unexpected-end"
        /// A byte that can't stand here.
        case unexpectedByte = "json-unexpected-byte"
        /// Something other than white space follows the value.
        case trailingData = "json-trailing-data"
        /// A number that is not one by RFC 8259, section 6.
        case badNumber = "json-bad-number"
        /// A backslash that starts no escape.
        case badEscape = "json-bad-escape"
        /// A control character stands unescaped in a string.
        case controlCharacter = "json-control-character"
        /// The bytes are not UTF-8.
        case badUTF8 = "json-bad-utf8"
        /// A name holds half of a surrogate pair, so that two readers may see two names.
        case loneSurrogate = "json-lone-surrogate"
        /// One object has two members of the same name: readers disagree on which counts.
        case duplicateKey = "json-duplicate-key"
        /// A byte order mark stands before the value.
        case byteOrderMark = "json-byte-order-mark"
        /// The value is not of the kind that was asked for.
        case wrongKind = "json-wrong-kind"
    }

    /// What was refused.
    public let code: Code
    /// The offset of the offending byte, from the start of the text.
    public let offset: Int

    /// An error of one code at one byte offset.
    public init(_ code: Code, at offset: Int) {
        self.code = code
        self.offset = offset
    }

    /// One sentence for a person.
    public var message: String {
        "The JSON text is refused at byte \(offset): \(code.sentence)."
    }
}

extension JSONError.Code {
    fileprivate var sentence: String {
        switch self {
        case .tooLarge: "it is larger than the limit"
        case .tooDeep: "it nests deeper than the limit"
        case .tooManyMembers: "it has more members than the limit"
        case .unexpectedEnd: "it ends inside a value"
        case .unexpectedByte: "this byte can't stand here"
        case .trailingData: "something follows the value"
        case .badNumber: "this is not a JSON number"
        case .badEscape: "this is not a JSON escape"
        case .controlCharacter: "a control character must be escaped"
        case .badUTF8: "these bytes are not UTF-8"
        case .loneSurrogate: "a name holds half of a surrogate pair"
        case .duplicateKey: "this object already has a member of this name"
        case .byteOrderMark: "a byte order mark is not allowed"
        case .wrongKind: "the value is of another kind than expected"
        }
    }
}

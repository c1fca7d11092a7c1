/// Header lines as package metadata uses them (`METADATA`, `PKG-INFO`, `WHEEL`; RFC 5322 without its comments, as the core
/// metadata specification asks).
///
/// A line that is neither a field nor a continuation of one is passed over, as in keywords that were broken into lines:
/// installers take such files, some up to that line and some to the end, so everything that any of them reads is here.
public struct RFC822Headers: Sendable, Equatable {
    /// One header field.
    public struct Field: Sendable, Equatable {
        /// The name as written.
        public let name: String
        /// The value; continuation lines are joined by line feeds, their indentation kept out.
        public let value: String
        /// The byte offset of the name.
        public let offset: Int
    }

    /// Why headers were refused.
    public struct Failure: Error, Sendable, Equatable {
        /// The stable name of each refusal.
        public enum Code: String, Sendable {
            /// Longer than `bytesMax`.
            case tooLarge = "headers-too-large"
            /// More fields than `fieldsMax`.
            case tooManyFields = "headers-too-many-fields"
            /// The bytes are not UTF-8.
            case badUTF8 = "headers-bad-utf8"
        }

        /// What was refused.
        public let code: Code
        /// The byte offset of the line.
        public let offset: Int

        /// A failure of one code at one byte offset.
        public init(code: Code, offset: Int) {
            self.code = code
            self.offset = offset
        }

        /// One sentence for a person.
        public var message: String { "The header at byte \(offset) is refused (\(code.rawValue))." }
    }

    /// The longest text read, in bytes; the body counts.
    public static let bytesMax = 8 << 20
    /// How many fields are read.
    public static let fieldsMax = 20_000

    /// All fields in their order.
    public private(set) var fields: [Field] = []
    /// The offset of the body, behind the empty line; the text's length when there is none.
    public private(set) var bodyOffset: Int

    /// Reads the headers of a text.
    public init(_ bytes: Span<UInt8>) throws(Failure) {
        guard bytes.count <= Self.bytesMax else { throw Failure(code: .tooLarge, offset: Self.bytesMax) }
        if let invalid = UTF8Reading.firstInvalid(in: bytes) { throw Failure(code: .badUTF8, offset: invalid) }
        var offset = 0
        var name: (text: String, offset: Int)?
        var value = ""
        bodyOffset = bytes.count
        while offset < bytes.count {
            let line = ConfigurationLines.line(bytes, from: offset)
            if line.content.isEmpty {
                bodyOffset = line.next
                break
            }
            let first = bytes[offset]
            if first == 0x20 || first == 0x09 {
                if name != nil { value += "\n" + ConfigurationLines.trimmed(bytes, line.content) }
            } else {
                try finish(name, value)
                name = nil
                if let colon = ConfigurationLines.index(of: UInt8(ascii: ":"), bytes, line.content),
                    colon > offset, Self.isName(bytes, offset..<colon)
                {
                    name = (UTF8Reading.text(bytes, offset..<colon), offset)
                    value = ConfigurationLines.trimmed(bytes, (colon + 1)..<line.content.upperBound)
                }
            }
            offset = line.next
        }
        try finish(name, value)
    }

    /// The value of the first field of this name, whatever its case.
    public func first(_ name: String) -> String? {
        let wanted = name.lowercased()
        return fields.first { $0.name.lowercased() == wanted }?.value
    }

    /// The values of all fields of this name, whatever its case, in their order.
    public func all(_ name: String) -> [String] {
        let wanted = name.lowercased()
        return fields.filter { $0.name.lowercased() == wanted }.map(\.value)
    }

    private mutating func finish(_ name: (text: String, offset: Int)?, _ value: String) throws(Failure) {
        guard let name else { return }
        guard fields.count < Self.fieldsMax else { throw Failure(code: .tooManyFields, offset: name.offset) }
        fields.append(Field(name: name.text, value: value, offset: name.offset))
    }

    private static func isName(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for index in range where bytes[index] <= 0x20 || bytes[index] >= 0x7F { return false }
        return true
    }
}

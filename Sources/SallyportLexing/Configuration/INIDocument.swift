/// Sections of keys and values as Python's `configparser` reads them: `setup.cfg`, `entry_points.txt`, `.pypirc`.
///
/// Read are `[section]` lines, `key = value` and `key: value`, values that go on in deeper lines, and lines that begin
/// with `#` or `;` as comments. Nothing is interpolated. Sections and keys may repeat here; each occurrence is kept.
public struct INIDocument: Sendable, Equatable {
    /// One key with its value.
    public struct Entry: Sendable, Equatable {
        /// The section's name as written; empty before the first section.
        public let section: String
        /// The key as written.
        public let key: String
        /// The value: its lines without their indentation, joined by line feeds.
        public let value: String
        /// The byte offset of the key.
        public let offset: Int
    }

    /// Why a text was refused.
    public struct Failure: Error, Sendable, Equatable {
        /// The stable name of each refusal.
        public enum Code: String, Sendable {
            /// Longer than `bytesMax`.
            case tooLarge = "ini-too-large"
            /// More entries than `entriesMax`.
            case tooManyEntries = "ini-too-many-entries"
            /// A line that is no section, no entry and no continuation.
            case malformedLine = "ini-malformed-line"
            /// The bytes are not UTF-8.
            case badUTF8 = "ini-bad-utf8"
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
        public var message: String { "The line at byte \(offset) is refused (\(code.rawValue))." }
    }

    /// The longest text read, in bytes.
    public static let bytesMax = 4 << 20
    /// How many entries are read.
    public static let entriesMax = 50_000

    /// All entries in their order.
    public private(set) var entries: [Entry] = []
    /// The names of the sections in their order, as written.
    public private(set) var sections: [String] = []

    /// Reads a text; a UTF-8 byte order mark is skipped.
    public init(_ bytes: Span<UInt8>) throws(Failure) {
        guard bytes.count <= Self.bytesMax else { throw Failure(code: .tooLarge, offset: Self.bytesMax) }
        if let invalid = UTF8Reading.firstInvalid(in: bytes) { throw Failure(code: .badUTF8, offset: invalid) }
        var reader = INIReader()
        var offset = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
        while offset < bytes.count {
            let line = ConfigurationLines.line(bytes, from: offset)
            try reader.read(bytes, line.content)
            offset = line.next
        }
        reader.finish()
        entries = reader.entries
        sections = reader.sections
    }

    /// The value of a key in a section (the last one, as `configparser` takes it when it is not strict). Keys are compared
    /// in lower case, and `-` is `_` when `foldsDashes` is set, as setuptools reads `setup.cfg`.
    public func value(_ key: String, in section: String, foldsDashes: Bool = false) -> String? {
        let wanted = Self.folded(key, foldsDashes)
        return entries.last { $0.section == section && Self.folded($0.key, foldsDashes) == wanted }?.value
    }

    /// The entries of a section, in their order.
    public func entries(in section: String) -> [Entry] {
        entries.filter { $0.section == section }
    }

    private static func folded(_ key: String, _ foldsDashes: Bool) -> String {
        let lower = key.lowercased()
        return foldsDashes ? lower.replacing("-", with: "_") : lower
    }
}

private struct INIReader {
    private(set) var entries: [INIDocument.Entry] = []
    private(set) var sections: [String] = []
    private var open: (key: String, lines: [String], offset: Int, indentation: Int)?

    mutating func read(_ bytes: Span<UInt8>, _ line: Range<Int>) throws(INIDocument.Failure) {
        let content = ConfigurationLines.trimmedRange(bytes, line)
        if content.isEmpty {
            // An empty line inside a value is part of it, as `configparser` has it.
            open?.lines.append("")
            return
        }
        let first = bytes[content.lowerBound]
        if first == UInt8(ascii: "#") || first == UInt8(ascii: ";") { return }
        let indentation = content.lowerBound - line.lowerBound
        if let entry = open, indentation > entry.indentation {
            open?.lines.append(UTF8Reading.text(bytes, content))
            return
        }
        finish()
        if first == UInt8(ascii: "[") {
            // A comment may follow the bracket; the name ends at the last one, as `configparser` has it.
            guard let close = Self.lastClosing(bytes, content), close > content.lowerBound + 1 else {
                throw INIDocument.Failure(code: .malformedLine, offset: content.lowerBound)
            }
            return sections.append(UTF8Reading.text(bytes, (content.lowerBound + 1)..<close))
        }
        try entry(bytes, content, indentation: indentation)
    }

    private mutating func entry(
        _ bytes: Span<UInt8>,
        _ content: Range<Int>,
        indentation: Int
    ) throws(INIDocument.Failure) {
        guard entries.count < INIDocument.entriesMax else {
            throw INIDocument.Failure(code: .tooManyEntries, offset: content.lowerBound)
        }
        var split = content.lowerBound
        while split < content.upperBound, bytes[split] != UInt8(ascii: "="), bytes[split] != UInt8(ascii: ":") {
            split += 1
        }
        guard split > content.lowerBound, split < content.upperBound else {
            throw INIDocument.Failure(code: .malformedLine, offset: content.lowerBound)
        }
        let key = ConfigurationLines.trimmed(bytes, content.lowerBound..<split)
        let value = ConfigurationLines.trimmed(bytes, (split + 1)..<content.upperBound)
        open = (key, [value], content.lowerBound, indentation)
    }

    mutating func finish() {
        guard var entry = open else { return }
        while entry.lines.count > 1, entry.lines.last?.isEmpty == true { entry.lines.removeLast() }
        entries.append(
            INIDocument.Entry(
                section: sections.last ?? "",
                key: entry.key,
                value: entry.lines.joined(separator: "\n"),
                offset: entry.offset
            )
        )
        open = nil
    }

    private static func lastClosing(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        for index in range.reversed() where bytes[index] == UInt8(ascii: "]") { return index }
        return nil
    }
}

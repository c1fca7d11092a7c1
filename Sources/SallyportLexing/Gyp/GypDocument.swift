/// A `binding.gyp` or `.gypi` file: what node-gyp evaluates when it builds an addon.
///
/// The file is a Python expression. Only its literal form is read: dictionaries, lists, strings (also written one behind
/// another), numbers, `True`, `False`, `None` and comments. node-gyp evaluates more than that, so anything else is refused as
/// `notLiteral`, and the caller holds it.
public struct GypDocument: Sendable, Equatable {
    /// Why a file was refused.
    public struct Failure: Error, Sendable, Equatable {
        /// The stable name of each refusal.
        public enum Code: String, Sendable, CaseIterable {
            /// Longer than `bytesMax`, or more tokens than belong to that.
            case tooLarge = "gyp-too-large"
            /// Deeper than `depthMax`.
            case tooDeep = "gyp-too-deep"
            /// Something other than literals: an expression that Python would compute.
            case notLiteral = "gyp-not-literal"
            /// The text ends inside a value.
            case unexpectedEnd = "gyp-unexpected-end"
            /// Something follows the value.
            case trailingData = "gyp-trailing-data"
        }

        /// What was refused.
        public let code: Code
        /// The byte offset at which.
        public let offset: Int

        /// A failure of one code at one byte offset.
        public init(code: Code, offset: Int) {
            self.code = code
            self.offset = offset
        }

        /// One sentence for a person.
        public var message: String { "The gyp file is refused at byte \(offset) (\(code.rawValue))." }
    }

    /// The longest file, in bytes.
    public static let bytesMax = 4 << 20
    /// How deep dictionaries and lists may nest.
    public static let depthMax = 128

    /// The whole file.
    public let root: GypValue
    /// Every string in the order of the file, keys included.
    public let strings: [GypString]
    /// Every command that gyp runs while it reads the file.
    public let commandExpansions: [GypCommandExpansion]
    /// Every command that the build runs by `actions`, `rules` or `postbuilds`.
    public let actions: [GypAction]
    /// The conditions, which gyp evaluates as Python.
    public let conditions: [GypString]

    /// Reads a file.
    public init(_ bytes: Span<UInt8>) throws(Failure) {
        guard bytes.count <= Self.bytesMax else { throw Failure(code: .tooLarge, offset: Self.bytesMax) }
        var builder = GypBuilder(tokens: try Self.tokens(of: bytes))
        root = try builder.build(bytes)
        strings = builder.strings
        commandExpansions = GypCommandExpansion.all(in: builder.strings)
        let walk = GypWalk(root)
        actions = walk.actions
        conditions = walk.conditions
    }

    private static func tokens(of bytes: Span<UInt8>) throws(Failure) -> [Token] {
        var tokens: [Token] = []
        let summary: TokenizationSummary
        do throws(LexError) {
            summary = try PythonTokenizer.tokenize(bytes, limits: TokenLimits(bytesMax: bytesMax), into: &tokens)
        } catch {
            throw Failure(code: error.code == .tooDeep ? .tooDeep : .tooLarge, offset: error.offset)
        }
        if let offset = summary.firstMalformedOffset {
            throw Failure(code: offset >= bytes.count ? .unexpectedEnd : .notLiteral, offset: offset)
        }
        return tokens
    }
}

/// A value of a gyp file.
public indirect enum GypValue: Sendable, Equatable {
    /// A string.
    case string(GypString)
    /// A number, `True`, `False` or `None`, as written.
    case literal(String)
    /// A list.
    case list([GypValue])
    /// A dictionary: all its members in their order, also those of one key (Python takes the last).
    case dictionary([GypMember])

    /// The text when this is a string.
    public var string: String? {
        guard case .string(let string) = self else { return nil }
        return string.value
    }

    /// The elements when this is a list.
    public var list: [GypValue]? {
        guard case .list(let elements) = self else { return nil }
        return elements
    }

    /// The value of the last member of this key when this is a dictionary.
    public subscript(_ key: String) -> GypValue? {
        guard case .dictionary(let members) = self else { return nil }
        return members.last { $0.key.value == key }?.value
    }
}

/// A string of a gyp file, decoded.
public struct GypString: Sendable, Equatable {
    /// The text; strings that stand one behind another are joined.
    public let value: String
    /// The byte offset of the first quote or prefix.
    public let offset: Int
    /// Whether it is a dictionary's key.
    public let isKey: Bool
}

/// One member of a gyp dictionary.
public struct GypMember: Sendable, Equatable {
    /// The key.
    public let key: GypString
    /// The value.
    public let value: GypValue
}

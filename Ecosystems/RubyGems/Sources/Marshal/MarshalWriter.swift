/// Writes the part of Ruby's Marshal format 4.8 that RubyGems' indexes are made of, and nothing else.
///
/// A document is `04 08` and one value. A value begins with a letter for its kind:
///
/// | letter | value |
/// |---|---|
/// | `0` `T` `F` | nil, true, false |
/// | `i` | a whole number |
/// | `"` | bytes: their number, and they |
/// | `I` | a value and its instance variables: of text the one named `E`, true for UTF-8 |
/// | `:` `;` | a symbol the first time, and the number of one that was written before |
/// | `[` `{` | an array and a hash: the number of entries, and they |
/// | `o` | an object: the class as a symbol, the number of instance variables, names and values |
/// | `U` | an object that has a way of its own: the class as a symbol, and the value that it wrote |
/// | `u` | the same with bytes instead of a value |
///
/// Numbers are one byte for -123 to 122 and otherwise a byte with the number of bytes that follow, the lowest first. Links
/// to objects (`@`) are not needed: nothing is written twice for one.
struct MarshalWriter: ~Copyable {
    private(set) var bytes: [UInt8] = [4, 8]
    private var symbols: [String: Int] = [:]

    /// How the text that is written most goes on behind its bytes, once the symbol for it was written.
    private var textEnd: [UInt8] = []
    /// How a version begins, once the symbol for it was written.
    private var versionStart: [UInt8] = []

    init() {}

    /// A writer of values that stand behind the beginning of a document, before any symbol was written.
    static func part() -> MarshalWriter {
        var writer = MarshalWriter()
        writer.bytes = []
        return writer
    }

    mutating func null() { bytes.append(UInt8(ascii: "0")) }

    mutating func bool(_ value: Bool) { bytes.append(UInt8(ascii: value ? "T" : "F")) }

    mutating func integer(_ value: Int) {
        bytes.append(UInt8(ascii: "i"))
        length(value)
    }

    /// Text in UTF-8.
    mutating func string(_ text: String) { self.text(ArraySlice(text.utf8)) }

    /// Text in UTF-8, by its bytes.
    mutating func text(_ text: ArraySlice<UInt8>) {
        bytes.append(UInt8(ascii: "I"))
        bytes.append(UInt8(ascii: "\""))
        length(text.count)
        bytes += text
        guard textEnd.isEmpty else {
            bytes += textEnd
            return
        }
        length(1)
        symbol("E")
        bool(true)
        if let known = symbols["E"] {
            textEnd = Self.written {
                $0.length(1); $0.link(known); $0.bool(true)
            }
        }
    }

    private static func written(_ body: (inout MarshalWriter) -> Void) -> [UInt8] {
        var writer = part()
        body(&writer)
        return writer.bytes
    }

    /// A symbol that was written before.
    private mutating func link(_ number: Int) {
        bytes.append(UInt8(ascii: ";"))
        length(number)
    }

    mutating func symbol(_ name: String) {
        if let known = symbols[name] { return link(known) }
        symbols[name] = symbols.count
        bytes.append(UInt8(ascii: ":"))
        length(name.utf8.count)
        bytes += Array(name.utf8)
    }

    /// So many values follow.
    mutating func beginArray(_ count: Int) {
        bytes.append(UInt8(ascii: "["))
        length(count)
    }

    /// So many keys and values follow.
    mutating func beginHash(_ count: Int) {
        bytes.append(UInt8(ascii: "{"))
        length(count)
    }

    /// So many names of instance variables, as symbols, and values follow.
    mutating func beginObject(_ name: String, variables: Int) {
        bytes.append(UInt8(ascii: "o"))
        symbol(name)
        length(variables)
    }

    /// The value that an object of the class wrote of itself follows.
    mutating func beginOwn(_ name: String) {
        bytes.append(UInt8(ascii: "U"))
        symbol(name)
    }

    /// The bytes that an object of the class wrote of itself.
    mutating func ownBytes(_ name: String, _ content: [UInt8]) {
        bytes.append(UInt8(ascii: "u"))
        symbol(name)
        length(content.count)
        bytes += content
    }

    /// What stands before the text of a `Gem::Version`.
    fileprivate mutating func beginVersion() {
        guard versionStart.isEmpty else {
            bytes += versionStart
            return
        }
        beginOwn("Gem::Version")
        beginArray(1)
        if let known = symbols["Gem::Version"] {
            versionStart = Self.written {
                $0.bytes.append(UInt8(ascii: "U")); $0.link(known); $0.beginArray(1)
            }
        }
    }

    /// Sizes stay far below 2^30, as everything that is written here is bounded.
    private mutating func length(_ value: Int) {
        switch value {
        case 0: bytes.append(0)
        case 1...122: bytes.append(UInt8(value + 5))
        case (-123)...(-1): bytes.append(UInt8(truncatingIfNeeded: value - 5))
        default:
            precondition((0...0x3FFF_FFFF).contains(value), "Only sizes and small numbers are written.")
            var rest = value
            var digits: [UInt8] = []
            while rest > 0 {
                digits.append(UInt8(truncatingIfNeeded: rest))
                rest >>= 8
            }
            bytes.append(UInt8(digits.count))
            bytes += digits
        }
    }
}

extension MarshalWriter {
    /// A `Gem::Version`.
    mutating func version(_ text: String) { version(bytes: ArraySlice(text.utf8)) }

    /// A `Gem::Version`, by the bytes of its text.
    mutating func version(bytes text: ArraySlice<UInt8>) {
        beginVersion()
        self.text(text)
    }

    /// A `Gem::Requirement` of pairs such as `>=` and `1.0`.
    mutating func requirement(_ pairs: [(sign: String, version: String)]) {
        beginOwn("Gem::Requirement")
        beginArray(1)
        beginArray(pairs.count)
        for pair in pairs {
            beginArray(2)
            string(pair.sign)
            version(pair.version)
        }
    }
}

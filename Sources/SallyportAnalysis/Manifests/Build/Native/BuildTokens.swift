/// The words, texts and brackets of a build definition.
enum BuildTokens {
    /// The languages of definitions.
    enum Language {
        case meson, cmake, rust
    }

    /// What stands at one place.
    enum Kind: Equatable {
        case word(String)
        case text(String)
        case open, close, openList, closeList, comma, colon, end
        /// Any other sign: of an operator, of an assignment.
        case sign(UInt8)
    }

    struct Token {
        let kind: Kind
        let offset: Int
    }

    /// Tokens of one definition.
    static let tokensMax = 200_000

    static func read(_ bytes: [UInt8], _ language: Language) -> [Token] {
        var walk = BuildWalk(bytes, language)
        return walk.run()
    }
}

/// The walk over one definition.
private struct BuildWalk {
    private let bytes: [UInt8]
    private let language: BuildTokens.Language
    private var index = 0
    private var tokens: [BuildTokens.Token] = []
    /// Open brackets: the lines of a statement of meson go on inside them.
    private var depth = 0

    init(_ bytes: [UInt8], _ language: BuildTokens.Language) {
        self.bytes = bytes
        self.language = language
    }

    mutating func run() -> [BuildTokens.Token] {
        while index < bytes.count, tokens.count < BuildTokens.tokensMax { step() }
        return tokens
    }

    private func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    private mutating func add(_ kind: BuildTokens.Kind) {
        tokens.append(BuildTokens.Token(kind: kind, offset: index))
        index += 1
    }

    private mutating func step() {
        if skipsComment() { return }
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "("):
            depth += 1
            add(.open)
        case UInt8(ascii: ")"):
            depth -= 1
            add(.close)
        case UInt8(ascii: "[") where language == .cmake && bracketLength(index) != nil: bracketArgument()
        case UInt8(ascii: "[") where language != .cmake:
            depth += 1
            add(.openList)
        case UInt8(ascii: "]") where language != .cmake:
            depth -= 1
            add(.closeList)
        case UInt8(ascii: ";"): add(.end)
        case 0x0A where language == .meson && depth <= 0: add(.end)
        case UInt8(ascii: "\""): text(closing: [byte], hasEscapes: true)
        case UInt8(ascii: "'") where language == .meson:
            let isLong = self.byte(index + 1) == byte && self.byte(index + 2) == byte
            text(closing: [UInt8](repeating: byte, count: isLong ? 3 : 1), hasEscapes: !isLong)
        case UInt8(ascii: "'") where language == .rust: skipCharacter()
        case UInt8(ascii: "r") where language == .rust && isRaw(index): raw()
        case _ where isWord(byte): word()
        case UInt8(ascii: ","): add(.comma)
        case UInt8(ascii: ":"): add(.colon)
        case 0x21...0x7E where language != .cmake: add(.sign(byte))
        default: index += 1
        }
    }

    private mutating func word() {
        let start = index
        while index < bytes.count, isWord(bytes[index]) { index += 1 }
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        // `f'…'`, `b"…"`
        let isPrefix =
            byte(index) == UInt8(ascii: "'") && word == "f"
            || byte(index) == UInt8(ascii: "\"")
                && (word == "b" || word == "c")
        if isPrefix, language != .cmake { return }
        if language == .rust, word == "br" || word == "cr", byte(index) == UInt8(ascii: "\"") {
            return text(closing: [UInt8(ascii: "\"")], hasEscapes: false)
        }
        tokens.append(BuildTokens.Token(kind: .word(word), offset: start))
    }

    /// `'a'`, and no lifetime: what stands there opens no text.
    private mutating func skipCharacter() {
        if byte(index + 1) == UInt8(ascii: "\\") {
            index += 3
            let end = bytes[min(index, bytes.count)...].prefix(10).firstIndex(of: UInt8(ascii: "'"))
            index = end.map { $0 + 1 } ?? index
        } else {
            index += byte(index + 2) == UInt8(ascii: "'") ? 3 : 1
        }
    }

    /// `r"` or `r#"`
    private func isRaw(_ index: Int) -> Bool {
        let rest = bytes[(index + 1)...].prefix(64).drop { $0 == UInt8(ascii: "#") }
        return rest.first == UInt8(ascii: "\"")
    }

    private mutating func raw() {
        let signs = bytes[(index + 1)...].prefix(64).prefix { $0 == UInt8(ascii: "#") }.count
        let closing = [UInt8(ascii: "\"")] + [UInt8](repeating: UInt8(ascii: "#"), count: signs)
        text(closing: closing, hasEscapes: false, behind: 2 + signs)
    }

    private func isWord(_ byte: UInt8) -> Bool {
        if byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_") || byte >= 0x80 { return true }
        // An argument of CMake needs no quotes.
        return language == .cmake
            && (byte > 0x20 && byte != UInt8(ascii: ";") && byte != UInt8(ascii: "(") && byte != UInt8(ascii: ")")
                && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "#"))
    }

    /// Goes on behind a comment, if one begins here.
    private mutating func skipsComment() -> Bool {
        let isSlash = bytes[index] == UInt8(ascii: "/")
        switch language {
        case .meson, .cmake:
            guard bytes[index] == UInt8(ascii: "#") else { return false }
            if language == .cmake, bracketLength(index + 1) != nil {
                index += 1
                bracketArgument()
                tokens.removeLast()
                return true
            }
        case .rust where isSlash && byte(index + 1) == UInt8(ascii: "*"):
            skipBlock()
            return true
        case .rust:
            guard isSlash, byte(index + 1) == UInt8(ascii: "/") else { return false }
        }
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        return true
    }

    /// Comments of Rust lie in each other.
    private mutating func skipBlock() {
        var open = 0
        repeat {
            let pair = (byte(index), byte(index + 1))
            if pair == (UInt8(ascii: "/"), UInt8(ascii: "*")) {
                open += 1
                index += 1
            } else if pair == (UInt8(ascii: "*"), UInt8(ascii: "/")) {
                open -= 1
                index += 1
            }
            index += 1
        } while open > 0 && index < bytes.count
    }

    /// How many equals signs `[==[` holds; `nil` where no such bracket stands.
    private func bracketLength(_ start: Int) -> Int? {
        guard byte(start) == UInt8(ascii: "[") else { return nil }
        let signs = bytes[(start + 1)...].prefix { $0 == UInt8(ascii: "=") }.count
        return byte(start + 1 + signs) == UInt8(ascii: "[") ? signs : nil
    }

    /// `[[text]]` of CMake.
    private mutating func bracketArgument() {
        let signs = bracketLength(index) ?? 0
        let equals = [UInt8](repeating: UInt8(ascii: "="), count: signs)
        text(closing: [UInt8(ascii: "]")] + equals + [UInt8(ascii: "]")], hasEscapes: false, behind: 2 + signs)
    }

    /// Reads a text up to its closing mark, which begins `behind` this position.
    private mutating func text(closing: [UInt8], hasEscapes: Bool, behind: Int? = nil) {
        let offset = index
        index += behind ?? closing.count
        var content: [UInt8] = []
        while index < bytes.count {
            if bytes[index] == closing[0], bytes[index...].starts(with: closing) {
                index += closing.count
                break
            }
            if hasEscapes, bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
                index += 1
                escape(&content)
            } else {
                content.append(bytes[index])
                index += 1
            }
        }
        tokens.append(BuildTokens.Token(kind: .text(String(decoding: content, as: UTF8.self)), offset: offset))
    }

    /// `\n`, `\x41`, `\u{41}`, `\u0041`; any other character stands for itself.
    private mutating func escape(_ content: inout [UInt8]) {
        let letter = bytes[index]
        index += 1
        switch letter {
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "x"), UInt8(ascii: "u"):
            guard language != .cmake else { return content.append(letter) }
            let isBraced = byte(index) == UInt8(ascii: "{")
            let start = index + (isBraced ? 1 : 0)
            let digits = bytes[min(start, bytes.count)...].prefix(letter == UInt8(ascii: "x") ? 2 : isBraced ? 6 : 4)
                .prefix { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "f") || $0.isASCIIDigit }
            guard let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
                let scalar = UnicodeScalar(value)
            else { return content.append(letter) }
            content += String(Character(scalar)).utf8
            index = start + digits.count + (isBraced ? 1 : 0)
        default: content.append(letter)
        }
    }
}

extension UInt8 {
    fileprivate var isASCIIDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

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
        case open, close, colon, end
    }

    struct Token {
        let kind: Kind
        let offset: Int
        /// Whether a word stands for itself: in CMake, where a variable has a sign.
        var isPlain = false
    }

    /// Tokens of one definition.
    static let tokensMax = 200_000

    static func read(_ bytes: [UInt8], _ language: Language) -> [Token] {
        var tokens: [Token] = []
        var index = 0
        while index < bytes.count, tokens.count < tokensMax {
            let byte = bytes[index]
            let start = index
            if let end = comment(bytes, index, language) {
                index = end
                continue
            }
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["): tokens.append(Token(kind: .open, offset: start))
            case UInt8(ascii: ")"), UInt8(ascii: "]"): tokens.append(Token(kind: .close, offset: start))
            case UInt8(ascii: ":"): tokens.append(Token(kind: .colon, offset: start))
            case UInt8(ascii: ";"): tokens.append(Token(kind: .end, offset: start))
            case UInt8(ascii: "\""):
                index = text(bytes, from: index + 1, closing: [byte], &tokens, at: start, hasEscapes: true)
                continue
            case UInt8(ascii: "'") where language == .meson:
                let isLong = bytes[index...].starts(with: Array("'''".utf8))
                let closing = [UInt8](repeating: byte, count: isLong ? 3 : 1)
                index = text(
                    bytes,
                    from: index + closing.count,
                    closing: closing,
                    &tokens,
                    at: start,
                    hasEscapes: !isLong
                )
                continue
            case UInt8(ascii: "r") where language == .rust && isRaw(bytes, index):
                let signs = bytes[(index + 1)...].prefix { $0 == UInt8(ascii: "#") }.count
                let closing = [UInt8(ascii: "\"")] + [UInt8](repeating: UInt8(ascii: "#"), count: signs)
                index = text(bytes, from: index + 2 + signs, closing: closing, &tokens, at: start, hasEscapes: false)
                continue
            case let byte where isWord(byte, language):
                while index < bytes.count, isWord(bytes[index], language) { index += 1 }
                let word = String(decoding: bytes[start..<index], as: UTF8.self)
                tokens.append(
                    Token(kind: .word(word), offset: start, isPlain: language == .cmake && !word.contains("$"))
                )
                continue
            default: break
            }
            index += 1
        }
        return tokens
    }

    /// `r"` or `r#"`
    private static func isRaw(_ bytes: [UInt8], _ index: Int) -> Bool {
        if index > 0, isWord(bytes[index - 1], .rust) { return false }
        let rest = bytes[(index + 1)...].prefix(64).drop { $0 == UInt8(ascii: "#") }
        return rest.first == UInt8(ascii: "\"")
    }

    private static func isWord(_ byte: UInt8, _ language: Language) -> Bool {
        let letter = byte | 0x20
        if letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z") || byte == UInt8(ascii: "_") { return true }
        if byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte >= 0x80 { return true }
        // An argument of CMake needs no quotes.
        return language == .cmake
            && (byte > 0x20 && byte != UInt8(ascii: ";") && byte != UInt8(ascii: "(") && byte != UInt8(ascii: ")")
                && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "#") && byte != UInt8(ascii: "["))
    }

    /// The end of the comment that begins here; `nil` when none does.
    private static func comment(_ bytes: [UInt8], _ index: Int, _ language: Language) -> Int? {
        let isSlash = bytes[index] == UInt8(ascii: "/") && index + 1 < bytes.count
        switch language {
        case .meson, .cmake:
            guard bytes[index] == UInt8(ascii: "#") else { return nil }
            if language == .cmake, bytes[(index + 1)...].starts(with: Array("[[".utf8)) {
                return end(of: Array("]]".utf8), bytes, from: index + 3)
            }
        case .rust where isSlash && bytes[index + 1] == UInt8(ascii: "*"):
            return end(of: Array("*/".utf8), bytes, from: index + 2)
        case .rust:
            guard isSlash, bytes[index + 1] == UInt8(ascii: "/") else { return nil }
        }
        return bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
    }

    private static func end(of mark: [UInt8], _ bytes: [UInt8], from start: Int) -> Int {
        var index = start
        while index + mark.count <= bytes.count {
            if bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) {
                return index + mark.count
            }
            index += 1
        }
        return bytes.count
    }

    /// Reads a text up to its closing mark; gives the position behind it.
    private static func text(
        _ bytes: [UInt8],
        from start: Int,
        closing: [UInt8],
        _ tokens: inout [Token],
        at offset: Int,
        hasEscapes: Bool
    ) -> Int {
        var index = start
        var content: [UInt8] = []
        while index < bytes.count {
            if bytes[index] == closing[0], bytes[index...].starts(with: closing) {
                index += closing.count
                break
            }
            if hasEscapes, bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
                index += 1
                content.append(bytes[index] == UInt8(ascii: "n") ? 0x0A : bytes[index])
            } else {
                content.append(bytes[index])
            }
            index += 1
        }
        let text = String(decoding: content, as: UTF8.self)
        tokens.append(Token(kind: .text(text), offset: offset))
        return index
    }
}

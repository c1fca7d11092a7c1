import SallyportLexing
import SallyportModel

/// Text that is decrypted with what stands beside it: a lock that hides from readers only.
enum CipherRule {
    /// What decrypts, in the languages that are read.
    static let decryptingNames = ["createDecipheriv", "createDecipher", "Fernet", "AESGCM", "ChaCha20Poly1305"]
    static let decrypting = WordSet(all: decryptingNames)
    private static let description = [
        UInt32(truncatingIfNeeded: NameHash.of("npm_package_description".utf8)),
        UInt32(truncatingIfNeeded: NameHash.of("npm_package_name".utf8)),
    ]

    /// Bytes of a constant that may be what is decrypted.
    static let textMin = 64

    static func look(at stream: LexemeStream, _ source: Span<UInt8>, _ collector: inout FindingsCollector) {
        var cipher = -1
        var isOdd = false
        var hasText = false
        for index in 0..<stream.count {
            let lexeme = stream.lexemes[index]
            if lexeme.kind == .string, stream.byteCount(of: lexeme) >= textMin, !hasText {
                hasText = isCipherText(stream.bytes(of: lexeme, in: source).prefix(4096))
            }
            guard lexeme.kind == .name else { continue }
            if description.contains(lexeme.identity) { isOdd = true }
            guard cipher < 0, decrypting.contains(lexeme.identity), stream.kind(at: index + 1) == .openParenthesis,
                hasConstantKey(index + 1, stream)
            else { continue }
            cipher = index
        }
        let runs: Meaning = [.evaluate, .evaluationModule, .processModule, .spawn, .importModule, .networkModule]
        if cipher >= 0, hasText {
            let weight: Weight = stream.interest.isDisjoint(with: runs) ? .use : .sensitive
            let offset = Int(stream.lexemes[cipher].start)
            collector.add(.hidingCipher, "key and text are constants", at: offset, weight)
        } else if isOdd,
            let position = (0..<stream.count).first(where: {
                stream.lexemes[$0].kind == .name && decrypting.contains(stream.lexemes[$0].identity)
            })
        {
            let offset = Int(stream.lexemes[position].start)
            collector.add(.hidingCipher, "the key is a description", at: offset, .sensitive)
        }
    }

    /// Bytes of a constant that may be a key.
    private static let keyMin = 16

    /// What a cipher with a constant key gives later on was decoded.
    static func meaning(of word: UInt32, _ call: Call, _ stream: LexemeStream, _ source: Span<UInt8>) -> Meaning {
        guard decrypting.contains(word), let key = call.literal(0, stream, source), key.count >= keyMin else {
            return []
        }
        return .decoded
    }

    /// Whether a call's arguments hold a constant that may be a key.
    private static func hasConstantKey(_ open: Int, _ stream: LexemeStream) -> Bool {
        var depth = 0
        var position = 0
        for index in open..<min(stream.count, open + 64) {
            switch stream.kind(at: index) {
            case .openParenthesis: depth += 1
            case .closeParenthesis:
                depth -= 1
                if depth == 0 { return false }
            case .comma where depth == 1: position += 1
            case .string, .name:
                guard let constant = stream.constant(at: index), stream.byteCount(of: constant) >= 12 else { continue }
                if position >= 1 || stream.byteCount(of: constant) >= 16 { return true }
            default: continue
            }
        }
        return false
    }

    /// Hexadecimal or base64, of some variety.
    private static func isCipherText(_ text: ArraySlice<UInt8>) -> Bool {
        var seen: UInt64 = 0
        for byte in text {
            guard
                byte.isASCIIAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
                    || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            else { return false }
            seen |= 1 << UInt64(byte & 63)
        }
        return seen.nonzeroBitCount >= 10 && text.contains { (0x30...0x39).contains($0) }
    }
}

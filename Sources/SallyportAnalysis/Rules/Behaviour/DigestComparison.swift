/// What was fetched is digested, and the digest compared with a constant.
///
/// A digest that is computed and a constant that looks like one excuse nothing by themselves: both must meet in a
/// comparison, or in a call that compares.
enum DigestComparison {
    /// What meets.
    static let sides: Meaning = [.digest, .constantDigest]

    /// `hash.update(body)`, `hashlib.sha256(body)`: the result is a digest, and so is what `hash` gives later on.
    static func meaning(_ call: Call, _ reader: inout FlowReader, _ stream: LexemeStream) -> Meaning {
        if call.callee.union(call.arguments).contains(sides) { reader.comparesDigest = true }
        guard call.word.role.contains(.digests), call.arguments.contains(.fetched) else { return [] }
        if stream.kind(at: call.open - 2) == .dot, stream.kind(at: call.open - 3) == .name {
            reader.bindings.add(stream.lexemes[call.open - 3].identity, .digest)
        }
        return .digest
    }

    /// `==`, `===`, `!=`, `!==`
    static func isEquality(_ lexeme: Lexeme, _ source: Span<UInt8>) -> Bool {
        let count = Int(lexeme.end) - Int(lexeme.start)
        guard count == 2 || count == 3, Int(lexeme.end) <= source.count else { return false }
        let first = source[Int(lexeme.start)]
        return (first == UInt8(ascii: "=") || first == UInt8(ascii: "!"))
            && source[Int(lexeme.start) + 1] == UInt8(ascii: "=")
    }

    /// A digest of SHA-256 or SHA-512, in hexadecimal or as an integrity of the web.
    static func isDigest(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: "sha512-".utf8) || bytes.starts(with: "sha256-".utf8) { return bytes.count >= 50 }
        guard bytes.count == 64 || bytes.count == 128 else { return false }
        return bytes.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x66) }
    }
}

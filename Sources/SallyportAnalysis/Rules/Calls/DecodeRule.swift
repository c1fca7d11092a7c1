/// Text that is decoded: `atob`, `Buffer.from(x, "base64")`, `b64decode`, `decompress`, `marshal.loads`.
enum DecodeRule: CallRule {
    static let callees: Meaning = .decode

    static func apply(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Meaning {
        if call.word.spelling == "from" {
            let isEncoded = call.hasString(["base64", "hex", "base64url", "latin1", "binary"], stream, source)
            if isEncoded { reader.origins.note(.decoded, "decodes a text", at: call.offset) }
            return isEncoded ? .decoded : []
        }
        if call.word.spelling == "fromCharCode" || call.word.spelling == "fromCodePoint" {
            // One character at a time is what every text library does; a row of constants spells something.
            let numbers = call.inside.count { stream.kind(at: $0) == .number }
            let spreads = call.inside.contains { stream.kind(at: $0) == .spread }
            return numbers >= 4 || spreads ? .decoded : []
        }
        if call.word.role.contains(.decodesItself), reader.language == .ruby {
            guard call.hasString(["m", "m0", "M", "u", "H*", "h*", "B*"], stream, source) else { return [] }
        }
        if call.word.spelling == "decrypt", !isOwnText(call, stream, source) { return [] }
        reader.origins.note(.decoded, "decodes a text", at: call.offset)
        return .decoded
    }

    /// Bytes of a constant that may be an encrypted text.
    private static let encryptedMin = 16

    /// Whether what is decrypted, or the key, is the source's own: a constant, or what was decoded before. Who decrypts
    /// what somebody else gave it hides nothing.
    private static func isOwnText(_ call: Call, _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        if call.callee.union(call.arguments).contains(.decoded) { return true }
        return call.inside.prefix(16).contains { index in
            stream.constant(at: index).map { stream.byteCount(of: $0) >= encryptedMin } ?? false
        }
    }
}

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
            if isComputed(call, stream, source) { return .decoded }
            let numbers = call.inside.count { stream.kind(at: $0) == .number }
            let spreads = call.inside.contains { stream.kind(at: $0) == .spread }
            return numbers >= 4 || spreads ? .decoded : []
        }
        if reader.language == .python, ["chr", "unichr", "bytes", "bytearray"].contains(call.word.spelling) {
            guard isComputed(call, stream, source) else { return [] }
            reader.origins.note(.decoded, "computes each character", at: call.offset)
            return .decoded
        }
        if call.word.spelling == "tr", reader.language == .ruby {
            return turnsAlphabet(call, stream, source) ? .decoded : []
        }
        if call.word.role.contains(.decodesItself), reader.language == .ruby {
            guard call.hasString(["m", "m0", "M", "u", "H*", "h*", "B*"], stream, source) else { return [] }
        }
        if call.word.spelling == "decrypt", !isOwnText(call, stream, source) { return [] }
        if call.word.spelling == "load", reader.language == .python, !readsOwnData(call, reader, stream, source) {
            return []
        }
        reader.origins.note(.decoded, "decodes a text", at: call.offset)
        return .decoded
    }

    /// Whether an open file from which compiled code is taken is the package's own, or what was fetched: loaders of modules
    /// are functions that read what Python compiled before, at a path that they were given.
    private static func readsOwnData(
        _ call: Call,
        _ reader: FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Bool {
        let own: Meaning = [.dataName, .ownFolder, .fetched, .decoded, .constantFile]
        return !reader.top.isInFunction || !call.arguments.isDisjoint(with: own) || isOwnText(call, stream, source)
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

    /// `tr("N-ZA-M", "A-Z")`: an alphabet that begins in its middle.
    private static func turnsAlphabet(_ call: Call, _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        call.inside.contains { index in
            guard stream.kind(at: index) == .string, stream.byteCount(at: index) >= 6 else { return false }
            return stream.bytes(at: index, in: source).count { $0 == UInt8(ascii: "-") } >= 2
        }
    }

    /// Whether the code of a character is computed: by an exclusive or, a shift of the alphabet.
    private static func isComputed(_ call: Call, _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        var depth = 0
        // `String.fromCharCode(parseInt(byte, 2))`
        if call.inside.prefix(2).contains(where: { stream.isText("parseInt", at: $0, source) }) { return true }
        for index in call.inside.prefix(48) {
            switch stream.kind(at: index) {
            case .openBracket: depth += 1
            case .closeBracket: depth -= 1
            case .sign where depth == 0:
                let sign = stream.lexemes[index]
                let byte = Int(sign.start) < source.count ? source[Int(sign.start)] : 0
                if sign.end == sign.start + 1, byte == UInt8(ascii: "^") || byte == UInt8(ascii: "-") { return true }
            default: continue
            }
        }
        return false
    }
}

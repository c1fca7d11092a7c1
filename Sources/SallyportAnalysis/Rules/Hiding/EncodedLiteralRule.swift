import SallyportLexing
import SallyportModel

/// Long texts that are encoded, in a source that can decode them and run what comes out.
enum EncodedLiteralRule {
    /// Bytes of such a text.
    static let bytesMin = 512
    /// Bytes of one whose content is not known.
    static let dataMin = 2048
    /// Bytes that are decoded for one source.
    static let decodedMax = 4 << 20
    /// Texts that are decoded for one source.
    static let textsMax = 32

    private static let runs: Meaning = [.evaluate, .evaluationModule, .processModule, .spawn, .loadNative]

    static func look(
        at stream: LexemeStream,
        _ language: Language,
        _ source: Span<UInt8>,
        _ collector: inout FindingsCollector
    ) {
        guard !stream.interest.isDisjoint(with: [.decode, .decodingModule]) else { return }
        var left = decodedMax
        var texts = 0
        for index in 0..<stream.count where stream.lexemes[index].kind == .string {
            let lexeme = stream.lexemes[index]
            let count = stream.byteCount(of: lexeme)
            guard count >= bytesMin, left >= count, texts < textsMax, isEncoded(lexeme, stream, source) else {
                continue
            }
            texts += 1
            left -= count
            let text = stream.bytes(of: lexeme, in: source)
            note(text, at: Int(lexeme.start), stream, language, &collector)
        }
    }

    private static func note(
        _ text: [UInt8],
        at offset: Int,
        _ stream: LexemeStream,
        _ language: Language,
        _ collector: inout FindingsCollector
    ) {
        let isHex = text.count % 2 == 0 && text.allSatisfy { Decoders.hexDigit($0) != nil }
        guard let decoded = isHex ? Decoders.hex(text) : Decoders.base64(text) else { return }
        if let code = code(in: decoded) {
            collector.addInline(code, as: guess(code, language), at: offset, isHidden: true)
            return
        }
        guard text.count >= dataMin, !stream.interest.isDisjoint(with: runs), !isKnown(decoded) else { return }
        collector.add(.hidingEncodedLiteral, "\(text.count) bytes of encoded text", at: offset, .use)
    }

    /// Only the alphabets of base64 and hexadecimal, with the variety that encoded content has.
    private static func isEncoded(_ lexeme: Lexeme, _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        let sample = stream.bytes(of: lexeme, in: source).prefix(4096)
        var seen: UInt64 = 0
        for byte in sample {
            guard
                byte.isASCIIAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
                    || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
                    || byte == 0x0A
            else { return false }
            seen |= 1 << UInt64(byte & 63)
        }
        return seen.nonzeroBitCount >= 12
    }

    /// The text of decoded bytes when it is one: plain, and no list of numbers.
    private static func code(in bytes: [UInt8]) -> [UInt8]? {
        var bytes = bytes
        if bytes.count > 8, bytes[0] == 0x1F && bytes[1] == 0x8B || bytes[0] == 0x78,
            let content = Inflation.text(bytes)
        {
            bytes = content
        }
        let head = bytes.prefix(1024)
        let plain = head.count { $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
        guard bytes.count >= 64, plain * 100 >= head.count * 97 else { return nil }
        // A source map, a manifest: data.
        return bytes.first == UInt8(ascii: "{") || bytes.first == UInt8(ascii: "<") ? nil : bytes
    }

    /// JavaScript or Python, by its words; the language of the source when they do not tell.
    private static func guess(_ code: [UInt8], _ language: Language) -> Language {
        let head = String(decoding: code.prefix(4096), as: UTF8.self)
        let python = ["import os", "import sys", "def ", "\nimport ", "from ", "elif ", "import base64"]
        let script = ["const ", "var ", "let ", "function", "=>", "require("]
        let isPython = python.count { head.contains($0) }
        let isScript = script.count { head.contains($0) }
        if head.hasPrefix("#!/bin/") { return .shell }
        if isPython == isScript { return language }
        return isPython > isScript ? .python : .javaScript
    }

    /// Pictures, fonts, WebAssembly, certificates: what honest sources carry along.
    private static func isKnown(_ bytes: [UInt8]) -> Bool {
        let head = Array(bytes.prefix(256))
        let name = ContentType.detect(head.span).name
        return name != "binary" && name != "text" && name != "gzip" && name != "zlib"
    }
}

import SallyportModel

/// Modules whose text stands in the source: `new Worker(code, {eval: true})`, `import("data:text/javascript,…")`.
enum InlineModule {
    /// Reads the text as code; false when the argument names a file.
    static func read(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Bool {
        guard call.slot(0).isDisjoint(with: [.fetched, .writtenPath, .openedPath]),
            let text = constant(call, stream, source)
        else { return false }
        let isData = text.starts(with: "data:".utf8)
        guard isData || isCode(text, call, stream, source) else { return false }
        let isDecoded = call.slot(0).contains(.decoded) || !call.origin(0, stream).isDisjoint(with: .decoded)
        let code = isData ? DataAddress.content(of: text) : (bytes: text, isEncoded: isDecoded)
        reader.collector.add(.capabilityDynamicCode, "loads a text as a module", at: call.offset, .use)
        if code.isEncoded || isDecoded {
            reader.origins.note(.decoded, "decodes a constant", at: call.offset)
            let detail = "loads what was decoded as a module"
            reader.chain(.chainDecodeExecute, detail, at: call.offset, of: .decoded)
        }
        reader.collector.addInline(code.bytes, as: .javaScript, at: call.offset, isHidden: code.isEncoded || isDecoded)
        return true
    }

    /// The constant in the first argument, by itself or in `new URL(…)`.
    private static func constant(_ call: Call, _ stream: LexemeStream, _ source: Span<UInt8>) -> [UInt8]? {
        guard let range = call.argument(0, stream), range.count <= 16 else { return nil }
        for index in range {
            if let piece = stream.constant(at: index), stream.byteCount(of: piece) >= 12,
                !piece.flags.contains(.hasHoles), stream.kind(at: index + 1) != .plus
            {
                return stream.bytes(of: piece, in: source)
            }
        }
        return nil
    }

    private static func isCode(
        _ text: [UInt8],
        _ call: Call,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Bool {
        let isAsked = call.inside.contains { index in
            stream.kind(at: index) == .name && stream.byteCount(at: index) == 4
                && stream.text(at: index, in: source) == "eval"
        }
        return isAsked && text.contains { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ";") }
    }
}

/// Addresses that hold what they lead to.
enum DataAddress {
    /// The content of `data:type;base64,…`.
    static func content(of text: [UInt8]) -> (bytes: [UInt8], isEncoded: Bool) {
        guard let comma = text.firstIndex(of: UInt8(ascii: ",")) else { return ([], false) }
        let body = Array(text[(comma + 1)...])
        if String(decoding: text[..<comma], as: UTF8.self).contains("base64") {
            return (Decoders.base64(body) ?? [], true)
        }
        return (Decoders.percent(body, isOld: false), false)
    }
}

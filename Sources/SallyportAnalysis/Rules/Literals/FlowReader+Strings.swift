import SallyportModel

/// Strings: paths of credential files, alone or in pieces.
extension FlowReader {
    mutating func string(_ lexeme: Lexeme, _ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) {
        top.commit()
        top.chain = .none
        if lexeme.flags.contains(.decoded) {
            top.value.insert(.decoded)
            origins.note(.decoded, "decodes a constant", at: Int(lexeme.start))
        }
        let count = stream.byteCount(at: index)
        if count >= 2, count <= LiteralMarks.bytesMax { noteMarks(lexeme, index, stream, source) }
        guard count >= 4, count <= CredentialPaths.pathBytesMax, mayBePath(lexeme, stream, source) else { return }
        var value = stream.bytes(of: lexeme, in: source)
        var next = index
        while next < index + 8, value.last == UInt8(ascii: "/") || CredentialPaths.isFolder(value) {
            guard isJoint(stream.kind(at: next + 1)), stream.kind(at: next + 2) == .string else { break }
            if value.last != UInt8(ascii: "/") { value.append(UInt8(ascii: "/")) }
            value += stream.bytes(at: next + 2, in: source)
            next += 2
        }
        guard let mark = CredentialPaths.match(value) else { return }
        top.value.insert(.secret)
        origins.note(.secret, "names \(mark)", at: Int(lexeme.start))
        collector.add(.capabilityCredentialFile, "names \(mark)", at: Int(lexeme.start), .sensitive)
        if let code = CredentialPaths.special(mark) {
            collector.add(code, "names \(mark)", at: Int(lexeme.start), .sensitive)
        }
    }

    private func isJoint(_ kind: Lexeme.Kind) -> Bool { kind == .comma || kind == .plus || kind == .slash }

    /// A cheap look before the bytes are copied: some component begins as a mark does.
    @inline(__always)
    private func mayBePath(_ lexeme: Lexeme, _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        if lexeme.flags.contains(.folded) { return true }
        let end = min(Int(lexeme.end), source.count) - 1
        var offset = Int(lexeme.start)
        var atStart = true
        while offset < end {
            let byte = source[offset]
            if atStart, CredentialPaths.mayBegin(byte, source[offset + 1]) { return true }
            atStart = byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
            offset += 1
        }
        return false
    }
}

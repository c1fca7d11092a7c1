import SallyportModel

/// Strings: paths of credential files, alone or in pieces.
extension FlowReader {
    mutating func string(_ lexeme: Lexeme, _ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) {
        top.commit()
        top.chain = .none
        let count = stream.byteCount(at: index)
        guard count >= 4, count <= CredentialPaths.pathBytesMax, mayBePath(lexeme, stream, source) else { return }
        var value = stream.bytes(of: lexeme, in: source)
        var next = index
        while CredentialPaths.isFolder(value) || value.last == UInt8(ascii: "/"), next < index + 8 {
            guard isJoint(stream.kind(at: next + 1)), stream.kind(at: next + 2) == .string else { break }
            if value.last != UInt8(ascii: "/") { value.append(UInt8(ascii: "/")) }
            value += stream.bytes(at: next + 2, in: source)
            next += 2
        }
        guard let mark = CredentialPaths.match(value) else { return }
        top.value = .secret
        collector.add(.capabilityCredentialFile, "names \(mark)", at: Int(lexeme.start), .sensitive)
    }

    private func isJoint(_ kind: Lexeme.Kind) -> Bool { kind == .comma || kind == .plus || kind == .slash }

    /// A cheap look before the bytes are copied: every mark has a dot, an underscore, a space or a slash, or is long.
    @inline(__always)
    private func mayBePath(_ lexeme: Lexeme, _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        if lexeme.flags.contains(.folded) { return true }
        if lexeme.end - lexeme.start == 32 { return true }
        let end = min(Int(lexeme.end), source.count)
        var offset = Int(lexeme.start)
        while offset < end {
            let byte = source[offset]
            if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == 0x20 { return true }
            if byte == UInt8(ascii: "/") { return true }
            offset += 1
        }
        return false
    }
}

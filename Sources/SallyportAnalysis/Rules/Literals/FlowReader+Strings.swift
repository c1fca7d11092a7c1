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
        if count > 64, DigestComparison.beginsWithDigest(lexeme, source) { top.value.insert(.constantDigest) }
        if language == .python || language == .ruby { noteSocketAddress(lexeme, count, index, stream, source) }
        if marksData, DataNames.isData(lexeme, stream, source) {
            top.value.insert(.dataName)
            origins.note(.dataName, "names \(stream.text(at: index, in: source).suffix(60))", at: Int(lexeme.start))
        }
        if language == .ruby, count >= 12, count <= 1024 {
            noteExpansion(stream.bytes(of: lexeme, in: source), at: Int(lexeme.start))
        }
        if language == .python, stream.kind(at: index - 1) == .slash { noteJoined(index, stream, source) }
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

    /// `Path(__file__).parent / "folder" / "name.js"`, in a source that starts processes.
    private mutating func noteJoined(_ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) {
        guard !stream.interest.isDisjoint(with: [.processModule, .systemModule]),
            stream.kind(at: index + 1) != .slash
        else { return }
        let name = stream.text(at: index, in: source)
        guard [".js", ".cjs", ".mjs", ".sh", ".py"].contains(where: { name.hasSuffix($0) }) else { return }
        var path = name
        var position = index - 2
        while stream.kind(at: position) == .string, stream.kind(at: position - 1) == .slash, index - position < 16 {
            path = "\(stream.text(at: position, in: source))/\(path)"
            position -= 2
        }
        CommandTargets.addPath("./" + path, nil, in: "", &collector)
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

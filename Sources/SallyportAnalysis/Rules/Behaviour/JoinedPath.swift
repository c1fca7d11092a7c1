import SallyportModel

/// Paths that are put together from pieces: `path.join(home, ".config", "systemd", "user")`.
enum JoinedPath {
    static func meaning(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Meaning {
        guard call.inside.count <= 48 else { return [] }
        var pieces: [UInt8] = []
        var strings = 0
        for index in call.inside {
            switch stream.kind(at: index) {
            case .string:
                pieces += stream.bytes(at: index, in: source)
                strings += 1
            case .comma: pieces.append(UInt8(ascii: "/"))
            default: continue
            }
            guard pieces.count <= CredentialPaths.pathBytesMax else { return [] }
        }
        guard strings >= 1 else { return [] }
        followOwnScript(call, &reader, stream, source)
        guard strings >= 2 else { return [] }
        var result: Meaning = []
        if let mark = CredentialPaths.match(pieces) {
            result.insert(.secret)
            reader.origins.note(.secret, "names \(mark)", at: call.offset)
            reader.collector.add(.capabilityCredentialFile, "names \(mark)", at: call.offset, .sensitive)
        }
        for mark in LiteralMarks.all(in: pieces) where mark.meaning.contains(.planted) {
            result.insert(.planted)
            reader.origins.note(.planted, "names \(mark.label)", at: call.offset)
        }
        return result
    }

    /// A script beside this one, in a source that starts processes, is what it starts.
    private static func followOwnScript(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) {
        guard !stream.interest.isDisjoint(with: [.processModule, .importModule]) else { return }
        let path = ArgumentText.read(call.inside, reader.language, stream, source).replacing(" ", with: "/")
        let isInside = path.hasPrefix("./") || (reader.language == .python && path.hasPrefix("\u{1}/"))
        guard [".js", ".cjs", ".mjs", ".sh", ".py"].contains(where: { path.hasSuffix($0) }), isInside else { return }
        CommandTargets.addPath(path, nil, in: "", &reader.collector)
    }
}

import SallyportModel

/// Files that one command fetches or unpacks, and another one starts.
enum FetchedFiles {
    static func note(
        _ call: Call,
        _ commands: [ShellCommand],
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) {
        var fetches = false
        var unpacks = false
        let isWritten = call.arguments.contains(.openedPath) && reader.writesFetched
        if !call.hasString(honestArguments, stream, source) { startsConstant(call, commands, &reader) }
        for next in commands {
            guard let program = next.program else { continue }
            if BuildTools.isFetcher(program) {
                for path in ShellChains.outputs(of: next) {
                    reader.keepWritten(path, at: call.offset)
                    reader.writesFetched = true
                }
                fetches = true
            }
            if BuildTools.isUnpacker(program), isWritten || call.arguments.contains(.writtenPath) {
                unpacks = true
            } else if call.slot(0).contains(.unpackedPath), !BuildTools.isUnpackerOrBuilder(program),
                !call.hasString(honestArguments, stream, source)
            {
                let detail = "starts what was fetched and unpacked"
                reader.chain(.chainDownloadExecute, detail, at: call.offset, of: .fetched, .sensitive)
            }
        }
        if fetches { outputNames(call, &reader, stream, source) }
        if unpacks { reader.markNames(in: call.inside, .unpackedPath, stream) }
    }

    /// What a new program is asked to see whether it runs.
    static let honestArguments = ["--version", "-v", "-V", "version", "--help", "-version"]

    /// A command that names a constant path into which something fetched was written.
    private static func startsConstant(
        _ call: Call,
        _ commands: [ShellCommand],
        _ reader: inout FlowReader
    ) {
        guard reader.writesFetched, !reader.writtenConstants.isEmpty, !reader.comparesDigest else { return }
        for command in commands {
            guard let program = command.program, !BuildTools.isUnpackerOrBuilder(program),
                !BuildTools.isFetcher(program), program != "chmod",
                let path = command.effective.first(where: { reader.writtenConstants.contains($0) })
            else { continue }
            let detail = "starts what was fetched: \(path)"
            reader.chain(.chainDownloadExecute, detail, at: call.offset, of: .fetched)
        }
    }

    /// `["curl", "-o", name, address]`: the name is the path of what is fetched.
    private static func outputNames(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) {
        for index in call.inside where stream.kind(at: index) == .string && stream.byteCount(at: index) <= 17 {
            let option = stream.text(at: index, in: source)
            guard ["-o", "-O", "--output", "--output-document", "-fsSLo", "-Lo", "-sLo", "-sSLo"].contains(option),
                stream.kind(at: index + 1) == .comma, stream.kind(at: index + 2) == .name
            else { continue }
            reader.markNames(in: (index + 2)..<(index + 3), .writtenPath, stream)
            reader.origins.note(.fetched, "fetches a file by a command", at: call.offset)
        }
    }
}

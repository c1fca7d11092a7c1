import SallyportModel

/// Processes: what is started, and whether it was fetched or decoded before.
///
/// A download that is then run is told from an honest installer by what flows: the path that the fetched bytes were
/// written to must be part of the command. Two honest forms are left out: asking the new program for its version, and
/// handing the file to a tool that unpacks or builds (`BuildTools`).
enum ProcessRule: CallRule {
    static let callees: Meaning = .spawn

    static func apply(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Meaning {
        let word = call.word.spelling
        var command = ArgumentText.read(call.inside, reader.language, stream, source)
        if word == "fork" { command = "node " + command }
        let shown = command.replacing("\u{1}", with: "…")
        reader.collector.add(.capabilityProcess, Excerpt.detail("\(word) \(shown)"), at: call.offset, .use)
        CommandReader.read(command, at: call.offset, into: &reader.collector)
        CommandConstant.read(call, &reader, stream)
        FetchedFiles.note(call, command, &reader, stream, source)
        if call.arguments.contains(.decoded) {
            reader.chain(.chainDecodeExecute, "runs a decoded command", at: call.offset, of: .decoded)
        }
        if runsFetched(call, reader), !isHonest(call, command, stream, source) {
            let detail = "runs what was fetched: \(word) \(shown)"
            if reader.digestsFetched, reader.holdsDigest {
                let milder = Excerpt.detail("runs a download that is compared with a digest: \(shown)")
                reader.collector.add(.capabilityProcess, milder, at: call.offset, .sensitive)
            } else {
                reader.chain(.chainDownloadExecute, detail, at: call.offset, of: [.fetched, .writtenPath, .openedPath])
            }
        }
        if call.slot(0).contains(.request) {
            reader.chain(.chainBackdoor, "\(word) of what a request brings", at: call.offset, of: .request)
        }
        StealthRule.look(atStart: call, &reader, stream, source)
        return CommandOutput.meaning(of: command, at: call.offset, &reader)
    }

    private static func runsFetched(_ call: Call, _ reader: FlowReader) -> Bool {
        if !call.arguments.isDisjoint(with: [.writtenPath, .fetched]) { return true }
        return call.arguments.contains(.openedPath) && reader.writesFetched
    }

    private static func isHonest(
        _ call: Call,
        _ command: String,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Bool {
        if call.hasString(["--version", "-v", "-V", "version", "--help", "-version"], stream, source) { return true }
        let programs = ShellText.commands(command).compactMap { $0.program }
        return !programs.isEmpty
            && programs.allSatisfy { BuildTools.isUnpackerOrBuilder($0) || BuildTools.isFetcher($0) }
    }
}

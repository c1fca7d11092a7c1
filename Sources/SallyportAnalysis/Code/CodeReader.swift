import SallyportLexing
import SallyportModel

/// Reads one file of code: tokens, lexemes, values, findings.
struct CodeReader {
    let hashing: any ContentHashing
    let store: (any FindingsStore)?
    var rules: (any ContentRules)?
    /// The name that reports state.
    var engine = Inspector.engineVersion
    let limits: AnalysisLimits

    /// The findings of a file by its content; from the store when they are there.
    func read(
        _ bytes: Span<UInt8>,
        digest: Digest,
        as language: Language,
        scratch: inout CodeScratch
    ) -> FileFindings {
        let kind = language.rawValue
        if let kept = store?.findings(for: digest, kind: kind, engine: Inspector.engineVersion) { return kept }
        let findings = read(bytes, as: language, scratch: &scratch)
        store?.keep(findings, for: digest, kind: kind, engine: Inspector.engineVersion)
        return findings
    }

    /// The findings of a source, with those of the code that stands in its strings.
    func read(_ bytes: Span<UInt8>, as language: Language, scratch: inout CodeScratch) -> FileFindings {
        var collector = self.collector(for: bytes, as: language, scratch: &scratch)
        let shape = Shape.digest(of: scratch, bytes, hashing)
        let reachesOut = !scratch.stream.interest.isDisjoint(with: LexemeStream.dangerous)
        let hosts = reachesOut ? HostReader.hosts(scratch.stream, bytes) : []
        HiddenUnicodeRule.look(at: bytes, language, &collector)
        // Code in strings, and code in their strings, worked off from a list.
        var waiting = collector.inlineCode
        var done = 0
        while done < waiting.count, done < limits.nestedCommandsMax {
            let code = waiting[done]
            done += 1
            let inner = self.collector(for: code.text.span, as: code.language, scratch: &scratch)
            if code.isHidden { PayloadRule.look(at: code, inner, &collector) }
            for next in inner.inlineCode {
                guard waiting.count < limits.nestedCommandsMax else {
                    collector.leaveOut("code-too-deep", at: code.offset)
                    break
                }
                waiting.append(next.moved(to: code.offset))
            }
            collector.absorb(inner.findings(in: code.text.span), at: code.offset)
        }
        if done < waiting.count { collector.leaveOut("code-too-deep", at: 0) }
        var findings = collector.findings(in: bytes)
        findings.shape = shape
        findings.hosts = hosts
        return findings
    }

    /// The findings of a command line of a manifest.
    func read(command: String, scratch: inout CodeScratch) -> FileFindings {
        let bytes = Array(command.utf8)
        return read(bytes.span, as: .shell, scratch: &scratch)
    }

    private func collector(
        for bytes: Span<UInt8>,
        as language: Language,
        scratch: inout CodeScratch
    ) -> FindingsCollector {
        scratch.reset()
        switch language {
        case .manifest:
            var collector = FindingsCollector(limits: limits)
            let manifest = try? NPMManifest(bytes)
            for path in manifest?.entryPoints ?? [] {
                collector.add(Reference(.specifier, path.hasPrefix(".") ? path : "./" + path, as: nil))
            }
            return collector
        case .gyp:
            var collector = FindingsCollector(limits: limits)
            GypReader.read(bytes, into: &collector)
            return collector
        case .shell:
            var collector = FindingsCollector(limits: limits)
            var text: [UInt8] = []
            text.reserveCapacity(bytes.count)
            for index in 0..<bytes.count { text.append(bytes[index]) }
            CommandReader.read(String(decoding: text, as: UTF8.self), at: 0, into: &collector)
            return collector
        case .javaScript, .python, .ruby:
            var reader = FlowReader(language, limits: limits)
            do {
                try tokenize(bytes, as: language, &scratch)
            } catch {
                reader.collector.add(.fileUnreadable, error.code.rawValue, at: error.offset, .sensitive)
            }
            if language == .python {
                let encoding = PythonEncoding.detect(in: bytes)
                if !encoding.isReadable || Self.isWide(bytes) {
                    let detail = Self.isWide(bytes) ? "utf-16" : Excerpt.detail(encoding.name)
                    reader.collector.add(.fileUnreadable, "source-encoding \(detail)", at: 0, .sensitive)
                }
                PythonLexemes.read(scratch.tokens, bytes, into: &scratch.stream)
            } else if language == .ruby {
                let encoding = RubyEncoding.detect(in: bytes)
                if !encoding.isReadable || Self.isWide(bytes) {
                    let detail = Self.isWide(bytes) ? "utf-16" : Excerpt.detail(encoding.name)
                    reader.collector.add(.fileUnreadable, "source-encoding \(detail)", at: 0, .sensitive)
                }
                RubyLexemes.read(scratch.tokens, bytes, into: &scratch.stream)
            } else {
                JavaScriptLexemes.read(scratch.tokens, bytes, into: &scratch.stream)
            }
            EndlessLoopRule.look(at: scratch.stream, language, bytes, &reader.collector)
            HidingRules.look(at: scratch, bytes, language, &reader.collector)
            if scratch.stream.interest.isDisjoint(with: LexemeStream.dangerous) {
                reader.readReferences(scratch.stream, bytes)
            } else {
                reader.run(scratch.stream, bytes)
                reader.followEvaluatedFiles()
                DataNames.collect(scratch.stream, bytes, &reader.collector)
                if language == .ruby { RubyLexemes.readTrailer(scratch.tokens, bytes, &reader.collector) }
            }
            return reader.collector
        }
    }

    /// A byte order mark of UTF-16 or UTF-32.
    private static func isWide(_ bytes: Span<UInt8>) -> Bool {
        bytes.count >= 2 && (bytes[0] == 0xFF && bytes[1] == 0xFE || bytes[0] == 0xFE && bytes[1] == 0xFF)
    }

    private func tokenize(
        _ bytes: Span<UInt8>,
        as language: Language,
        _ scratch: inout CodeScratch
    ) throws(LexError) {
        let tokenLimits = TokenLimits(bytesMax: limits.fileBytesMax, tokensMax: limits.tokensMax)
        if language == .python {
            try PythonTokenizer.tokenize(bytes, limits: tokenLimits, into: &scratch.tokens)
            return
        }
        if language == .ruby {
            try RubyTokenizer.tokenize(bytes, limits: tokenLimits, into: &scratch.tokens)
            return
        }
        try JavaScriptTokenizer.tokenize(bytes, limits: tokenLimits, into: &scratch.tokens)
        // `<!--` hides the rest of a line from a script and not from a module: what a module would run is read then.
        guard scratch.tokens.contains(where: { $0.kind == .htmlComment }) else { return }
        scratch.tokens.removeAll(keepingCapacity: true)
        try JavaScriptTokenizer.tokenize(bytes, dialect: .module, limits: tokenLimits, into: &scratch.tokens)
    }
}

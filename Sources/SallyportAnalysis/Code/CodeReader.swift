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
        let reachesOut = !scratch.stream.interest.isDisjoint(with: LexemeStream.dangerous)
        let hosts = reachesOut ? HostReader.hosts(scratch.stream, bytes) : []
        HiddenUnicodeRule.look(at: bytes, language, scratch.tokens, &collector)
        readInline(&collector, &scratch)
        var findings = collector.findings(in: bytes)
        findings.hosts = hosts
        return findings
    }

    /// Reads the code in the strings of a source, and in their strings, worked off from a list.
    func readInline(_ collector: inout FindingsCollector, _ scratch: inout CodeScratch) {
        var waiting = collector.inlineCode
        var done = 0
        while done < waiting.count, done < limits.inlineCodeMax {
            let code = waiting[done]
            done += 1
            let inner = self.collector(for: code.text.span, as: code.language, scratch: &scratch)
            if code.isHidden { PayloadRule.look(at: code, inner, &collector) }
            for next in inner.inlineCode {
                guard waiting.count < limits.inlineCodeMax else {
                    collector.leaveOut("code-too-deep", at: code.offset)
                    break
                }
                waiting.append(next.moved(to: code.offset))
            }
            collector.absorb(inner.findings(in: code.text.span), at: code.offset)
        }
        if done < waiting.count { collector.leaveOut("code-too-deep", at: 0) }
    }

    /// The shape of a source; `nil` for one that has none, since it is not tokenized or too large.
    func shape(of bytes: Span<UInt8>, as language: Language, scratch: inout CodeScratch) -> Digest? {
        guard language == .python || language == .ruby || language == .javaScript else { return nil }
        scratch.reset()
        // What was tokenized before a budget was spent has a shape as well.
        _ = try? tokenize(bytes, as: language, isModule: false, &scratch)
        if scratch.hasHiddenLines {
            scratch.reset()
            _ = try? tokenize(bytes, as: language, isModule: true, &scratch)
        }
        return Shape.digest(of: scratch, bytes, hashing)
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
        case .make, .cmake, .rust:
            var collector = FindingsCollector(limits: limits)
            switch language {
            case .make: MakefileReader.read(bytes, into: &collector)
            default: NativeDefinition.read(bytes, as: language, into: &collector)
            }
            return collector
        case .shell:
            var collector = FindingsCollector(limits: limits)
            var text: [UInt8] = []
            text.reserveCapacity(bytes.count)
            for index in 0..<bytes.count { text.append(bytes[index]) }
            CommandReader.read(String(decoding: text, as: UTF8.self), at: 0, into: &collector)
            return collector
        case .python, .ruby: return readCode(bytes, as: language, &scratch)
        case .javaScript:
            var collector = readCode(bytes, as: language, &scratch)
            // `<!--` hides the rest of a line from a script and not from a module, and it may hide what opens a text: both
            // are read.
            guard scratch.hasHiddenLines else { return collector }
            scratch.reset()
            collector.join(readCode(bytes, as: language, isModule: true, &scratch))
            return collector
        }
    }

    private func readCode(
        _ bytes: Span<UInt8>,
        as language: Language,
        isModule: Bool = false,
        _ scratch: inout CodeScratch
    ) -> FindingsCollector {
        var reader = FlowReader(language, limits: limits)
        do {
            let summary = try tokenize(bytes, as: language, isModule: isModule, &scratch)
            if let offset = summary.ambiguousOffset {
                reader.collector.add(.fileUnreadable, "ambiguous-text", at: offset, .sensitive)
            }
        } catch {
            reader.collector.add(.fileUnreadable, error.code.rawValue, at: error.offset, .sensitive)
        }
        switch language {
        case .python:
            let encoding = PythonEncoding.detect(in: bytes)
            note(encoding.name, isReadable: encoding.isReadable, bytes, &reader.collector)
            PythonLexemes.read(scratch.tokens, bytes, into: &scratch.stream)
        case .ruby:
            let encoding = RubyEncoding.detect(in: bytes)
            note(encoding.name, isReadable: encoding.isReadable, bytes, &reader.collector)
            RubyLexemes.read(scratch.tokens, bytes, into: &scratch.stream)
        default: JavaScriptLexemes.read(scratch.tokens, bytes, into: &scratch.stream)
        }
        HidingRules.look(at: scratch, bytes, language, &reader.collector)
        if scratch.stream.interest.isDisjoint(with: LexemeStream.dangerous) {
            reader.readReferences(scratch.stream, bytes)
        } else {
            if language == .python { reader.collector.outline = ModuleOutline(scratch.stream, bytes) }
            reader.run(scratch.stream, bytes)
            reader.followEvaluatedFiles()
            CollectedCredentials.look(&reader.collector)
            DataNames.collect(scratch.stream, bytes, language, &reader.collector)
            if language == .ruby { RubyLexemes.readTrailer(scratch.tokens, bytes, &reader.collector) }
        }
        if language == .python { ModuleNames.note(scratch.stream, bytes, &reader.collector) }
        return reader.collector
    }

    /// States an encoding in which the bytes may not mean what they seem to.
    private func note(
        _ encoding: String,
        isReadable: Bool,
        _ bytes: Span<UInt8>,
        _ collector: inout FindingsCollector
    ) {
        let isWide = Self.isWide(bytes)
        guard !isReadable || isWide else { return }
        let detail = isWide ? "utf-16" : Excerpt.detail(encoding)
        collector.add(.fileUnreadable, "source-encoding \(detail)", at: 0, .sensitive)
    }

    /// A byte order mark of UTF-16 or UTF-32.
    private static func isWide(_ bytes: Span<UInt8>) -> Bool {
        bytes.count >= 2 && (bytes[0] == 0xFF && bytes[1] == 0xFE || bytes[0] == 0xFE && bytes[1] == 0xFF)
    }

    private func tokenize(
        _ bytes: Span<UInt8>,
        as language: Language,
        isModule: Bool,
        _ scratch: inout CodeScratch
    ) throws(LexError) -> TokenizationSummary {
        let tokenLimits = TokenLimits(bytesMax: limits.fileBytesMax, tokensMax: limits.tokensMax)
        switch language {
        case .python: return try PythonTokenizer.tokenize(bytes, limits: tokenLimits, into: &scratch.tokens)
        case .ruby: return try RubyTokenizer.tokenize(bytes, limits: tokenLimits, into: &scratch.tokens)
        default:
            let dialect: JavaScriptDialect = isModule ? .module : .script
            return try JavaScriptTokenizer.tokenize(bytes, dialect: dialect, limits: tokenLimits, into: &scratch.tokens)
        }
    }
}

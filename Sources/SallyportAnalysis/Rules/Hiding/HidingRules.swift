import SallyportLexing
import SallyportModel

/// Everything about how code is written rather than about what it does.
enum HidingRules {
    static func look(
        at scratch: CodeScratch,
        _ source: Span<UInt8>,
        _ language: Language,
        _ collector: inout FindingsCollector
    ) {
        let stream = scratch.stream
        EscapedNameRule.look(at: stream.writing, &collector)
        OffScreenRule.look(at: scratch.tokens, source, &collector)
        PackerRule.look(at: stream, language, source, &collector)
        if language == .javaScript { StringArrayRule.look(at: stream, source, &collector) }
        EncodedLiteralRule.look(at: stream, language, source, &collector)
        CipherRule.look(at: stream, source, &collector)
    }
}

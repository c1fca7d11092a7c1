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
        EscapedNameRule.look(at: scratch.stream.writing, &collector)
        if language == .javaScript {
            OffScreenRule.look(at: scratch.tokens, behind: scratch.stream.gaps, source, &collector)
        } else {
            OffScreenRule.look(at: scratch.tokens, source, &collector)
        }
        FormRules.look(at: scratch.stream, language, source, &collector)
    }
}

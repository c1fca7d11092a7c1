import SallyportLexing
import SallyportModel

/// Characters in code that nobody sees: text that is reordered on the screen, and rows of invisible characters.
///
/// Single ones occur in honest code (a joiner in a test of emoji, a soft hyphen in a table); a row of them carries data,
/// and a direction that is changed shows another program than the one that runs.
enum HiddenUnicodeRule {
    /// Invisible characters in one row that carry a message.
    static let runMin = 8
    /// Variation selectors and tags of one file that carry one in pieces.
    static let selectorsMin = 64

    /// Invisible characters in one row that a table of a code page may have.
    static let tableMax = 32

    /// A short row behind other characters that are not ASCII: what tables of code pages look like.
    private static func isInTable(_ hidden: HiddenUnicode, _ bytes: Span<UInt8>) -> Bool {
        let offset = hidden.longestRunOffset
        guard hidden.longestRun < tableMax, offset > 0, offset < bytes.count else { return false }
        return bytes[offset - 1] >= 0x80
    }

    static func look(
        at bytes: Span<UInt8>,
        _ language: Language,
        _ tokens: [Token],
        _ collector: inout FindingsCollector
    ) {
        let hidden = HiddenUnicode.scan(bytes)
        guard hidden.total > 0 else { return }
        if hidden.longestRun >= runMin, !isInTable(hidden, bytes) {
            let detail = "\(hidden.longestRun) invisible characters in a row"
            collector.add(.fileHiddenUnicode, detail, at: hidden.longestRunOffset, .sensitive)
            if let text = HiddenPayload.text(in: bytes, from: hidden.longestRunOffset) {
                collector.addInline(text, as: language, at: hidden.longestRunOffset, isHidden: true)
            }
            return
        }
        let selectors = hidden[.variationSelector]
        let tags = hidden[.tag]
        if selectors.count + tags.count >= selectorsMin {
            let detail = "\(selectors.count + tags.count) variation selectors and tags"
            collector.add(.fileHiddenUnicode, detail, at: max(selectors.firstOffset, tags.firstOffset), .sensitive)
            return
        }
        guard hidden[.bidirectionalControl].count > 0 else { return }
        if let offset = DirectionControls.firstDeceiving(in: bytes, tokens) {
            collector.add(.fileHiddenUnicode, "text whose direction is changed", at: offset, .sensitive)
        }
    }
}

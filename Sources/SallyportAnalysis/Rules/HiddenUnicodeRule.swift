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

    static func look(at bytes: Span<UInt8>, _ collector: inout FindingsCollector) {
        let hidden = HiddenUnicode.scan(bytes)
        guard hidden.total > 0 else { return }
        if hidden.longestRun >= runMin {
            let detail = "\(hidden.longestRun) invisible characters in a row"
            collector.add(.fileHiddenUnicode, detail, at: hidden.longestRunOffset, .sensitive)
            return
        }
        let selectors = hidden[.variationSelector]
        let tags = hidden[.tag]
        if selectors.count + tags.count >= selectorsMin {
            let detail = "\(selectors.count + tags.count) variation selectors and tags"
            collector.add(.fileHiddenUnicode, detail, at: max(selectors.firstOffset, tags.firstOffset), .sensitive)
            return
        }
        let reordering = hidden[.bidirectionalControl]
        if let offset = DirectionControls.firstUnbalanced(in: bytes, atLeast: reordering.count) {
            collector.add(.fileHiddenUnicode, "text whose direction is changed", at: offset, .sensitive)
        }
    }
}

import SallyportModel

/// Names of plain letters that are not written in plain letters.
///
/// No tool writes `\u0065val`, and no language has its words in the mathematical letters that Python takes for plain
/// ones. Texts in escapes are what obfuscators make, and what some tables have a few of.
enum EscapedNameRule {
    /// Words written in escapes that are no accident.
    static let textsMin = 12

    static func look(at writing: Writing, _ collector: inout FindingsCollector) {
        if writing.escapedMeanings.count > 0 {
            let detail = "\(writing.escapedNames.count) names that are not written plainly"
            collector.add(.hidingEscapedName, detail, at: writing.escapedMeanings.offset, .sensitive)
        } else if writing.escapedNames.count > 0 {
            let detail = "\(writing.escapedNames.count) names that are not written plainly"
            collector.add(.hidingEscapedName, detail, at: writing.escapedNames.offset, .use)
        }
        if writing.escapedTexts.count >= textsMin {
            let detail = "\(writing.escapedTexts.count) words are written in escapes"
            collector.add(.hidingEscapedName, detail, at: writing.escapedTexts.offset, .use)
        }
    }
}

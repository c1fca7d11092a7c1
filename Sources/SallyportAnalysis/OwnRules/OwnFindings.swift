import SallyportLexing
import SallyportModel

/// From what an organisation's rules say of a file to findings.
enum OwnFindings {
    /// Rules that are named for one file; their order is the rules', so an attacker does not choose which.
    static let perFileMax = 16

    /// What stands for a file that is too large to be kept in memory.
    static let notLookedAt = [finding(.ownUnfinished, "file-too-large")]

    /// What stands for the first file for which no time was left, and for those behind it.
    static let noTimeLeft = [finding(.ownUnfinished, "no-time-left, this file and those behind it")]

    static func of(_ bytes: Span<UInt8>, _ rules: any ContentRules, within time: inout Duration) -> [Finding] {
        let answer = rules.matches(in: bytes, within: &time)
        guard !answer.matches.isEmpty || answer.unfinished != nil else { return [] }
        var findings: [Finding] = []
        if let reason = answer.unfinished { findings.append(finding(.ownUnfinished, reason)) }
        let lines = LineIndex(bytes)
        for match in answer.matches.prefix(perFileMax) {
            let offset = min(max(match.offset ?? 0, 0), max(bytes.count - 1, 0))
            let detail = match.description.isEmpty ? match.rule : "\(match.rule): \(match.description)"
            let excerpt = match.offset.map { lines.excerpt(of: $0..<$0, in: bytes, countMax: Excerpt.excerptLengthMax) }
            findings.append(
                Finding(
                    code: .ownMatch,
                    detail: Excerpt.detail(detail),
                    line: lines.line(of: offset),
                    excerpt: excerpt ?? "",
                    weight: .sensitive
                )
            )
        }
        let more = answer.more + max(0, answer.matches.count - perFileMax)
        if more > 0 { findings.append(finding(.ownMatch, "\(more) more rules match this file")) }
        return findings
    }

    /// A finding about a file as a whole.
    private static func finding(_ code: FactCode, _ detail: String) -> Finding {
        Finding(code: code, detail: Excerpt.detail(detail), line: 1, excerpt: "", weight: .sensitive)
    }
}

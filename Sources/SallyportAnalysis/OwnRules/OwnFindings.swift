import SallyportLexing
import SallyportModel

/// From what an organisation's rules say of a file to findings.
enum OwnFindings {
    /// Rules that are named for one file; their order is the rules', so an attacker does not choose which.
    static let perFileMax = 16

    /// What stands for a file that is too large to be kept in memory.
    static let notLookedAt = [
        Finding(code: .ownUnfinished, detail: "file-too-large", line: 1, excerpt: "", weight: .sensitive)
    ]

    static func of(_ bytes: Span<UInt8>, _ rules: any ContentRules) -> [Finding] {
        let answer = rules.matches(in: bytes)
        guard !answer.matches.isEmpty || answer.unfinished != nil else { return [] }
        var findings: [Finding] = []
        if let reason = answer.unfinished {
            findings.append(
                Finding(code: .ownUnfinished, detail: Excerpt.detail(reason), line: 1, excerpt: "", weight: .sensitive)
            )
        }
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
        return findings
    }
}

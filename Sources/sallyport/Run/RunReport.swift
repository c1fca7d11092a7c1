import SallyportModel
import SallyportServer

/// What a run is told at its end: what was refused, what was not offered, why, and what to type next.
struct RunReport {
    /// Most entries of each kind.
    static let entriesMax = 10

    let style: Style

    /// The lines for standard error; empty when nothing was held or denied.
    func text(_ refusals: [APIDocuments.Refused]) -> String {
        let asked = refusals.filter(\.isRequested)
        let unoffered = refusals.filter { !$0.isRequested }
        guard !asked.isEmpty || !unoffered.isEmpty else { return "" }
        var lines: [String] = []
        if !asked.isEmpty {
            lines.append("sallyport: \(Words.count(asked.count, "file")) asked for and refused:")
            lines += self.lines(asked)
        }
        if !unoffered.isEmpty {
            lines.append("sallyport: \(Words.count(unoffered.count, "file")) not offered to this run:")
            lines += self.lines(unoffered)
        }
        if let first = (asked + unoffered).first {
            lines.append("Look at one with `sallyport why \(first.purl.printable)`.")
        }
        return lines.joined(separator: "\n")
    }

    private func lines(_ refusals: [APIDocuments.Refused]) -> [String] {
        var lines = refusals.prefix(Self.entriesMax).flatMap { refused -> [String] in
            let state = style.outcome(refused.verdict.outcome, Words.state(refused.verdict))
            let reason = refused.verdict.reasons.first.map { ["    \($0.code): \($0.sentence.printable)"] } ?? []
            return ["  \(style.strong(refused.purl.printable)): \(state)"] + reason
        }
        let others = refusals.count - Self.entriesMax
        if others > 0 { lines.append("  and \(others) more") }
        return lines
    }
}

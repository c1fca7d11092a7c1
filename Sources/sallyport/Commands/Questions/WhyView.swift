import SallyportGate
import SallyportModel
import SallyportServer

/// An explanation for a terminal: what, why, since when, who decided, and what to type next.
struct WhyView {
    let style: Style

    func text(_ why: APIDocuments.Why) -> String {
        var lines = [style.strong(why.purl.printable)]
        for file in why.files { lines += self.lines(file) }
        if !why.decisions.isEmpty {
            lines.append("decisions")
            lines += why.decisions.map { "  \(Self.text(of: $0))" }
        }
        let next = nextCommands(why)
        if !next.isEmpty { lines += ["next"] + next.map { "  \($0)" } }
        return lines.joined(separator: "\n")
    }

    private func lines(_ file: Explanation) -> [String] {
        let state = style.outcome(file.verdict.outcome, Words.state(file.verdict))
        var lines = ["  \(file.filename.printable): \(state)"]
        if file.verdict.reasons.isEmpty {
            lines.append("    \(file.isInspected ? "Nothing speaks against it." : "Nothing speaks against it so far.")")
        }
        lines += ReasonView(style: style, indent: "    ").lines(file.verdict.reasons)
        let published = file.publishedAt?.minute ?? "at an unknown time"
        lines.append("    published \(published), first seen here \(file.firstSeen.minute)")
        if let judgedAt = file.judgedAt {
            let beside = file.predecessor.map { ", compared with \($0.printable)" } ?? ""
            lines.append("    read and judged \(judgedAt.minute)\(beside)")
        } else {
            lines.append("    not read yet: that happens when it is asked for")
        }
        if let digest = file.digest { lines.append("    \(style.faint(digest.description))") }
        return lines
    }

    /// `#3 admit pkg:npm/x@1 by owner/alice, 2026-11-22 15:10 UTC, until ...: reason`.
    static func text(of decision: Decision) -> String {
        var text = "#\(decision.sequence) \(decision.action.rawValue)"
        if let subject = decision.subject { text += " \(subject.printable)" }
        text += " by \(decision.actor.printable), \(decision.at.minute)"
        if let expires = decision.expires { text += ", until \(expires.minute)" }
        if let asOf = decision.asOf { text += ", as of \(asOf.minute)" }
        return text + ": \(decision.reason.printable)"
    }

    private func nextCommands(_ why: APIDocuments.Why) -> [String] {
        let purl = why.purl.printable
        let outcomes = Set(why.files.map(\.verdict.outcome))
        var commands: [String] = []
        // Of bytes that are not those that were promised or judged there is nothing to admit.
        let codes = Set(why.files.flatMap(\.verdict.reasons).map(\.code))
        let isOfBytes = !codes.isDisjoint(with: ["digest-changed", "promise-broken", "bytes-missing"])
        if !isOfBytes, outcomes.contains(.hold) || outcomes.contains(.deny) {
            commands.append("sallyport admit \(purl) --reason \"...\" --for 30d")
        }
        if outcomes.contains(.admit) || outcomes.contains(.hold) {
            commands.append("sallyport deny \(purl) --reason \"...\"")
        }
        if isOfBytes || why.decisions.contains(where: { $0.action == .admit || $0.action == .deny }) {
            commands.append("sallyport reopen \(purl) --reason \"...\"")
        }
        return commands
    }
}

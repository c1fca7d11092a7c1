import SallyportModel

/// A file's inspection as a story that is read in ten seconds: the verdict, why, where, and what it was compared with.
struct InspectionText {
    let style: Style

    func text(_ file: InspectedFile) -> String {
        let outcome = file.verdict.outcome
        var lines = ["\(style.strong(file.file.printable)): \(style.outcome(outcome))"]
        lines.append("  \(style.faint(about(file)))")
        if let previous = file.previous {
            let changes = file.delta?.count ?? 0
            lines.append("  compared with \(previous.printable): \(Words.count(changes, "difference"))")
        }
        lines += file.report.hooks.map { "  runs by itself: \($0.trigger.printable): \($0.command.printable)" }
        if file.verdict.reasons.isEmpty {
            lines.append("  Nothing speaks against it.")
        }
        return (lines + ReasonView(style: style, indent: "  ").lines(file.verdict.reasons)).joined(separator: "\n")
    }

    /// `3 files: 1 admitted, 1 held, 1 denied`.
    func summary(_ outcomes: [Outcome], unreadable: Int) -> String {
        var parts: [String] = []
        for (outcome, word) in [(Outcome.admit, "admitted"), (.hold, "held"), (.deny, "denied")] {
            let count = outcomes.filter { $0 == outcome }.count
            if count > 0 { parts.append(style.outcome(outcome, "\(count) \(word)")) }
        }
        if unreadable > 0 { parts.append("\(unreadable) not read") }
        return "\(Words.count(outcomes.count + unreadable, "file")): \(parts.joined(separator: ", "))"
    }

    private func about(_ file: InspectedFile) -> String {
        let name = file.release?.description ?? file.report.manifest.map { "\($0.name) \($0.version)".printable }
        let kind = file.report.kind ?? "not recognised"
        return [
            name, kind, Words.count(file.report.files.count, "file"),
            "\(Words.size(file.report.unpackedBytes)) unpacked", file.digest.description,
        ].compactMap { $0 }.joined(separator: ", ")
    }
}

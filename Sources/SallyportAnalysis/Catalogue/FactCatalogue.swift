public import SallyportModel

/// What the codes of facts mean, as data: `docs/detection.md` is written from it.
public enum FactCatalogue {
    /// One code, explained.
    public struct Entry: Sendable, Hashable {
        /// The code.
        public let code: FactCode
        /// What was seen, in one or two sentences.
        public let summary: String
        /// A detail as a report could hold it.
        public let example: String
        /// The public name of the incident that showed why it matters; absent for what follows from care alone.
        public let origin: String?
    }

    /// Every code that this engine states: packages, code, changes.
    public static let entries = package + code + change + surroundings

    /// The table of all codes, in Markdown; `rules` names the rules that match a code.
    public static func table(rules: (FactCode) -> [String]) -> String {
        let head = """
            | code | what was seen | for example | matched by | taught by |
            |---|---|---|---|---|

            """
        return head
            + entries.map { entry in
                let rules = rules(entry.code).map { "`\($0)`" }.joined(separator: ", ")
                let matched = rules.isEmpty ? "evidence only" : rules
                let origin = entry.origin ?? ""
                return "| `\(entry.code)` | \(entry.summary) | `\(entry.example)` | \(matched) | \(origin) |\n"
            }.joined()
    }

    static func entry(_ code: FactCode, _ summary: String, _ example: String, _ origin: String? = nil) -> Entry {
        Entry(code: code, summary: summary, example: example, origin: origin)
    }
}

import SallyportModel

/// Facts that the earlier release had as well, of the same bytes.
///
/// Whoever admitted that release has admitted them; they are no news of this one. A fact counts as the same when it says
/// the same, runs no sooner, and every file that it names is the same to the byte: neither an excerpt nor a shape would
/// do, because what follows the one and the texts behind the other could be anything. Where the installation begins to
/// do more in any other way, nothing is carried over, since the parts of it work together.
enum CarriedFacts {
    static func facts(from previous: Report, to current: Report, news: [Fact]) -> Set<Fact> {
        guard previous.engine == current.engine else { return [] }
        let doesMore = news.contains { $0.reach == .install && Self.more.contains($0.code) }
        let before = Side(previous)
        let now = Side(current)
        var known: [Key: Reach] = [:]
        for fact in previous.facts {
            guard let key = before.key(of: fact) else { continue }
            known[key] = max(known[key] ?? fact.reach, fact.reach)
        }
        return Set(
            current.facts.filter { fact in
                if fact.reach == .install, doesMore { return false }
                guard let key = now.key(of: fact), let reach = known[key] else { return false }
                return reach >= fact.reach
            }
        )
    }

    /// News of an installation that does more than the one before.
    private static let more: Set<FactCode> = [
        .deltaHookAdded, .deltaHookChanged, .deltaCapabilityAdded, .deltaCodeAdded, .deltaHidingAdded, .deltaHostAdded,
    ]

    /// What a fact says, and the content of every file that it names.
    private struct Key: Hashable {
        let code: FactCode
        let detail: String
        let files: [File]

        struct File: Hashable {
            let path: String
            let digest: Digest
        }
    }

    /// One of the two releases, without the number that it carries in its paths.
    private struct Side {
        private let files: [String: Key.File]
        private let root: String

        init(_ report: Report) {
            var files: [String: Key.File] = [:]
            for file in report.files {
                guard let digest = file.digest else { continue }
                files[file.path] = Key.File(path: PathKey.comparable(file.path), digest: digest)
            }
            self.files = files
            root = report.files.first.map { String($0.path.prefix { $0 != "/" }) } ?? ""
        }

        /// Absent for a fact that names no file: nothing shows that what it is about stayed the same.
        func key(of fact: Fact) -> Key? {
            guard let place = fact.place else { return nil }
            var named: [Key.File] = []
            for path in [place.path] + fact.steps.map(\.place.path) {
                guard let file = files[path] else { return nil }
                named.append(file)
            }
            for word in fact.detail.split(whereSeparator: { " (),:".contains($0) }) {
                if let file = files[String(word)] { named.append(file) }
            }
            let detail = root.isEmpty ? fact.detail : fact.detail.replacing("\(root)/", with: "")
            return Key(code: fact.code, detail: detail, files: named)
        }
    }
}

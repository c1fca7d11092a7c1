import SallyportModel

/// Code that runs and can't be read, where it could in the earlier release.
enum UnreadDelta {
    /// Facts that are listed.
    static let factsMax = 32

    private struct Key: Hashable {
        let path: String
        let reason: String
    }

    static func facts(from previous: Report, to current: Report) -> [Fact] {
        let unread = current.facts.filter { $0.code == .fileUnreadable && $0.reach > .shipped }
        guard !unread.isEmpty else { return [] }
        var known: [Key: Reach] = [:]
        for fact in previous.facts where fact.code == .fileUnreadable {
            let key = Key(path: PathKey.comparable(fact.place?.path ?? ""), reason: fact.detail)
            known[key] = max(known[key] ?? .shipped, fact.reach)
        }
        let identity = FileIdentity(from: previous, to: current)
        let files = Dictionary(current.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        return unread.filter { fact in
            let path = fact.place?.path ?? ""
            let earlier = files[path].flatMap { identity.earlier(of: $0)?.record.path } ?? path
            let before = known[Key(path: PathKey.comparable(earlier), reason: fact.detail)]
            return before.map { $0 < fact.reach } ?? true
        }
        .prefix(factsMax).map { fact in
            Fact(code: .deltaUnreadAdded, reach: fact.reach, detail: fact.detail, place: fact.place)
        }
    }
}

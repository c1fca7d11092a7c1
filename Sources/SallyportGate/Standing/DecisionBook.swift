import SallyportModel

/// All decisions of people, arranged to be asked about one release; newer ones win, in whatever order they are added.
struct DecisionBook: Sendable {
    /// What decisions say about a release.
    enum Ruling: Sendable, Equatable {
        /// Nobody has decided, or the last decision was taken back or has ended.
        case none
        /// A person admitted it.
        case admit(Decision)
        /// A person denied it.
        case deny(Decision)
        /// It appeared after the freeze's instant, and nobody has admitted it since.
        case freeze(Decision)
    }

    /// The newest `admit`, `deny` or `reopen` of each subject, by package URL.
    private var newest: [String: Decision] = [:]
    /// The same without admissions that end: what holds again after them, so that a denial outlives a waiver.
    private var lasting: [String: Decision] = [:]
    /// The newest `reopen` of each subject: judgements older than that are void.
    private var reopened: [String: Decision] = [:]
    /// The newest `freeze` or `thaw`.
    private var newestOfAll: Decision?

    /// The freeze in force.
    var freeze: Decision? { newestOfAll?.action == .freeze ? newestOfAll : nil }

    init(_ decisions: [Decision] = []) {
        for decision in decisions { add(decision) }
    }

    mutating func add(_ decision: Decision) {
        switch decision.action {
        case .freeze, .thaw: newestOfAll = Self.newer(newestOfAll, decision)
        case .admit, .deny, .reopen:
            guard let subject = decision.subject else { return }
            newest[subject] = Self.newer(newest[subject], decision)
            if decision.expires == nil { lasting[subject] = Self.newer(lasting[subject], decision) }
            if decision.action == .reopen { reopened[subject] = Self.newer(reopened[subject], decision) }
        }
    }

    private static func newer(_ known: Decision?, _ decision: Decision) -> Decision {
        guard let known, known.sequence > decision.sequence else { return decision }
        return known
    }

    /// The ruling on a release that appeared at `appearedAt`.
    func ruling(on release: Release, appearedAt: Instant?, now: Instant) -> Ruling {
        let decision = decisionInForce(on: release, now: now)
        if let decision, decision.action == .deny { return .deny(decision) }
        let isAdmitted = decision?.action == .admit
        if let freeze, let asOf = freeze.asOf, appearedAt.map({ $0 > asOf }) ?? true {
            guard isAdmitted, let decision, decision.sequence > freeze.sequence else { return .freeze(freeze) }
        }
        guard isAdmitted, let decision else { return .none }
        return .admit(decision)
    }

    /// Whether a person denied all of a package.
    func denies(_ package: Package) -> Bool { newest[package.description]?.action == .deny }

    /// When the ruling ends by itself.
    func nextChange(on release: Release, after now: Instant) -> Instant? {
        guard let expires = newestDecision(on: release)?.expires, expires > now else { return nil }
        return expires
    }

    /// The last time at which judgements of the release were declared void.
    func reopenedAt(_ release: Release) -> Instant? {
        Self.subjects(of: release).compactMap { reopened[$0]?.at }.max()
    }

    /// The newest decision; once it has ended, the newest of those that do not.
    private func decisionInForce(on release: Release, now: Instant) -> Decision? {
        guard let decision = newestDecision(on: release) else { return nil }
        guard let expires = decision.expires, expires <= now else { return decision }
        return Self.newest(on: release, in: lasting)
    }

    private func newestDecision(on release: Release) -> Decision? {
        guard !newest.isEmpty else { return nil }
        return Self.newest(on: release, in: newest)
    }

    private static func newest(on release: Release, in decisions: [String: Decision]) -> Decision? {
        subjects(of: release).compactMap { decisions[$0] }.max { $0.sequence < $1.sequence }
    }

    /// A decision may be about one version or about all of a package.
    private static func subjects(of release: Release) -> [String] {
        [release.description, release.package.description]
    }
}

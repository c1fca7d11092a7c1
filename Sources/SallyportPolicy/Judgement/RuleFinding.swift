import SallyportModel

/// What one rule found in one artifact.
struct RuleFinding {
    /// A fact that matched, with the template of its sentence.
    struct Match: Hashable {
        let fact: Fact
        let template: String
    }

    let rule: Rule
    let setting: RuleSetting
    /// The exception that covers the release.
    let exception: PackageURL?
    /// What matched; bounded only by the number of facts, so sentences are made for the few that are kept.
    private(set) var matches: [Match] = []
    /// The reasons of clock rules, which match no facts.
    private var clockReasons: [Reason] = []

    init(rule: Rule, setting: RuleSetting, exception: PackageURL?) {
        self.rule = rule
        self.setting = setting
        self.exception = exception
    }

    var isMatched: Bool { !matches.isEmpty || !clockReasons.isEmpty }

    /// What the rule asks of this release; absent when it is off.
    var outcome: Outcome? {
        guard let outcome = setting.outcome.outcome else { return nil }
        return exception == nil ? outcome : .admit
    }

    mutating func add(_ fact: Fact, pattern: FactPattern) {
        matches.append(Match(fact: fact, template: pattern.sentence ?? rule.sentence))
    }

    mutating func add(sentence: String, place: Place?, until: Instant?) {
        guard let outcome else { return }
        clockReasons.append(reason(outcome, sentence, place: place, until: until))
    }

    /// At most `limit` reasons, heaviest first, and the same ones in whatever order the facts came.
    ///
    /// The last one says how many more there are.
    func reasons(limit: Int, leavingOut isCovered: (Fact) -> Bool) -> [Reason] {
        guard let outcome else { return [] }
        let remaining = Set(matches.filter { !isCovered($0.fact) }).sorted(by: Self.precedes)
        var reasons = remaining.prefix(limit).map { match in
            let sentence = SentenceTemplate.fill(match.template, SentenceTemplate.values(of: match.fact))
            return reason(outcome, sentence, place: match.fact.place, until: nil, steps: match.fact.steps)
        }
        if remaining.count > limit, let last = reasons.popLast() {
            let sentence = SentenceTemplate.plain(
                "\(last.sentence) (and \(remaining.count - limit) more)",
                bytesMax: SentenceTemplate.bytesMax + 32
            )
            reasons.append(reason(outcome, sentence, place: last.place, until: nil, steps: last.steps))
        }
        return clockReasons + reasons
    }

    /// The matching facts, in the order of the reasons.
    func facts(limit: Int) -> [Fact] {
        Set(matches).sorted(by: Self.precedes).prefix(limit).map(\.fact)
    }

    private func reason(
        _ outcome: Outcome,
        _ sentence: String,
        place: Place?,
        until: Instant?,
        steps: [Step] = []
    ) -> Reason {
        Reason(
            code: rule.code,
            outcome: outcome,
            severity: rule.severity,
            sentence: sentence,
            review: rule.review,
            place: place,
            until: until,
            steps: Array(steps.prefix(Selection.stepsMax))
        )
    }

    private static func precedes(_ left: Match, _ right: Match) -> Bool {
        if left.fact.reach != right.fact.reach { return left.fact.reach > right.fact.reach }
        if left.template != right.template { return left.template < right.template }
        return sortKey(left.fact) < sortKey(right.fact)
    }

    private static func sortKey(_ fact: Fact) -> (String, Int, String, String, FactCode) {
        (fact.place?.path ?? "", fact.place?.line ?? 0, fact.detail, fact.place?.excerpt ?? "", fact.code)
    }
}

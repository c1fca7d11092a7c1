public import SallyportModel

/// The rules that time alone decides.
extension Policy {
    /// Judges the clocks of an artifact; called for every version of an index, and free of allocation when nothing is
    /// against it.
    ///
    /// The cooldown runs from the later of publish time and first sight; on the first look at an index from the
    /// publish time alone. A release older than the baseline skips it. A publish time from before a look that did not
    /// show the release holds without end, as a missing one does. `docs/policy.md` has the reasons.
    public func clockVerdict(_ times: ArtifactTimes, ecosystem: Ecosystem, now: Instant) -> Verdict {
        let reading = reading(of: times, ecosystem: ecosystem, now: now)
        guard !reading.isClear(now: now) else { return .admitted }
        return Selection.verdict(of: clockFindings(reading, times, ecosystem: ecosystem, now: now))
    }

    /// When the verdict of these clocks could change by time alone; `nil` when it never will.
    public func nextChange(_ times: ArtifactTimes, ecosystem: Ecosystem, after now: Instant) -> Instant? {
        reading(of: times, ecosystem: ecosystem, now: now).nextChange(after: now)
    }

    /// Whether a release counts as young or established at `now`; a time that is unknown or backdated makes it young.
    public func standing(of times: ArtifactTimes, now: Instant) -> ReleaseStanding {
        let reading = ClockReading(
            times,
            cooldownSeconds: cooldownSeconds,
            baselineSeconds: baselineSeconds,
            now: now
        )
        return reading.isEstablished ? .established : .young
    }

    func reading(of times: ArtifactTimes, ecosystem: Ecosystem, now: Instant) -> ClockReading {
        ClockReading(
            times,
            cooldownSeconds: cooldownSeconds(for: ecosystem),
            baselineSeconds: baselineSeconds,
            now: now
        )
    }

    func clockFindings(
        _ reading: ClockReading,
        _ times: ArtifactTimes,
        ecosystem: Ecosystem,
        now: Instant
    ) -> [RuleFinding] {
        RuleCatalogue.clock.map { rule in
            var finding = RuleFinding(rule: rule, setting: setting(of: rule), exception: nil)
            guard let values = clockValues(rule, reading, times, ecosystem: ecosystem, now: now) else { return finding }
            let until =
                switch rule.code {
                case ClockRules.cooldown.code: reading.cooldownEnd
                case ClockRules.timeInFuture.code: reading.believableAt
                default: nil as Instant?
                }
            finding.add(sentence: SentenceTemplate.fill(rule.sentence, values), place: nil, until: until)
            return finding
        }
    }

    /// The particulars of a clock rule that matches; `nil` when it does not.
    private func clockValues(
        _ rule: Rule,
        _ reading: ClockReading,
        _ times: ArtifactTimes,
        ecosystem: Ecosystem,
        now: Instant
    ) -> [String: String]? {
        switch rule.code {
        case ClockRules.timeUnknown.code:
            return reading.isTimeUnknown ? [:] : nil
        case ClockRules.timeInFuture.code:
            guard reading.isInFuture(now: now), let published = times.publishedAt else { return nil }
            return ["published": published.minute]
        case ClockRules.backdated.code:
            guard reading.isBackdated, let published = times.publishedAt, let look = times.previousLook else {
                return nil
            }
            return ["published": published.minute, "look": look.minute]
        case ClockRules.cooldown.code:
            guard reading.isCooling, let start = reading.cooldownStart, let end = reading.cooldownEnd else {
                return nil
            }
            var event = "published, as the registry said at first,"
            if start == times.firstSeen { event = "first seen" }
            if start == times.publishedAt { event = "published" }
            return [
                "since": "\(event) \(start.minute)",
                "until": end.minute,
                "cooldown": PolicyDuration.words(seconds: cooldownSeconds(for: ecosystem)),
            ]
        default:
            return nil
        }
    }
}

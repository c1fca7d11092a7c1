import SallyportModel

/// What the clocks of one artifact say at one moment; no judgement, and nothing allocated.
struct ClockReading {
    /// How far a publish time may stand before our previous look: an index is cached on its way to us.
    static let backdatingSlackSeconds: Int64 = 3_600
    /// How far a publish time may stand in our future: clocks differ.
    static let futureSkewSeconds: Int64 = 600

    /// The registry states no time that can be read.
    let isTimeUnknown: Bool
    /// The publish time lies before a look that did not show the artifact.
    let isBackdated: Bool
    /// When a publish time in the future becomes believable; absent when it is.
    let believableAt: Instant?
    /// Older than the baseline, by a time that can be believed.
    let isEstablished: Bool
    /// When the cooldown began; absent when nothing tells.
    let cooldownStart: Instant?
    /// When the cooldown ends, or the baseline ends it; absent with ``cooldownStart``.
    let cooldownEnd: Instant?
    /// Whether the cooldown still runs.
    let isCooling: Bool

    init(_ times: ArtifactTimes, cooldownSeconds: Int64, baselineSeconds: Int64, now: Instant) {
        isTimeUnknown = times.publishedAt == nil
        isBackdated = Self.isBackdated(times)
        believableAt = times.publishedAt?.adding(seconds: -Self.futureSkewSeconds)
        let establishedAt = times.believedAt?.adding(seconds: baselineSeconds)
        isEstablished = establishedAt.map { $0 <= now && !Self.isBackdated(times) } ?? false
        cooldownStart = Self.cooldownStart(times)
        let end = cooldownStart?.adding(seconds: cooldownSeconds)
        // A backdated time earns no shortcut through the baseline.
        cooldownEnd = if let end, let establishedAt, !isBackdated { min(end, establishedAt) } else { end }
        isCooling = cooldownEnd.map { now < $0 } ?? false
    }

    /// Nothing is against it at that moment.
    func isClear(now: Instant) -> Bool {
        !isTimeUnknown && !isBackdated && !isCooling && !isInFuture(now: now)
    }

    /// Whether the publish time lies further ahead than clocks differ.
    func isInFuture(now: Instant) -> Bool {
        believableAt.map { now < $0 } ?? false
    }

    /// The next moment at which time alone changes the reading.
    func nextChange(after now: Instant) -> Instant? {
        let believed = believableAt.flatMap { $0 > now ? $0 : nil }
        let cooled = cooldownEnd.flatMap { $0 > now ? $0 : nil }
        guard let believed, let cooled else { return believed ?? cooled }
        return min(believed, cooled)
    }

    private static func isBackdated(_ times: ArtifactTimes) -> Bool {
        guard let published = times.publishedAt, let look = times.previousLook else { return false }
        return published < look.adding(seconds: -backdatingSlackSeconds)
    }

    /// On the first look at an index everything in it is first seen at once, and that says nothing.
    private static func cooldownStart(_ times: ArtifactTimes) -> Instant? {
        // A time that is stated no more, or another one, does not end what began by the first.
        guard times.previousLook != nil else { return times.believedAt ?? times.earliest }
        return times.believedAt.map { max($0, times.firstSeen) } ?? times.firstSeen
    }
}

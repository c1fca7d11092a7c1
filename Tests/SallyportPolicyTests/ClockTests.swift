import SallyportModel
import SallyportPolicy
import Testing

@Suite("The clocks")
struct ClockTests {
    /// One row of the truth table: hours from the start of the week; `now` is hour 0.
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let published: Int64?
        let firstSeen: Int64
        let look: Int64?
        let codes: [String]
        let until: Int64?

        init(
            _ name: String,
            published: Int64?,
            seen: Int64 = 0,
            look: Int64? = nil,
            _ codes: [String],
            until: Int64? = nil
        ) {
            self.name = name
            self.published = published
            firstSeen = seen
            self.look = look
            self.codes = codes
            self.until = until
        }

        var testDescription: String { name }
        var times: ArtifactTimes {
            ArtifactTimes(publishedAt: published.map(hour), firstSeen: hour(firstSeen), previousLook: look.map(hour))
        }
    }

    private static let held: [Row] = [
        Row("no time, first look", published: nil, ["time-unknown"]),
        Row("no time, watched", published: nil, seen: -1, look: -2, ["time-unknown", "cooldown"]),
        Row("no time, seen long ago", published: nil, seen: -9_000, look: -9_001, ["time-unknown"]),
        Row("future", published: 1, ["time-in-future", "cooldown"], until: 73),
        Row("far future", published: 70_000_000, ["time-in-future", "cooldown"], until: 70_000_072),
        Row("backdated by a month", published: -24 * 31, seen: 0, look: -2, ["backdated", "cooldown"]),
        Row("backdated by years", published: -24 * 3_000, seen: 0, look: -2, ["backdated", "cooldown"]),
        Row("backdated within the baseline", published: -24 * 5, seen: 0, look: -2, ["backdated", "cooldown"]),
        Row("backdated, cooldown over", published: -24 * 9, seen: -24 * 6, look: -24 * 7, ["backdated"]),
        Row("backdated by just more than the slack", published: -4, seen: 0, look: -2, ["backdated", "cooldown"]),
        Row("fresh, first look", published: -1, ["cooldown"], until: 71),
        Row("last hour of the cooldown", published: -71, ["cooldown"], until: 1),
        Row("fresh, watched", published: -1, seen: 0, look: -2, ["cooldown"], until: 72),
        Row("seen late after a pause of ours", published: -24 * 5, seen: 0, look: -24 * 6, ["cooldown"], until: 72),
        Row("the baseline ends it", published: -24 * 29, seen: 0, look: -24 * 40, ["cooldown"], until: 24),
        Row("within the slack", published: -3, seen: 0, look: -2, ["cooldown"], until: 72),
        Row("our clock went back", published: -100, seen: 50, look: -101, ["cooldown"], until: 122),
    ]

    @Test("hold, with the rules and the end that the table says", arguments: held)
    func holds(row: Row) {
        let verdict = Policy.standard.clockVerdict(row.times, ecosystem: .npm, now: hour(0))
        #expect(verdict.outcome == .hold)
        #expect(verdict.codes == row.codes)
        #expect(verdict.until == row.until.map(hour))
    }

    private static let clear: [Row] = [
        Row("exactly three days old", published: -72, []),
        Row("older than the cooldown", published: -73, []),
        Row("older than the baseline", published: -24 * 31, []),
        Row("exactly as old as the baseline, seen now", published: -24 * 30, seen: 0, look: -24 * 40, []),
        Row("watched and cooled", published: -80, seen: -72, look: -81, []),
        Row("years old, on the first look", published: -90_000, []),
        Row("on the first look, first sight counts for nothing", published: -73, seen: 0, []),
        Row("published before our look, within the slack, long ago", published: -1_001, seen: -1_000, look: -1_000, []),
    ]

    @Test("pass", arguments: clear)
    func passes(row: Row) {
        #expect(Policy.standard.clockVerdict(row.times, ecosystem: .npm, now: hour(0)) == .admitted)
    }

    @Test("give slack to indexes and clocks to the second")
    func slack() {
        let look = hour(-100)
        for (seconds, codes) in [(-3_600, []), (-3_601, ["backdated"])] as [(Int64, [String])] {
            let times = ArtifactTimes(
                publishedAt: look.adding(seconds: seconds),
                firstSeen: hour(-99),
                previousLook: look
            )
            #expect(Policy.standard.clockVerdict(times, ecosystem: .npm, now: hour(0)).codes == codes)
        }
        for (seconds, codes) in [(600, ["cooldown"]), (601, ["time-in-future", "cooldown"])] as [(Int64, [String])] {
            let times = ArtifactTimes(
                publishedAt: hour(0).adding(seconds: seconds),
                firstSeen: hour(0),
                previousLook: nil
            )
            #expect(Policy.standard.clockVerdict(times, ecosystem: .npm, now: hour(0)).codes == codes)
        }
    }

    @Test("survive times at the ends of the calendar")
    func extremes() {
        let ends = [Instant(milliseconds: .min), Instant(milliseconds: .max), hour(0)]
        for published in ends {
            for seen in ends {
                for look in ends {
                    for now in ends {
                        let times = ArtifactTimes(publishedAt: published, firstSeen: seen, previousLook: look)
                        let verdict = Policy.standard.clockVerdict(times, ecosystem: .npm, now: now)
                        #expect(verdict.outcome != .deny)
                        if let next = Policy.standard.nextChange(times, ecosystem: .npm, after: now) {
                            #expect(next > now)
                        }
                    }
                }
            }
        }
    }

    @Test("say what they saw in one plain line")
    func sentences() {
        func sentence(_ published: Int64?, seen: Int64 = 0, look: Int64? = nil) -> String? {
            let row = Row("", published: published, seen: seen, look: look, [])
            return Policy.standard.clockVerdict(row.times, ecosystem: .npm, now: hour(16)).reasons.first?.sentence
        }
        #expect(
            sentence(15)
                == "published 2026-11-22 15:00 UTC, held until 2026-11-25 15:00 UTC (cooldown of 3 days)"
        )
        #expect(
            sentence(13, seen: 15, look: 12)
                == "first seen 2026-11-22 15:00 UTC, held until 2026-11-25 15:00 UTC (cooldown of 3 days)"
        )
        #expect(
            sentence(-900, seen: 15, look: 12)
                == "states that it was published 2026-10-15 12:00 UTC, but was not in the index at 2026-11-22 12:00 UTC"
        )
        #expect(sentence(40) == "states a publish time in the future: 2026-11-23 16:00 UTC")
        #expect(sentence(nil) == "has no publish time that can be read, so its age is unknown")
    }
}

@Suite("The clocks over time")
struct ClockProgressTests {
    @Test("change only at the instants that nextChange names")
    func agreement() {
        let moments = stride(from: Int64(-800), through: 120, by: 40).map { $0 } + [-73, -72, -71, -1, 0, 1]
        for published in moments {
            for (seen, look) in [(Int64(0), nil), (0, -2), (-50, -60), (-50, -700)] as [(Int64, Int64?)] {
                let times = ArtifactTimes(
                    publishedAt: hour(published),
                    firstSeen: hour(seen),
                    previousLook: look.map(hour)
                )
                var now = hour(-10)
                var changes = 0
                while let next = Policy.standard.nextChange(times, ecosystem: .npm, after: now) {
                    let before = Policy.standard.clockVerdict(times, ecosystem: .npm, now: now)
                    let justBefore = Instant(milliseconds: next.milliseconds - 1)
                    #expect(Policy.standard.clockVerdict(times, ecosystem: .npm, now: justBefore) == before)
                    now = next
                    changes += 1
                }
                #expect(changes <= 2)
                let last = Policy.standard.clockVerdict(times, ecosystem: .npm, now: now)
                let far = Policy.standard.clockVerdict(times, ecosystem: .npm, now: now.adding(seconds: 1_000_000_000))
                #expect(last == far)
            }
        }
    }

    @Test("end a hold at the instant that the verdict names")
    func untilIsTheEnd() throws {
        let times = ArtifactTimes(publishedAt: hour(-1), firstSeen: hour(0), previousLook: hour(-2))
        let verdict = Policy.standard.clockVerdict(times, ecosystem: .npm, now: hour(0))
        let until = try #require(verdict.until)
        #expect(Policy.standard.nextChange(times, ecosystem: .npm, after: hour(0)) == until)
        #expect(Policy.standard.clockVerdict(times, ecosystem: .npm, now: until) == .admitted)
        #expect(Policy.standard.nextChange(times, ecosystem: .npm, after: until) == nil)
    }

    @Test("follow the cooldown of the ecosystem")
    func perEcosystem() throws {
        let policy = try Policy("cooldown: { default: 2d, pypi: 1h, gem: 0d }")
        let times = ArtifactTimes(publishedAt: hour(-2), firstSeen: hour(0), previousLook: nil)
        #expect(policy.clockVerdict(times, ecosystem: .npm, now: hour(0)).until == hour(46))
        #expect(policy.clockVerdict(times, ecosystem: .pypi, now: hour(0)) == .admitted)
        #expect(policy.clockVerdict(times, ecosystem: .gem, now: hour(0)) == .admitted)
        #expect(policy.cooldownSeconds(for: .gem) == 0)
        #expect(policy.cooldownSeconds(for: Ecosystem(rawValue: "cargo")) == 2 * 86_400)
    }

    @Test("take the outcome that the policy file gives their rules")
    func outcomes() throws {
        let backdated = ArtifactTimes(publishedAt: hour(-24 * 60), firstSeen: hour(-1), previousLook: hour(-2))
        let unknown = ArtifactTimes(publishedAt: nil, firstSeen: hour(-1), previousLook: hour(-2))
        let policy = try Policy("rules: { backdated: deny, time-unknown: admit, cooldown: hold }")
        #expect(policy.clockVerdict(backdated, ecosystem: .npm, now: hour(0)).outcome == .deny)
        let verdict = policy.clockVerdict(unknown, ecosystem: .npm, now: hour(0))
        #expect(verdict.codes == ["cooldown", "time-unknown"])
        #expect(verdict.until == hour(71))
        let lax = try Policy("rules: { backdated: off, time-unknown: off, time-in-future: off, cooldown: off }")
        #expect(lax.clockVerdict(backdated, ecosystem: .npm, now: hour(0)) == .admitted)
        #expect(lax.clockVerdict(unknown, ecosystem: .npm, now: hour(0)) == .admitted)
    }

    @Test("never let a time that is moved back shorten the cooldown, nor make a release established")
    func restated() {
        // It was said to be two hours old at first, on the first look: hours of what is stated now, and of the cooldown's end.
        let rows: [(published: Int64?, stated: Int64, seen: Int64, look: Int64?, codes: [String], until: Int64?)] = [
            (-90_000, -2, 0, nil, ["cooldown"], 70),
            (-24 * 31, -2, -1, nil, ["cooldown"], 70),
            (-3, -2, -1, nil, ["cooldown"], 70),
            (-1, -2, -1, nil, ["cooldown"], 71),
            (nil, -2, -1, nil, ["time-unknown", "cooldown"], nil),
            // A wrong time in the future that is put right counts from when we saw it.
            (-90_000, 500, 0, nil, ["cooldown"], 72),
            (-90_000, -80, -79, nil, [], nil),
            (-90_000, -2, 0, -3, ["backdated", "cooldown"], nil),
            (-90_000, -90_000, 0, nil, [], nil),
        ]
        for row in rows {
            let times = ArtifactTimes(
                publishedAt: row.published.map(hour),
                firstSeen: hour(row.seen),
                previousLook: row.look.map(hour),
                firstStated: hour(row.stated)
            )
            let verdict = Policy.standard.clockVerdict(times, ecosystem: .npm, now: hour(0))
            #expect(verdict.codes == row.codes, "\(row)")
            #expect(verdict.until == row.until.map(hour), "\(row)")
            let isOld = row.stated == -90_000
            #expect(Policy.standard.standing(of: times, now: hour(0)) == (isOld ? .established : .young), "\(row)")
        }
    }

    @Test("name the time that was stated first where that counts")
    func restatedSentence() {
        let times = ArtifactTimes(
            publishedAt: hour(-90_000),
            firstSeen: hour(0),
            previousLook: nil,
            firstStated: hour(-2)
        )
        let verdict = Policy.standard.clockVerdict(times, ecosystem: .npm, now: hour(0))
        #expect(verdict.reasons.first?.sentence.hasPrefix("published, as the registry said at first, 20") == true)
    }

    @Test("make a release established only by an age that can be believed")
    func standing() {
        func standing(_ published: Int64?, look: Int64? = nil) -> ReleaseStanding {
            let times = ArtifactTimes(
                publishedAt: published.map(hour),
                firstSeen: hour(0),
                previousLook: look.map(hour)
            )
            return Policy.standard.standing(of: times, now: hour(0))
        }
        #expect(standing(nil) == .young)
        #expect(standing(-24 * 30 + 1) == .young)
        #expect(standing(24 * 40) == .young)
        #expect(standing(-24 * 60, look: -2) == .young)
        #expect(standing(-24 * 30) == .established)
        #expect(standing(-24 * 60, look: -24 * 60) == .established)
    }
}

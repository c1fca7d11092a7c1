import SallyportEcosystem
import SallyportModel
import SallyportPolicy
import Testing

@testable import SallyportGate

@Suite("The standing of an artifact")
struct StandingTests {
    private func standing(
        of entry: IndexedArtifact,
        _ judgement: Judgement? = nil,
        decisions: [Decision] = [],
        policy: Policy = .standard,
        engine: String? = nil,
        sighting: Sighting = Sighting(firstSeen: hour(0), previousLook: nil),
        now: Instant = hour(0)
    ) throws -> ArtifactStanding {
        let known = try SallyportGateTests.judgement(on: entry)
        let rules = StandingRules(
            policy: policy,
            engine: engine ?? known.engine,
            book: DecisionBook(decisions),
            now: now
        )
        return rules.standing(of: entry, sighting: sighting, judgement: judgement)
    }

    private static let subject = "pkg:npm/left@1.0.0"

    private func codes(_ standing: ArtifactStanding) -> [String] { standing.verdict.reasons.map(\.code) }

    @Test("a young release is held by the cooldown until it ends, and then judged")
    func cooldown() throws {
        let entry = try entry(publishedAt: hour(-1))
        let held = try standing(of: entry)
        #expect(held.verdict.outcome == .hold)
        #expect(codes(held) == ["cooldown"])
        #expect(held.changesAt == hour(71))
        #expect(held.needsInspection)
        let last = try standing(of: entry, now: Instant(milliseconds: hour(71).milliseconds - 1))
        #expect(last.verdict.outcome == .hold)
        #expect(try standing(of: entry, now: hour(71)).verdict.outcome == .admit)
    }

    @Test("an established release that nobody has read is visible and needs inspection")
    func unread() throws {
        let standing = try standing(of: try entry())
        #expect(standing.verdict == .admitted)
        #expect(standing.needsInspection)
        #expect(standing.changesAt == nil)
    }

    @Test("without a publish time it is held for good")
    func timeless() throws {
        let standing = try standing(of: try entry(publishedAt: nil))
        #expect(standing.verdict.outcome == .hold)
        #expect(standing.changesAt == nil)
    }

    @Test("content and clock are joined, the stricter one decides", arguments: [Outcome.admit, .hold, .deny])
    func joined(outcome: Outcome) throws {
        let entry = try entry()
        let judged = try judgement(on: entry, verdict: outcome == .admit ? .admitted : verdict(outcome))
        let standing = try standing(of: entry, judged)
        #expect(standing.verdict.outcome == outcome)
        #expect(!standing.needsInspection)
    }

    @Test("a person's denial counts before everything, and its reason stands first")
    func denied() throws {
        let entry = try entry()
        let standing = try standing(of: entry, try judgement(on: entry), decisions: [decision(1, .deny, Self.subject)])
        #expect(standing.verdict.outcome == .deny)
        #expect(codes(standing) == ["denied-by-person"])
    }

    @Test("an admission overrules clock and content, and names what it overrules")
    func admitted() throws {
        let entry = try entry(publishedAt: hour(-1))
        let judged = try judgement(on: entry, verdict: verdict(.deny), policy: Policy.standard.fingerprint + "-young")
        let standing = try standing(of: entry, judged, decisions: [decision(1, .admit, Self.subject)])
        #expect(standing.verdict.outcome == .admit)
        #expect(codes(standing) == ["admitted-by-person", "rule", "cooldown"])
    }

    @Test("an admission does not spare the reading")
    func admittedUnread() throws {
        let standing = try standing(of: try entry(), decisions: [decision(1, .admit, Self.subject)])
        #expect(standing.needsInspection)
    }

    @Test("an admission with an end changes by itself then")
    func admittedForAWhile() throws {
        let entry = try entry()
        let judged = try judgement(on: entry, verdict: verdict(.hold))
        let waiver = decision(1, .admit, Self.subject, expires: hour(5))
        let now = try standing(of: entry, judged, decisions: [waiver])
        #expect(now.verdict.outcome == .admit)
        #expect(now.changesAt == hour(5))
        #expect(try standing(of: entry, judged, decisions: [waiver], now: hour(5)).verdict.outcome == .hold)
    }

    @Test("a freeze holds what appeared later, by the registry's word or by our own eyes")
    func frozen() throws {
        let freeze = decision(1, .freeze, asOf: hour(-10))
        let old = try entry(publishedAt: hour(-24 * 40))
        #expect(try standing(of: old, decisions: [freeze]).verdict.outcome == .admit)
        let seenLater = Sighting(firstSeen: hour(-5), previousLook: hour(-24 * 41))
        #expect(codes(try standing(of: old, decisions: [freeze], sighting: seenLater)).contains("frozen"))
        let published = try entry(publishedAt: hour(-9))
        #expect(codes(try standing(of: published, decisions: [freeze])).contains("frozen"))
    }

    @Test(
        "other digests than the judged ones hold, whatever was decided and whatever changed since",
        arguments: [
            [], [decision(1, .admit, subject)], [decision(1, .admit, "pkg:npm/left")], [decision(1, .deny, subject)],
            [decision(1, .freeze, asOf: hour(-1))],
        ]
    )
    func digestChanged(decisions: [Decision]) throws {
        let entry = try entry(content: "new content")
        let judged = try judgement(on: entry, content: "content")
        for engine in [judged.engine, "a newer one"] {
            let standing = try standing(of: entry, judged, decisions: decisions, engine: engine)
            #expect(standing.verdict.outcome == .hold)
            #expect(codes(standing) == ["digest-changed"])
            #expect(standing.needsInspection)
        }
    }

    @Test("a digest that the index publishes later is held against the judged bytes too")
    func digestAdded() throws {
        let known = try entry()
        let judged = try judgement(on: known)
        let stronger = IndexedArtifact(
            artifact: known.artifact,
            url: known.url,
            digests: staged().digests,
            publishedAt: known.publishedAt
        )
        #expect(try standing(of: stronger, judged).verdict == .admitted)
        let wrong = IndexedArtifact(
            artifact: known.artifact,
            url: known.url,
            digests: known.digests + staged("other").digests.filter { $0.algorithm == .sha1 },
            publishedAt: known.publishedAt
        )
        #expect(codes(try standing(of: wrong, judged)) == ["digest-changed"])
    }

    @Test("reopening makes earlier judgements void, those made after it count")
    func reopened() throws {
        let entry = try entry()
        let reopening = [decision(1, .reopen, Self.subject, at: hour(1))]
        for (hours, isVoid) in [(Int64(0), true), (1, true), (2, false)] {
            let judged = try judgement(on: entry, judgedAt: hour(hours))
            let standing = try standing(of: entry, judged, decisions: reopening, now: hour(3))
            #expect(standing.needsInspection == isVoid, "judged at hour \(hours)")
        }
    }

    @Test("reopening lets changed bytes be judged as new ones")
    func reopenedAfterChange() throws {
        let entry = try entry(content: "new content")
        let judged = try judgement(on: entry, content: "content")
        let reopening = [decision(1, .reopen, Self.subject, at: hour(1))]
        let standing = try standing(of: entry, judged, decisions: reopening, now: hour(2))
        #expect(standing.verdict == .admitted)
        #expect(standing.needsInspection)
    }

    @Test("another engine reads again")
    func engineChanged() throws {
        let entry = try entry()
        let standing = try standing(of: entry, try judgement(on: entry), engine: "a newer one")
        #expect(standing.needsInspection)
    }

    @Test("another policy judges again")
    func policyChanged() throws {
        let entry = try entry()
        let other = try Policy(yaml: "version: 1\nbaseline: 20d\n", file: "policy.yaml")
        let standing = try standing(of: entry, try judgement(on: entry, verdict: verdict(.hold)), policy: other)
        #expect(standing.needsInspection)
        #expect(standing.verdict == .admitted)
    }

    @Test("what was held as a young release is judged again when it has outgrown that; what was admitted stays")
    func outgrownYouth() throws {
        let entry = try entry(publishedAt: hour(-24 * 29))
        let mark = Policy.standard.fingerprint + "-young"
        let held = try judgement(on: entry, verdict: verdict(.hold), policy: mark)
        let young = try standing(of: entry, held)
        #expect(!young.needsInspection)
        #expect(young.verdict.outcome == .hold)
        #expect(young.changesAt == hour(24))
        #expect(try standing(of: entry, held, now: hour(24)).needsInspection)

        let admitted = try judgement(on: entry, policy: mark)
        #expect(try standing(of: entry, admitted).changesAt == nil)
        #expect(try !standing(of: entry, admitted, now: hour(24)).needsInspection)
    }
}

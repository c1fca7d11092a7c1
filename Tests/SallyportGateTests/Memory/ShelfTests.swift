import SallyportAnalysis
import SallyportEcosystem
import SallyportModel
import SallyportPolicy
import SallyportTesting
import Testing

@testable import SallyportGate

@Suite("The shelf of indexes")
struct ShelfTests {
    private func rules(_ decisions: [Decision] = [], at now: Instant = hour(0)) -> StandingRules {
        StandingRules(
            policy: .standard,
            engine: Inspector.engineVersion,
            book: DecisionBook(decisions),
            now: now
        )
    }

    private func shelved(
        _ name: String = "left",
        published: [String] = ["2026-01-01T00:00:00Z"],
        judgements: [Judgement] = []
    ) throws -> ShelvedIndex {
        var fake = FakePackage(try package(name))
        for (number, time) in published.enumerated() {
            fake.release("\(number + 1).0.0", Array("\(number)".utf8), publishedAt: time)
        }
        let index = try FakeEcosystem().parseIndex(fake.document, of: fake.package)
        return ShelvedIndex(
            kept: KeptIndex(document: fake.document, confirmedAt: hour(0)),
            index: index,
            sightings: index.artifacts.map { _ in Sighting(firstSeen: hour(0), previousLook: nil) },
            judgements: judgements,
            freshUntil: hour(2)
        )
    }

    @Test("a lease ends at its instant, and at once when it is taken back")
    func leases() {
        let lease = Lease(expiresAt: hour(1))
        #expect(lease.isValid(at: Instant(milliseconds: hour(1).milliseconds - 1)))
        #expect(!lease.isValid(at: hour(1)))
        #expect(lease.isValid(at: hour(0)))
        lease.revoke()
        #expect(!lease.isValid(at: hour(0)))
        #expect(Lease(expiresAt: nil).isValid(at: hour(1_000_000)))
    }

    @Test("leases end when the index has to be asked for again, those of artifacts when time changes something or soon")
    func leaseEnds() throws {
        let shelf = Shelf(bytesMax: 1 << 20)
        let still = shelf.put(try shelved(), of: try package(), isLook: true, under: rules())
        #expect(still.indexLease.expiresAt == hour(2))
        let unasked = hour(0).adding(seconds: ShelvedIndex.unaskedSecondsMax)
        #expect(still.artifactLease.expiresAt == unasked)
        let cooling = try shelved("right", published: ["2026-11-21T23:00:00Z"])
        let young = shelf.put(cooling, of: try package("right"), isLook: true, under: rules())
        #expect(young.changesAt == hour(71))
        #expect(young.artifactLease.expiresAt == unasked)
        let old = shelf.update(try package("right"), under: rules(at: hour(71).adding(seconds: -1))) { _ in }
        #expect(old?.artifactLease.expiresAt == hour(71))
        let ripe = try #require(shelf.index(of: try package("right"), under: rules(at: hour(71)), at: hour(71)))
        #expect(ripe.generation != young.generation)
        #expect(ripe.standings.map(\.verdict.outcome) == [.admit])
    }

    @Test("a lease of artifacts that ran out is renewed alone: what was rendered stays right")
    func renewedLease() throws {
        let shelf = Shelf(bytesMax: 1 << 20)
        let before = shelf.put(try shelved(), of: try package(), isLook: true, under: rules())
        let later = hour(0).adding(seconds: ShelvedIndex.unaskedSecondsMax)
        #expect(!before.artifactLease.isValid(at: later))
        #expect(before.isSettled(at: later))
        let after = try #require(shelf.index(of: try package(), under: rules(at: later), at: later))
        #expect(after.artifactLease.isValid(at: later))
        #expect(before.indexLease.isValid(at: later))
        #expect(
            shelf.index(of: try package(), under: rules(at: later), at: later)?.artifactLease === after.artifactLease
        )
        // Whoever asks for a listing has no need of it.
        let (listed, _) = shelf.settled(under: rules(at: hour(1)), at: hour(1)) { _ in true }
        #expect(listed.map(\.generation) == [after.generation])
        #expect(after.indexLease.isValid(at: hour(1)))
    }

    @Test("to be looked at for a listing is no use of an index, nor when time has changed it")
    func settledWithoutUse() throws {
        let cooling = "2026-11-21T23:00:00Z"
        let room = try shelved(published: [cooling]).byteCount
        let shelf = Shelf(bytesMax: room * 3 + 100)
        for name in ["left", "right"] {
            _ = shelf.put(try shelved(name, published: [cooling]), of: try package(name), isLook: true, under: rules())
        }
        let left = try package("left")
        let (listed, _) = shelf.settled(under: rules(at: hour(71)), at: hour(71)) { $0 == left }
        #expect(listed.map { $0.standings.map(\.verdict.outcome) } == [[.admit]])
        for name in ["third", "fourth"] {
            _ = shelf.put(try shelved(name), of: try package(name), isLook: true, under: rules(at: hour(71)))
        }
        #expect(shelf.indexes { $0 == left }.isEmpty)
        #expect(shelf.indexes { $0.name == "third" }.count == 1)
    }

    @Test("nothing that a client sees has changed: the generation stays, old leases end, new ones are given")
    func sameGeneration() throws {
        let shelf = Shelf(bytesMax: 1 << 20)
        let left = try package()
        let before = shelf.put(try shelved(), of: left, isLook: true, under: rules())
        let after = try #require(shelf.update(left, under: rules()) { $0.freshUntil = hour(3) })
        #expect(after.generation == before.generation)
        #expect(!before.artifactLease.isValid(at: hour(0)))
        #expect(after.artifactLease.isValid(at: hour(0)))
        #expect(after.indexLease.expiresAt == hour(3))
    }

    @Test("a denial counts a new generation and takes leases back, its reversal another one")
    func newGeneration() throws {
        let shelf = Shelf(bytesMax: 1 << 20)
        let left = try package()
        let before = shelf.put(try shelved(), of: left, isLook: true, under: rules())
        let denial = decision(1, .deny, "pkg:npm/left")
        let denied = try #require(shelf.update(left, under: rules([denial])) { _ in })
        let again = try #require(
            shelf.update(left, under: rules([denial, decision(2, .reopen, "pkg:npm/left")])) { _ in }
        )
        #expect(Set([before.generation, denied.generation, again.generation]).count == 3)
        #expect(!before.indexLease.isValid(at: hour(0)))
        #expect(!denied.indexLease.isValid(at: hour(0)))
    }

    @Test("a companion that becomes known counts a new generation")
    func companionKnown() throws {
        let shelf = Shelf(bytesMax: 1 << 20)
        let left = try package()
        let index = try shelved()
        let before = shelf.put(index, of: left, isLook: true, under: rules())
        let digest = StandInHashing().sha256([1, 2, 3].span)
        let judged = Judgement(
            artifact: index.index.artifacts[0].artifact,
            digest: try #require(index.index.artifacts[0].digests.first),
            digests: index.index.artifacts[0].digests,
            size: 1,
            verdict: .admitted,
            predecessor: nil,
            policy: Policy.standard.fingerprint,
            engine: Inspector.engineVersion,
            judgedAt: hour(0),
            companion: Judgement.Companion(digest: digest, size: 3)
        )
        let after = try #require(shelf.update(left, under: rules()) { $0.judgements["left-1.0.0.tgz"] = judged })
        #expect(after.generation != before.generation)
        #expect(after.view(mountURL: "", namesRestrictions: false).companions == [0: digest])
    }

    @Test("a freeze settles every index")
    func settleAll() throws {
        let shelf = Shelf(bytesMax: 1 << 20)
        let names = ["left", "right"]
        let before = try names.map { shelf.put(try shelved($0), of: try package($0), isLook: true, under: rules()) }
        shelf.settleAll(under: rules([decision(1, .freeze, asOf: Instant("2025-01-01"))]))
        #expect(before.allSatisfy { !$0.artifactLease.isValid(at: hour(0)) })
        for name in names {
            let now = try #require(shelf.index(of: try package(name), under: rules(), at: hour(0)))
            #expect(now.standings.map(\.verdict.outcome) == [.hold])
        }
    }

    @Test("what is dropped for want of room loses its leases")
    func eviction() throws {
        let index = try shelved()
        let shelf = Shelf(bytesMax: index.byteCount + 1)
        let first = shelf.put(index, of: try package(), isLook: true, under: rules())
        let second = shelf.put(try shelved("right"), of: try package("right"), isLook: true, under: rules())
        #expect(!first.artifactLease.isValid(at: hour(0)))
        #expect(!first.indexLease.isValid(at: hour(0)))
        #expect(second.artifactLease.isValid(at: hour(0)))
        #expect(shelf.index(of: try package(), under: rules(), at: hour(0)) == nil)
    }

    @Test("what is too large to be kept gets no lease that would outlive a denial", arguments: [-1, 0, 1])
    func tooLarge(room: Int) throws {
        let index = try shelved()
        let shelf = Shelf(bytesMax: index.byteCount + room)
        let put = shelf.put(index, of: try package(), isLook: true, under: rules())
        #expect(put.artifactLease.isValid(at: hour(0)) == (room >= 0))
        #expect(put.indexLease.isValid(at: hour(0)) == (room >= 0))
    }

    @Test("a newer index takes the leases of the one before, and keeps judgements that were settled meanwhile")
    func replacement() throws {
        let shelf = Shelf(bytesMax: 1 << 20)
        let left = try package()
        let before = shelf.put(try shelved(), of: left, isLook: true, under: rules())
        let judged = try judgement(on: try entry())
        _ = shelf.update(left, under: rules()) { $0.judgements["left-1.0.0.tgz"] = judged }
        let after = shelf.put(try shelved(), of: left, isLook: true, under: rules())
        #expect(!before.artifactLease.isValid(at: hour(0)))
        #expect(after.judgements["left-1.0.0.tgz"] == judged)
        let newer = try judgement(on: try entry(), verdict: verdict(.hold), judgedAt: hour(1))
        let latest = shelf.put(try shelved(judgements: [newer]), of: left, isLook: true, under: rules())
        #expect(latest.judgements["left-1.0.0.tgz"] == newer)
    }

    @Test("an index that was kept gives way to what is there, and takes an empty place")
    func kept() throws {
        let shelf = Shelf(bytesMax: 1 << 20)
        let left = try package()
        let two = ["2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"]
        _ = shelf.put(try shelved(), of: left, isLook: false, under: rules())
        _ = shelf.put(try shelved(published: two), of: left, isLook: true, under: rules())
        let after = shelf.put(try shelved(), of: left, isLook: false, under: rules())
        #expect(after.index.artifacts.count == 2)
        #expect(shelf.index(of: left, under: rules(), at: hour(0))?.index.artifacts.count == 2)
    }

    @Test("the upstream's confirmation extends the index's lease and ends the one before")
    func confirmation() throws {
        let shelf = Shelf(bytesMax: 1 << 20)
        let left = try package()
        let before = shelf.put(try shelved(), of: left, isLook: true, under: rules())
        let after = try #require(shelf.confirm(left, at: hour(1), isNoted: true, freshUntil: hour(4)))
        #expect(after.generation == before.generation)
        #expect(after.indexLease.expiresAt == hour(4))
        #expect(!before.indexLease.isValid(at: hour(1)))
        #expect(before.artifactLease.isValid(at: hour(0)))
        #expect(after.kept.confirmedAt == hour(1))
        #expect(shelf.confirm(try package("right"), at: hour(1), isNoted: true, freshUntil: hour(4)) == nil)
    }
}

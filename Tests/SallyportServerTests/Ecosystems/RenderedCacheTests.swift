import NIOCore
import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportTesting
import Synchronization
import Testing

@testable import SallyportServer

@Suite("Rendered indexes")
struct RenderedCacheTests {
    private let upstream = FakeUpstream()
    private let counting = CountingEcosystem()

    private func key(_ package: Package, mountURL: String = "http://host") -> RenderedKey {
        RenderedKey(
            package: package,
            form: IndexForm("lines"),
            mountURL: mountURL,
            namesRestrictions: false,
            isGzipped: false
        )
    }

    @Test("are made once, however many ask at once, and again for another form or generation")
    func once() async throws {
        let left = try #require(Package(.npm, "left"))
        var fake = FakePackage(left)
        fake.release("1.0.0", FakeTarball.honest("left", "1.0.0"))
        fake.publish(to: upstream)
        try await RenderingGate.with(counting, upstream) { gate in
            let cache = RenderedCache(bytesMax: 1 << 20)
            let ticket = try await gate.ticket(for: left)
            let etags = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<20 {
                    group.addTask { try await cache.rendered(key(left), under: ticket, by: gate).etag }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(etags.count == 1)
            #expect(counting.renderings == 1)
            _ = try await cache.rendered(key(left, mountURL: "http://other"), under: ticket, by: gate)
            #expect(counting.renderings == 2)
            _ = try await gate.decide(
                DecisionDraft(
                    action: .deny,
                    subject: PackageURL(package: left, version: nil),
                    actor: "ada",
                    at: ManualClock().now,
                    reason: "for the test"
                )
            )
            let later = try await gate.ticket(for: left)
            let denied = try await cache.rendered(key(left), under: later, by: gate)
            #expect(denied.body.readableBytes == 0)
            #expect(counting.renderings == 3)
        }
    }
}

/// The fake ecosystem with a count of what was rendered.
private final class CountingEcosystem: PackageEcosystem {
    private let inner = FakeEcosystem()
    private let count = Mutex(0)

    var renderings: Int { count.withLock { $0 } }
    var ecosystem: Ecosystem { inner.ecosystem }
    var mount: String { inner.mount }

    func route(_ request: ClientRequest) -> Route { inner.route(request) }
    func indexRequest(for package: Package) -> IndexRequest { inner.indexRequest(for: package) }

    func parseIndex(_ document: IndexDocument, of package: Package) throws(IndexError) -> any PackageIndex {
        CountingIndex(inner: try inner.parseIndex(document, of: package)) { [self] in count.withLock { $0 += 1 } }
    }

    func predecessor(of artifact: Artifact, among admitted: [Artifact]) -> Artifact? { nil }
    func answer(refusing refusal: Refusal) -> Answer { inner.answer(refusing: refusal) }
    func answer(failing failure: Failure) -> Answer { inner.answer(failing: failure) }

    func prepare(_ relay: Relay, body: [UInt8], isOwned: (Package) -> Bool) -> RelayStep {
        inner.prepare(relay, body: body, isOwned: isOwned)
    }
}

private struct CountingIndex: PackageIndex {
    let inner: any PackageIndex
    let note: @Sendable () -> Void

    var package: Package { inner.package }
    var artifacts: [IndexedArtifact] { inner.artifacts }
    var omissions: [String] { inner.omissions }
    var byteCount: Int { inner.byteCount }

    func likely(in view: IndexView) -> [Int] { inner.likely(in: view) }
    func newerWithheld(in view: IndexView) -> [Int] { inner.newerWithheld(in: view) }

    func render(_ form: IndexForm, view: IndexView) -> Answer {
        note()
        return inner.render(form, view: view)
    }
}

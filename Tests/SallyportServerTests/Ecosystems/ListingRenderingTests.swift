import Dispatch
import NIOCore
import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportTesting
import Synchronization
import Testing

@testable import SallyportServer

@Suite("Rendered listings")
struct ListingRenderingTests {
    private let upstream = FakeUpstream()
    private let held = HeldRendering()

    private func withGate(_ body: (Gate) async throws -> Void) async throws {
        upstream.serve(
            IndexDocument(body: Array("all".utf8), contentType: "text/plain", url: ""),
            at: FakeEcosystem.listingName
        )
        for name in ["left", "right"] {
            var fake = FakePackage(try #require(Package(.npm, name)))
            fake.release("1.0.0", FakeTarball.honest(name, "1.0.0"))
            fake.publish(to: upstream)
        }
        try await RenderingGate.with(HeldEcosystem(held: held), upstream, body)
    }

    /// The listing as it is once a package was looked at.
    private func ticket(afterLookingAt name: String? = nil, by gate: Gate) async throws -> IndexTicket {
        if let name { _ = try await gate.ticket(for: try #require(Package(.npm, name))) }
        return try await gate.ticket(for: try #require(Package(.npm, FakeEcosystem.listingName)))
    }

    private func key(_ ticket: IndexTicket, _ form: String) -> RenderedKey {
        RenderedKey(
            package: ticket.package,
            form: IndexForm(form),
            mountURL: "",
            namesRestrictions: false,
            isGzipped: false
        )
    }

    @Test("what is at hand waits for no form that is made, and of a form nothing is made that was superseded")
    func generations() async throws {
        try await withGate { gate in
            let cache = RenderedCache(bytesMax: 1 << 20)
            let tickets = [
                try await ticket(by: gate), try await ticket(afterLookingAt: "left", by: gate),
                try await ticket(afterLookingAt: "right", by: gate),
            ]
            #expect(Set(tickets.map(\.generation)).count == 3)
            let made = key(tickets[0], "made")
            try await withThrowingTaskGroup(of: (Int, String).self) { group in
                for (number, ticket) in tickets.enumerated() {
                    for _ in 0..<5 {
                        group.addTask {
                            let rendered = try await cache.rendered(made, under: ticket, by: gate)
                            return (number, String(buffer: rendered.body))
                        }
                    }
                    // The first is being made, and held there, when the others come.
                    if number == 0 { await held.begun.waitForArrivals(1) }
                    while cache.listingWaiters(made) < (number + 1) * 5 { await Task.yield() }
                }
                let atHand = try await cache.rendered(key(tickets[2], "lines"), under: tickets[2], by: gate)
                #expect(String(buffer: atHand.body) == "form 1\nall\nleft: 1.0.0\nright: 1.0.0")
                held.release()
                for try await (number, text) in group {
                    #expect(text == (number == 0 ? "form 1\nall" : "form 1\nall\nleft: 1.0.0\nright: 1.0.0"))
                }
            }
            #expect(held.begun.arrived == 2)
            // What is kept is newer than what is asked for.
            _ = try await cache.rendered(made, under: tickets[1], by: gate)
            #expect(held.begun.arrived == 2)
        }
    }

    @Test("nothing is begun that nobody waits for any more")
    func goneClients() async throws {
        try await withGate { gate in
            let cache = RenderedCache(bytesMax: 1 << 20)
            let first = try await ticket(by: gate)
            let second = try await ticket(afterLookingAt: "left", by: gate)
            let made = key(first, "made")
            async let held = cache.rendered(made, under: first, by: gate)
            await self.held.begun.waitForArrivals(1)
            let client = Client()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<3 {
                    group.addTask {
                        await #expect(throws: CancellationError.self) {
                            try await cache.rendered(made, under: second, by: gate) { client.isThere }
                        }
                    }
                }
                while cache.listingWaiters(made) < 4 { await Task.yield() }
                client.leave()
                self.held.release()
                try await group.waitForAll()
            }
            _ = try await held
            #expect(self.held.begun.arrived == 1)
            // Who comes later is served.
            _ = try await cache.rendered(made, under: second, by: gate)
            #expect(self.held.begun.arrived == 2)
        }
    }
}

/// A client that goes away.
private final class Client: Sendable {
    private let state = Mutex(true)

    var isThere: Bool { state.withLock { $0 } }

    func leave() { state.withLock { $0 = false } }
}

/// Where the form `made` waits until it is released.
private final class HeldRendering: Sendable {
    let begun = Checkpoint()
    private let semaphore = DispatchSemaphore(value: 0)

    func hold() {
        begun.count()
        semaphore.wait()
        semaphore.signal()
    }

    func release() { semaphore.signal() }
}

/// The fake ecosystem with a listing whose form `made` is held.
private struct HeldEcosystem: PackageEcosystem {
    private let inner = FakeEcosystem(hasListing: true)
    let held: HeldRendering

    init(held: HeldRendering) { self.held = held }

    var ecosystem: Ecosystem { inner.ecosystem }
    var mount: String { inner.mount }
    var listing: Package? { inner.listing }

    func route(_ request: ClientRequest) -> Route { inner.route(request) }
    func indexRequest(for package: Package) -> IndexRequest { inner.indexRequest(for: package) }

    func parseIndex(_ document: IndexDocument, of package: Package) throws(IndexError) -> any PackageIndex {
        let index = try inner.parseIndex(document, of: package)
        guard let listing = index as? any PackageListing else { return index }
        return HeldListing(inner: listing, held: held)
    }

    func predecessor(of artifact: Artifact, among admitted: [Artifact]) -> Artifact? { nil }
    func answer(refusing refusal: Refusal) -> Answer { inner.answer(refusing: refusal) }
    func answer(failing failure: Failure) -> Answer { inner.answer(failing: failure) }

    func prepare(_ relay: Relay, body: [UInt8], isOwned: (Package) -> Bool) -> RelayStep {
        inner.prepare(relay, body: body, isOwned: isOwned)
    }
}

private struct HeldListing: PackageListing {
    let inner: any PackageListing
    let held: HeldRendering

    var package: Package { inner.package }
    var artifacts: [IndexedArtifact] { inner.artifacts }
    var omissions: [String] { inner.omissions }
    var byteCount: Int { inner.byteCount }

    func likely(in view: IndexView) -> [Int] { [] }
    func newerWithheld(in view: IndexView) -> [Int] { [] }
    func isAtHand(_ form: IndexForm) -> Bool { inner.isAtHand(form) }

    func render(_ form: IndexForm, view: IndexView) -> Answer {
        if form == IndexForm("made") { held.hold() }
        return inner.render(form, view: view)
    }

    func showing(
        _ packages: [ListedPackage],
        isRemembered: (Package) -> Bool,
        isOwned: (Package) -> Bool
    ) -> ListingChange {
        switch inner.showing(packages, isRemembered: isRemembered, isOwned: isOwned) {
        case .none: .none
        case .unseen(let next): .unseen(HeldListing(inner: next, held: held))
        case .seen(let next): .seen(HeldListing(inner: next, held: held))
        }
    }

    func continuing(_ earlier: any PackageListing) -> (any PackageListing)? {
        guard let earlier = earlier as? HeldListing else { return nil }
        return inner.continuing(earlier.inner).map { HeldListing(inner: $0, held: held) }
    }
}

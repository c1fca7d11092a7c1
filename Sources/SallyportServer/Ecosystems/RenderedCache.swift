import NIOCore
import SallyportArchive
import SallyportEcosystem
import SallyportGate
import SallyportModel
import Synchronization

/// A rendered index as it goes out, in one encoding.
struct RenderedIndex: Sendable {
    let status: Int
    let headers: [Header]
    let body: ByteBuffer
    let etag: String
    let isGzipped: Bool
    /// The body as slow readers are given it, where it is one of a listing.
    let large: LargeBody?
}

/// What a rendered index depends on.
struct RenderedKey: Hashable, Sendable {
    let package: Package
    let form: IndexForm
    let mountURL: String
    let namesRestrictions: Bool
    let isGzipped: Bool

    /// Bytes that it takes, about.
    var byteCount: Int { mountURL.utf8.count + package.name.utf8.count + (form.selector?.utf8.count ?? 0) }
}

/// Rendered indexes, each for one generation of what is visible, within a number of bytes.
final class RenderedCache: Sendable {
    private struct Slot: Sendable {
        let generation: UInt64
        let rendered: RenderedIndex
    }

    private struct Rendering: Hashable, Sendable {
        let key: RenderedKey
        let generation: UInt64
    }

    private struct State {
        var slots: BoundedCache<RenderedKey, Slot>
        /// Of listings: what slow readers still hold.
        var earlier: EarlierBodies
        /// Who waits for each rendering that somebody is making.
        var underWay: [Rendering: [CheckedContinuation<RenderedIndex?, Never>]] = [:]
    }

    /// Level 5 of libdeflate: within a few per cent of the densest, at a quarter of its time.
    private static let compressionLevel = 5
    /// Below this, compression costs more than it saves.
    private static let gzipBytesMin = 860

    private let state: Mutex<State>
    private let listings = ListingRenderings()

    init(bytesMax: Int) {
        let earlier = EarlierBodies(bytesMax: bytesMax)
        state = Mutex(State(slots: BoundedCache(costMax: bytesMax), earlier: earlier))
    }

    /// The rendered index of the ticket's generation, rendered now if it has to be; once, however many ask for it. Of a
    /// listing it may be a later one.
    ///
    /// Rendering and compressing a large index takes milliseconds: off the executor of connections. Throws when nobody
    /// waits for a listing any more, as `isAwaited` says, before its turn comes.
    @concurrent
    func rendered(
        _ key: RenderedKey,
        under ticket: IndexTicket,
        by gate: Gate,
        isAwaited: @escaping @Sendable () -> Bool = { true }
    ) async throws -> RenderedIndex {
        guard !ticket.isListing else { return try await renderedListing(key, under: ticket, by: gate, isAwaited) }
        let rendering = Rendering(key: key, generation: ticket.generation)
        if let rendered = await keptOrUnderWay(rendering) { return rendered }
        let rendered = Self.render(key, ticket, gate)
        let waiters = state.withLock { state in
            Self.keep(rendered, key, ticket.generation, in: &state)
            return state.underWay.removeValue(forKey: rendering) ?? []
        }
        for waiter in waiters { waiter.resume(returning: rendered) }
        return rendered
    }

    /// How many wait for a form of a listing.
    func listingWaiters(_ key: RenderedKey) -> Int { listings.waiterCount(key) }

    private func renderedListing(
        _ key: RenderedKey,
        under ticket: IndexTicket,
        by gate: Gate,
        _ isAwaited: @escaping @Sendable () -> Bool
    ) async throws -> RenderedIndex {
        if let kept = listing(key, since: ticket.generation) { return kept }
        return try await listings.rendered(
            key,
            of: ticket.generation,
            in: ticket.isAtHand(key.form) ? .atHand : .made,
            isAwaited: isAwaited
        ) { [self] in
            // It may have been made between the look at what is kept and the wait.
            if let kept = listing(key, since: ticket.generation) { return kept }
            let rendered = Self.render(key, ticket, gate)
            state.withLock { Self.keep(rendered, key, ticket.generation, in: &$0) }
            return rendered
        }
    }

    /// What is kept of a listing's form, of a generation or a later one.
    private func listing(_ key: RenderedKey, since generation: UInt64) -> RenderedIndex? {
        state.withLock { $0.slots.value(for: key).flatMap { $0.generation >= generation ? $0.rendered : nil } }
    }

    private static func keep(
        _ rendered: RenderedIndex,
        _ key: RenderedKey,
        _ generation: UInt64,
        in state: inout State
    ) {
        let slot = Slot(generation: generation, rendered: rendered)
        let gone = state.slots.insert(slot, for: key, cost: rendered.body.capacity + key.byteCount + 512)
        for slot in gone { if let large = slot.rendered.large { state.earlier.add(large) } }
    }

    private static func render(_ key: RenderedKey, _ ticket: IndexTicket, _ gate: Gate) -> RenderedIndex {
        let answer = gate.render(
            ticket,
            as: key.form,
            mountURL: key.mountURL,
            namesRestrictions: key.namesRestrictions
        )
        return encode(answer, gzipped: key.isGzipped, isListing: ticket.isListing)
    }

    /// What is kept, or what somebody else is making once it is made; `nil` makes the caller the one who renders.
    private func keptOrUnderWay(_ rendering: Rendering) async -> RenderedIndex? {
        await withCheckedContinuation { continuation in
            let settled = state.withLock { state -> RenderedIndex?? in
                let kept = state.slots.value(for: rendering.key)
                if let kept, kept.generation == rendering.generation { return .some(kept.rendered) }
                guard state.underWay[rendering] == nil else {
                    state.underWay[rendering]?.append(continuation)
                    return nil
                }
                state.underWay[rendering] = []
                return .some(nil)
            }
            if let settled { continuation.resume(returning: settled) }
        }
    }

    /// What the ecosystem's answer depends on, and the encoding, which is chosen here.
    private static func vary(of answer: Answer) -> String {
        let fields = answer.headers.filter { $0.name == "vary" }.map(\.value).joined(separator: ", ")
        guard !fields.lowercased().contains("accept-encoding") else { return fields }
        return fields.isEmpty ? "accept-encoding" : fields + ", accept-encoding"
    }

    private static func encode(_ answer: Answer, gzipped: Bool, isListing: Bool) -> RenderedIndex {
        let isGzipped = gzipped && answer.mayCompress && answer.body.count >= gzipBytesMin
        let body = isGzipped ? Gzip.compress(answer.body.span, level: compressionLevel) : answer.body
        var headers = answer.headers.filter { $0.name != "vary" }
        headers.append(Header("vary", vary(of: answer)))
        // Clients must ask each time: a version that is denied now must be gone at the next install.
        headers.append(Header("cache-control", "no-cache"))
        if isGzipped { headers.append(Header("content-encoding", "gzip")) }
        let buffer = ByteBuffer(bytes: body)
        return RenderedIndex(
            status: answer.status,
            headers: headers,
            body: buffer,
            // A tag that the protocol defines is that of the body as it is; of another encoding it is a weak one.
            etag: answer.etag.map { isGzipped ? "W/\($0)" : $0 }
                ?? EntityTag.of(answer.body, suffix: isGzipped ? "-gz" : ""),
            isGzipped: isGzipped,
            large: isListing && buffer.readableBytes > LargeBody.partBytes ? LargeBody(buffer) : nil
        )
    }
}

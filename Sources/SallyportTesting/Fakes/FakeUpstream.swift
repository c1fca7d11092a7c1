public import SallyportEcosystem
public import SallyportGate
public import SallyportModel
import Synchronization

/// A registry in memory: it counts what it is asked, fails when told to, and waits at checkpoints.
public final class FakeUpstream: Upstream {
    private struct State {
        var documents: [String: IndexDocument] = [:]
        var artifacts: [String: [UInt8]] = [:]
        var failure: UpstreamError?
        var receipt = IndexReceipt.whole
        var asked: [String] = []
        var unchanged = 0
        var parts = 0
        var fetched: [String] = []
        var checkpoints: [String: Checkpoint] = [:]
        var relayed: [(relay: Relay, query: String, body: [UInt8])] = []
        var relayAnswer = Answer(
            status: 200,
            headers: [Header("content-type", "application/json")],
            body: [0x7B, 0x7D]
        )
    }

    private let state = Mutex(State())
    /// Every request for an index passes here.
    public let indexCheckpoint = Checkpoint()

    /// Makes a registry without packages.
    public init() {}

    /// Serves a document under the path that the ecosystem asks for.
    public func serve(_ document: IndexDocument?, at path: String) {
        state.withLock { $0.documents[path] = document }
    }

    /// Serves bytes for a file name.
    public func serve(_ bytes: [UInt8]?, as filename: String) {
        state.withLock { $0.artifacts[filename] = bytes }
    }

    /// How documents arrive from now on.
    public func deliver(as receipt: IndexReceipt) {
        state.withLock { $0.receipt = receipt }
    }

    /// From now on everything fails with `error`; with `nil`, nothing does.
    public func fail(with error: UpstreamError?) {
        state.withLock { $0.failure = error }
    }

    /// What a relayed request is answered with.
    public func answerRelays(with answer: Answer) {
        state.withLock { $0.relayAnswer = answer }
    }

    /// The paths of indexes that were asked for, in order.
    public var asked: [String] { state.withLock(\.asked) }

    /// The file names that were fetched, in order.
    public var fetched: [String] { state.withLock(\.fetched) }

    /// How many requests for an index were answered with "unchanged".
    public var unchanged: Int { state.withLock(\.unchanged) }

    /// How many requests for an index were answered with the end of one.
    public var parts: Int { state.withLock(\.parts) }

    /// Bodies of relayed requests, in order.
    public var relayedBodies: [[UInt8]] { state.withLock { $0.relayed.map(\.body) } }

    /// Where fetches of a file pass.
    public func checkpoint(_ filename: String) -> Checkpoint {
        state.withLock { state in
            let checkpoint = state.checkpoints[filename] ?? Checkpoint()
            state.checkpoints[filename] = checkpoint
            return checkpoint
        }
    }

    /// Every ecosystem has one.
    public func isConfigured(_ ecosystem: Ecosystem) -> Bool { true }

    /// The document that a test put there; "unchanged" when its entity tag is known.
    public func index(
        _ request: IndexRequest,
        of ecosystem: Ecosystem,
        known: IndexDocument?
    ) async throws(UpstreamError) -> IndexReply {
        state.withLock { $0.asked.append(request.path) }
        await indexCheckpoint.pass()
        try failIfTold()
        return state.withLock { state in
            guard let document = state.documents[request.path] else { return .notFound }
            if request.growsAtItsEnd, let known, known.etag != document.etag, document.body.count >= known.body.count {
                let start = known.body.count - 1
                state.parts += 1
                return .part(
                    IndexPart(
                        start: start,
                        bytes: Array(document.body[start...]),
                        etag: document.etag,
                        lastModified: nil,
                        representationDigest: nil
                    )
                )
            }
            guard let etag = document.etag, etag == known?.etag else {
                return .document(document, state.receipt)
            }
            state.unchanged += 1
            return .unchanged
        }
    }

    /// The bytes that a test put there, in two pieces.
    public func fetch(
        _ artifact: IndexedArtifact,
        bytesMax: Int,
        into staged: any StagedBlob
    ) async throws(UpstreamError) {
        let filename = artifact.artifact.filename
        state.withLock { $0.fetched.append(filename) }
        await checkpoint(filename).pass()
        guard !Task.isCancelled else { throw UpstreamError(.unreachable, "The request was given up.") }
        try failIfTold()
        guard let bytes = state.withLock({ $0.artifacts[filename] }) else {
            throw UpstreamError(.notFound, "There is no `\(filename)`.")
        }
        guard bytes.count <= bytesMax else { throw UpstreamError(.tooLarge, "`\(filename)` is too large.") }
        do {
            try await staged.write(Array(bytes.prefix(bytes.count / 2)))
            try await staged.write(Array(bytes.dropFirst(bytes.count / 2)))
        } catch {
            throw UpstreamError(.storage, "`\(filename)` could not be stored: \(error)")
        }
    }

    /// The answer that a test chose.
    public func relay(
        _ relay: Relay,
        query: String,
        body: [UInt8],
        of ecosystem: Ecosystem
    ) async throws(UpstreamError) -> Answer {
        try failIfTold()
        return state.withLock { state in
            state.relayed.append((relay, query, body))
            return state.relayAnswer
        }
    }

    private func failIfTold() throws(UpstreamError) {
        if let failure = state.withLock(\.failure) { throw failure }
    }
}

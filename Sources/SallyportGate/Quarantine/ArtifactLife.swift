import SallyportEcosystem
import SallyportModel

/// The life of one artifact between the doors, as a value: events go in, actions come out.
///
///     requested ─▶ fetching ─▶ inspecting ─▶ judging ─▶ recording ─▶ settled
///         │            │            │           │           │
///         └────────────┴────────────┴───────────┴───────────┴──────▶ failed
///
/// A runner carries the actions out and reports back; this struct never waits, and no event can lead past a stage.
struct ArtifactLife: Sendable {
    /// Where an artifact stands between the doors.
    enum State: Sendable, Equatable {
        /// Asked for. Next: fetching, inspecting when the bytes are kept already, or failed.
        case requested
        /// Bytes are arriving. Next: inspecting, or failed.
        case fetching
        /// Bytes are complete and are what the index promised; they are being read. Next: judging, or failed.
        case inspecting(StagedContent)
        /// Read; the verdict is being made. Next: recording.
        case judging(StagedContent, Inspected)
        /// Judged; bytes and judgement are being made durable. Next: settled, or failed.
        case recording(Judgement)
        /// Durable: the end.
        case settled(Judgement)
        /// Nothing was admitted and nothing is kept: the end.
        case failed(Failure)
    }

    /// What happened outside.
    enum Event: Sendable {
        case begun(kept: StagedContent?)
        case fetched(StagedContent)
        case notFetched(UpstreamError)
        case inspected(Inspected)
        case judged(Judgement)
        case recorded
        case failed(Failure)
    }

    /// What the runner has to do next.
    enum Action: Sendable, Equatable {
        case fetch(IndexedArtifact)
        case inspect(isKept: Bool)
        case judge(Inspected, StagedContent)
        case record(Judgement, Inspected)
        case settle(Judgement)
        /// Discard what was staged and tell those who wait.
        case fail(Failure)
        /// The same, and withhold the file from its index: it would be refused for these bytes each time.
        case withhold(BrokenPromise.Difference, Failure)
        /// Nothing: the event came after the end, or out of order.
        case ignore
    }

    let entry: IndexedArtifact
    private(set) var state = State.requested

    init(_ entry: IndexedArtifact) {
        self.entry = entry
    }

    mutating func handle(_ event: Event) -> Action {
        switch (state, event) {
        case (.settled, _), (.failed, _):
            return .ignore
        case (_, .failed(let failure)):
            return fail(failure)
        case (.requested, .begun(let kept?)) where promiseBroken(by: kept) == nil:
            state = .inspecting(kept)
            return .inspect(isKept: true)
        case (.requested, .begun):
            state = .fetching
            return .fetch(entry)
        case (.fetching, .fetched(let content)):
            if let difference = promiseBroken(by: content) {
                return withhold(difference)
            }
            state = .inspecting(content)
            return .inspect(isKept: false)
        case (.fetching, .notFetched(let error)):
            return BrokenPromise.Difference(error).map { withhold($0) } ?? fail(error.failure)
        case (_, .notFetched(let error)):
            return fail(error.failure)
        case (.inspecting(let content), .inspected(let inspected)):
            state = .judging(content, inspected)
            return .judge(inspected, content)
        case (.judging(_, let inspected), .judged(let judgement)):
            state = .recording(judgement)
            return .record(judgement, inspected)
        case (.recording(let judgement), .recorded):
            state = .settled(judgement)
            return .settle(judgement)
        default:
            return .ignore
        }
    }

    private mutating func withhold(_ difference: BrokenPromise.Difference) -> Action {
        let failure = Failure.upstreamInvalid("The bytes of \(entry.artifact.filename) \(difference.words).")
        state = .failed(failure)
        return .withhold(difference, failure)
    }

    private mutating func fail(_ failure: Failure) -> Action {
        state = .failed(failure)
        return .fail(failure)
    }

    /// In what bytes are not what the index promised; `nil` when they are. Without any digest there is no promise to keep.
    private func promiseBroken(by content: StagedContent) -> BrokenPromise.Difference? {
        guard !entry.digests.isEmpty else { return .unchecked }
        for promised in entry.digests where content.digest(promised.algorithm) != promised {
            return .digest(promised.algorithm)
        }
        if let size = entry.size, size != content.size { return .size(content.size, promised: size) }
        return nil
    }
}

/// What reading an artifact gave.
struct Inspected: Sendable, Hashable {
    /// The report.
    let report: Report
    /// The companion's bytes, when it has one.
    let companion: [UInt8]?
    /// What it is to be compared with.
    let predecessor: Predecessor?
}

/// An admitted artifact to compare with, as this engine reads it.
struct Predecessor: Sendable, Hashable {
    /// Which.
    let artifact: Artifact
    /// What stands in it.
    let report: Report
}

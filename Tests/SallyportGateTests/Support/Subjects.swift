import SallyportAnalysis
import SallyportEcosystem
import SallyportModel
import SallyportPolicy
import SallyportTesting
import Testing

@testable import SallyportGate

/// A package of the fake ecosystem.
func package(_ name: String = "left") throws -> Package {
    try #require(Package(.npm, name))
}

/// A release of it.
func release(_ version: String = "1.0.0", of name: String = "left") throws -> Release {
    try #require(Release(try package(name), version))
}

/// A moment in hours from 2026-11-22T00:00:00Z, where the manual clock starts.
func hour(_ hours: Int64) -> Instant {
    ManualClock().now.adding(seconds: hours * 3_600)
}

/// An entry of an index whose bytes are `content`.
func entry(
    _ version: String = "1.0.0",
    content: String = "content",
    publishedAt: Instant? = Instant("2026-01-01T00:00:00Z"),
    size: Int? = nil
) throws -> IndexedArtifact {
    IndexedArtifact(
        artifact: try #require(Artifact(try release(version), filename: "left-\(version).tgz")),
        url: "https://registry.example.invalid/left-\(version).tgz",
        digests: StandInHashing.digests(of: Array(content.utf8)).filter { $0.algorithm == .sha512 },
        size: size,
        publishedAt: publishedAt
    )
}

/// What `content` is when it has been staged.
func staged(_ content: String = "content") -> StagedContent {
    StagedContent(size: content.utf8.count, digests: StandInHashing.digests(of: Array(content.utf8)))
}

/// A report without anything in it.
let emptyReport = Report(
    engine: Inspector.engineVersion,
    kind: "npm",
    manifest: nil,
    files: [],
    hooks: [],
    dependencies: [],
    facts: [],
    unpackedBytes: 0
)

/// A judgement on an entry, made under the standard policy by this engine.
func judgement(
    on entry: IndexedArtifact,
    content: String = "content",
    verdict: Verdict = .admitted,
    policy: String = Policy.standard.fingerprint,
    engine: String = Inspector.engineVersion,
    judgedAt: Instant = hour(0),
    companion: Judgement.Companion? = nil
) throws -> Judgement {
    let content = staged(content)
    return Judgement(
        artifact: entry.artifact,
        digest: try #require(content.digest(.sha256)),
        digests: content.digests,
        size: content.size,
        verdict: verdict,
        predecessor: nil,
        policy: policy,
        engine: engine,
        judgedAt: judgedAt,
        companion: companion
    )
}

/// A verdict of one reason.
func verdict(_ outcome: Outcome, _ code: String = "rule") -> Verdict {
    Verdict([Reason(code: code, outcome: outcome, severity: .high, sentence: "is not wanted", review: "Look at it.")])
}

/// A decision in the place of one that the record holds.
func decision(
    _ sequence: Int64,
    _ action: Decision.Action,
    _ subject: String? = nil,
    at: Instant = hour(0),
    expires: Instant? = nil,
    asOf: Instant? = nil
) -> Decision {
    Decision(
        sequence: sequence,
        action: action,
        subject: subject,
        actor: "ada",
        at: at,
        reason: "for the test",
        expires: expires,
        asOf: asOf
    )
}

extension Admission {
    /// The clearance, when there is one.
    var clearance: Clearance? {
        if case .cleared(let clearance, _) = self { clearance } else { nil }
    }

    /// The lease, when there is one.
    var lease: Lease? {
        if case .cleared(_, let lease) = self { lease } else { nil }
    }

    /// The codes of the reasons of a refusal; `nil` when it was cleared.
    var refusal: [String]? {
        if case .refused(let refusal) = self { refusal.verdict.reasons.map(\.code) } else { nil }
    }
}

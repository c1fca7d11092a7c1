import SallyportEcosystem
import SallyportModel
import SallyportStore
import Testing

@testable import SallyportGate

/// Values to record.
enum Samples {
    static func package(_ name: String = "left-pad", _ ecosystem: Ecosystem = .npm) throws -> Package {
        try #require(Package(ecosystem, name))
    }

    static func artifact(_ name: String = "left-pad", _ version: String = "1.0.0") throws -> Artifact {
        let release = try #require(Release(try package(name), version))
        return try #require(Artifact(release, filename: "\(name)-\(version).tgz"))
    }

    static func digest(_ text: String) -> Digest { CryptoHashing().sha256(Array(text.utf8).span) }

    static func reason(_ code: String, _ outcome: Outcome) -> Reason {
        Reason(
            code: code,
            outcome: outcome,
            severity: .high,
            sentence: "adds a hook",
            review: "Look at what it runs.",
            place: Place(path: "package.json", line: 3, excerpt: "\"install\": \"node x\""),
            until: Instant(milliseconds: 99_000)
        )
    }

    static func judgement(
        of artifact: Artifact,
        _ outcome: Outcome = .admit,
        bytes: String = "bytes",
        engine: String = "1",
        policy: String = "policy-1",
        predecessor: Artifact? = nil,
        companion: Judgement.Companion? = nil
    ) throws -> Judgement {
        let sha512 = try #require(Digest(.sha512, bytes: Array(repeating: 7, count: 64)))
        return Judgement(
            artifact: artifact,
            digest: digest(bytes),
            digests: [digest(bytes), sha512],
            size: bytes.utf8.count,
            verdict: outcome == .admit ? .admitted : Verdict([reason("hook-added", outcome)]),
            predecessor: predecessor,
            policy: policy,
            engine: engine,
            judgedAt: Instant(milliseconds: 1_000),
            companion: companion
        )
    }

    static func report(engine: String = "1", files: Int = 2) -> Report {
        Report(
            engine: engine,
            kind: "npm",
            manifest: Manifest(name: "left-pad", version: "1.0.0"),
            files: (0..<files).map { number in
                FileRecord(
                    path: "lib/\(number).js",
                    size: number,
                    digest: digest("\(number)"),
                    content: "text",
                    isExecutable: false
                )
            },
            hooks: [Hook(trigger: "install", command: "node x", files: ["x"], fingerprint: "f")],
            dependencies: [Dependency(name: "a", requirement: "^1", role: "runtime", source: .registry)],
            facts: [Fact(code: FactCode(rawValue: "hook.install"), reach: .install, detail: "node x")],
            unpackedBytes: 17
        )
    }

    static func download(_ artifact: Artifact, number: Int, by recipient: String = "ci") -> Download {
        Download(
            artifact: artifact,
            digest: digest("bytes"),
            recipient: recipient,
            client: "npm/10.9.2",
            at: Instant(milliseconds: Int64(number))
        )
    }

    static func index(_ body: String, at milliseconds: Int64, etag: String? = nil) -> KeptIndex {
        KeptIndex(
            document: IndexDocument(
                body: Array(body.utf8),
                contentType: "application/json",
                url: "http://registry.example.invalid/left-pad",
                etag: etag
            ),
            confirmedAt: Instant(milliseconds: milliseconds)
        )
    }

    static func clearance(_ digest: Digest, size: Int) throws -> Clearance {
        Clearance(artifact: try artifact(), digest: digest, size: size)
    }

    static func pass(_ digest: Digest) -> QuarantinePass { QuarantinePass(digest: digest) }

    /// Bytes that differ from place to place.
    static func bytes(_ count: Int, seed: UInt8 = 1) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) &+ seed }
    }
}

import FoundationEssentials
import SallyportAnalysis
import SallyportModel
import SallyportPolicy
import SallyportStore
import SallyportYara

/// What reading one file by hand found.
struct InspectedFile: Sendable {
    /// The file, as it was named.
    let file: String
    /// The SHA-256 of its bytes.
    let digest: Digest
    /// Its length in bytes.
    let size: Int
    /// What stands in it.
    let report: Report
    /// The release that it says it is.
    let release: Release?
    /// The file that it was compared with.
    let previous: String?
    /// What differs from that one.
    let delta: [Fact]?
    /// The verdict by content; the rules of the clock don't apply to a file on a disk.
    let verdict: Verdict
    /// What reading and judging it took.
    let effort: Effort
}

/// What the work on one file took; never part of a report, which is the same on every machine.
struct Effort: Sendable, Encodable {
    /// Seconds from the first byte to the verdict, without those of the file to compare with.
    let seconds: Double
    /// Bytes that were unpacked and read.
    let bytes: Int
}

/// Reads and judges files on a disk, without any server.
struct FileInspector: Sendable {
    /// Longest file read, in bytes; the gate fetches nothing longer either.
    static let fileBytesMax = 1_024 * 1_024 * 1_024

    /// The file to compare with, and what stands in it.
    struct Previous: Sendable {
        let file: String
        let report: Report
    }

    private let inspector: Inspector
    private let hashing = CryptoHashing()
    private let policy: Policy
    private let previous: Previous?
    private let surroundings: Surroundings?

    /// Reads the file to compare with and the one that says what the index does, if there are any.
    init(
        policy: Policy,
        rules: YaraRules? = nil,
        previous file: String?,
        index: String? = nil
    ) throws(FileContent.Unreadable) {
        self.policy = policy
        surroundings = try index.map { file throws(FileContent.Unreadable) in try SurroundingsFile.read(file) }
        inspector = Inspector(hashing: hashing, rules: rules)
        if let file {
            let bytes = try FileContent.bytes(file, bytesMax: Self.fileBytesMax)
            previous = Previous(file: file, report: inspector.inspect(bytes.span, artifact: Self.artifact(file)))
        } else {
            previous = nil
        }
    }

    /// Reads a file whole and judges it.
    func inspect(_ file: String) throws(FileContent.Unreadable) -> InspectedFile {
        let bytes = try FileContent.bytes(file, bytesMax: Self.fileBytesMax)
        let start = ContinuousClock.now
        let content = inspector.inspect(bytes.span, artifact: Self.artifact(file))
        let release = Self.release(of: content)
        let report = surrounded(content, release)
        let delta = previous.map { Comparison.delta(from: $0.report, to: report) }
        let verdict = policy.contentVerdict(
            of: release,
            facts: report.facts,
            delta: delta,
            carried: carried(by: report, delta ?? []),
            standing: .offline
        )
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        return InspectedFile(
            file: file,
            digest: hashing.sha256(bytes.span),
            size: bytes.count,
            report: report,
            release: release,
            previous: previous?.file,
            delta: delta,
            verdict: verdict,
            effort: Effort(seconds: (seconds * 1e6).rounded() / 1e6, bytes: report.unpackedBytes)
        )
    }

    private func carried(by report: Report, _ delta: [Fact]) -> Set<Fact> {
        previous.map { Comparison.carried(from: $0.report, to: report, delta: delta) } ?? []
    }

    private func surrounded(_ report: Report, _ release: Release?) -> Report {
        guard let surroundings, let release else { return report }
        let facts = SurroundingFacts.facts(surroundings, of: release, report: report, previous: previous?.report)
        return report.adding(facts)
    }

    /// The ecosystem is read from the bytes; only a wheel's and an sdist's name say something beside them.
    private static func artifact(_ file: String) -> InspectedArtifact {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return InspectedArtifact(ecosystem: nil, filename: name)
    }

    /// The release that a package's own manifest names, for the exceptions of a policy.
    private static func release(of report: Report) -> Release? {
        guard let manifest = report.manifest, let kind = report.kind else { return nil }
        let ecosystem: Ecosystem =
            switch kind {
            case "npm": .npm
            case "gem": .gem
            default: .pypi
            }
        let name = ecosystem == .pypi ? PackageURL.pypiNormal(manifest.name) : manifest.name
        return Package(ecosystem, name).flatMap { Release($0, manifest.version) }
    }
}

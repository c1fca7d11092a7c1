import FoundationEssentials
import SallyportModel
import SallyportPolicy

/// A file's inspection for programs: one JSON object on one line (docs/formats/inspect.md).
struct InspectionJSON: Encodable {
    private let file: String
    private let verdict: Outcome
    private let reasons: [Reason]
    private let purl: String?
    private let kind: String?
    private let digest: Digest
    private let size: Int
    private let unpackedSize: Int
    private let previous: String?
    private let engine: String
    private let policy: String
    private let hooks: [Hook]
    private let dependencies: [Dependency]
    private let facts: [Fact]
    private let delta: [Fact]?
    private let hosts: [NamedHost]
    private let effort: Effort

    init(_ file: InspectedFile, policy: Policy) {
        self.file = file.file
        verdict = file.verdict.outcome
        reasons = file.verdict.reasons
        purl = file.release?.description
        kind = file.report.kind
        digest = file.digest
        size = file.size
        unpackedSize = file.report.unpackedBytes
        previous = file.previous
        engine = file.report.engine
        self.policy = policy.fingerprint
        hooks = file.report.hooks
        dependencies = file.report.dependencies
        facts = file.report.facts
        delta = file.delta
        hosts = file.report.hosts
        effort = file.effort
    }

    func line() throws -> String {
        try JSONText.compact(self)
    }
}

/// JSON as this program writes it: sorted keys, so that the same result is the same bytes.
enum JSONText {
    static func compact(_ value: any Encodable) throws -> String {
        try encode(value, [.sortedKeys, .withoutEscapingSlashes])
    }

    static func pretty(_ value: any Encodable) throws -> String {
        try encode(value, [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted])
    }

    private static func encode(_ value: any Encodable, _ formatting: JSONEncoder.OutputFormatting) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

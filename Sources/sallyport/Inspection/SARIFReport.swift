import SallyportModel
import SallyportPolicy

/// Makes a SARIF log of inspections: each reason is a result, each archive an artifact, and the file inside it that
/// the reason points at an artifact nested in that one.
struct SARIFReport {
    private var artifacts: [SARIF.Artifact] = []
    private var files: Set<String> = []
    private var results: [SARIF.Result] = []
    private let rules: [Rule]
    private let ruleIndexes: [String: Int]

    /// An empty log of judgements by this policy.
    init(policy: Policy) {
        rules = policy.contentRules
        ruleIndexes = Dictionary(rules.enumerated().map { ($1.code, $0) }) { first, _ in first }
    }

    /// Adds a file and its reasons; nothing for a file that was added before, since artifacts are unique (section 3.14.15).
    mutating func add(_ file: InspectedFile) {
        guard files.insert(file.file).inserted else { return }
        let archive = artifacts.count
        artifacts.append(
            SARIF.Artifact(
                location: SARIF.ArtifactLocation(uri: Self.uri(file.file)),
                length: file.size,
                hashes: ["sha-256": file.digest.hex]
            )
        )
        var nested = Nested(archive: archive)
        for reason in file.verdict.reasons {
            let location = location(reason.place, &nested)
            let steps = reason.steps.enumerated().map { order, step in
                var location = self.location(step.place, &nested)
                location.message = SARIF.Message(plain: step.what)
                return SARIF.FlowLocation(location: location, executionOrder: order + 1)
            }
            results.append(result(reason, of: file, at: location, steps: steps))
        }
    }

    /// The artifacts of one archive: itself, and the files in it that were named so far.
    private struct Nested {
        let archive: Int
        var files: [String: Int] = [:]
    }

    /// A place; the archive itself where there is none.
    private mutating func location(_ place: Place?, _ nested: inout Nested) -> SARIF.Location {
        var index = nested.archive
        if let path = place?.path {
            index = nested.files[path] ?? artifacts.count
            if nested.files.updateValue(index, forKey: path) == nil {
                artifacts.append(
                    SARIF.Artifact(location: SARIF.ArtifactLocation(uri: Self.uri(path)), parentIndex: nested.archive)
                )
            }
        }
        let region = place?.line.map { line in
            SARIF.Region(startLine: line, snippet: place?.excerpt.map { SARIF.Content(text: $0) })
        }
        let artifact = SARIF.ArtifactLocation(uri: artifacts[index].location.uri, index: index)
        return SARIF.Location(physicalLocation: SARIF.PhysicalLocation(artifactLocation: artifact, region: region))
    }

    /// The whole log; `unreadable` are the sentences about files that could not be read.
    func log(exitCode: Int32, unreadable: [String]) -> SARIF.Log {
        let driver = SARIF.Driver(name: "sallyport", semanticVersion: Version.text, rules: rules.map(Self.rule))
        let invocation = SARIF.Invocation(
            executionSuccessful: unreadable.isEmpty,
            exitCode: Int(exitCode),
            toolExecutionNotifications: unreadable.map {
                SARIF.Notification(level: "error", message: SARIF.Message(plain: $0))
            }
        )
        return SARIF.Log(
            runs: [
                SARIF.Run(
                    tool: SARIF.Tool(driver: driver),
                    artifacts: artifacts,
                    invocations: [invocation],
                    results: results
                )
            ]
        )
    }

    private static func rule(_ rule: Rule) -> SARIF.Rule {
        SARIF.Rule(
            id: rule.code,
            shortDescription: SARIF.Message(plain: rule.title),
            fullDescription: SARIF.Message(plain: rule.review),
            help: SARIF.Message(plain: rule.review),
            defaultConfiguration: SARIF.Configuration(
                enabled: rule.standardOutcome != .off,
                level: level(rule.standardOutcome.outcome ?? .admit)
            )
        )
    }

    private func result(
        _ reason: Reason,
        of file: InspectedFile,
        at location: SARIF.Location,
        steps: [SARIF.FlowLocation]
    ) -> SARIF.Result {
        SARIF.Result(
            ruleId: reason.code,
            ruleIndex: ruleIndexes[reason.code],
            level: Self.level(reason.outcome),
            message: SARIF.Message(plain: reason.sentence),
            locations: [location],
            codeFlows: steps.isEmpty ? nil : [SARIF.CodeFlow(threadFlows: [SARIF.ThreadFlow(locations: steps)])],
            properties: [
                "file": file.file, "outcome": reason.outcome.rawValue, "severity": reason.severity.rawValue,
            ]
        )
    }

    private static func level(_ outcome: Outcome) -> String {
        switch outcome {
        case .admit: "note"
        case .hold: "warning"
        case .deny: "error"
        }
    }

    /// A path as a relative or absolute URI reference.
    private static func uri(_ path: String) -> String {
        PercentEncoding.encode(path, keeping: "/")
    }
}

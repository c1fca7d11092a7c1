import FoundationEssentials
import SallyportModel
import SallyportPolicy
import Testing

@testable import sallyport

/// The rules of SARIF 2.1.0 that a reader depends on, checked on the written JSON.
@Suite("SARIF")
struct SARIFTests {
    private let run: [String: Any]

    init() throws {
        var report = SARIFReport(policy: .standard)
        report.add(
            try Self.file("a b.tgz", [Self.reason("hook-added", .hold, line: 3), Self.reason("no-rule", .deny)])
        )
        report.add(try Self.file("c.tgz", [Self.reason("hook-added", .admit, line: nil)]))
        let text = try JSONText.pretty(report.log(exitCode: 20, unreadable: ["`x` does not exist."]))
        let log = try #require(JSON.object(text))
        #expect(log["version"] as? String == "2.1.0")
        #expect((log["$schema"] as? String)?.hasSuffix("sarif-schema-2.1.0.json") == true)
        run = try #require((log["runs"] as? [[String: Any]])?.first)
    }

    @Test("every rule of content is listed once, with its texts and its level")
    func rules() throws {
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect(driver["name"] as? String == "sallyport")
        let rules = try #require(driver["rules"] as? [[String: Any]])
        #expect(rules.compactMap { $0["id"] as? String } == RuleCatalogue.content.map(\.code))
        for rule in rules {
            let level = (rule["defaultConfiguration"] as? [String: Any])?["level"] as? String
            #expect(["note", "warning", "error"].contains(level))
        }
    }

    @Test("a result points at its rule, its level and its place; a code without a rule stands alone")
    func results() throws {
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.map { $0["level"] as? String } == ["warning", "error", "note"])
        let index = try #require(results[0]["ruleIndex"] as? Int)
        #expect(RuleCatalogue.content[index].code == "hook-added")
        #expect(results[1]["ruleIndex"] == nil)
        let region = try #require(JSON.dig(results[0], "locations", 0, "physicalLocation", "region") as? [String: Any])
        #expect(region["startLine"] as? Int == 3)
        #expect(JSON.dig(results[2], "locations", 0, "physicalLocation", "region") == nil)
    }

    @Test("what a package says is neither a link nor a placeholder in a message")
    func plain() {
        let text = SARIF.Message(plain: #"adds [fixed](https://example.invalid) ${HOME} a\b"#).text
        #expect(text == #"adds \[fixed\](https://example.invalid) ${{HOME}} a\\b"#)
    }

    @Test("a file that was given twice stands once")
    func twice() throws {
        var report = SARIFReport(policy: .standard)
        let file = try Self.file("a.tgz", [Self.reason("hook-added", .hold, line: 3)])
        report.add(file)
        report.add(file)
        let log = try #require(JSON.object(try JSONText.pretty(report.log(exitCode: 10, unreadable: []))))
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        #expect((run["artifacts"] as? [Any])?.count == 2)
        #expect((run["results"] as? [Any])?.count == 1)
    }

    @Test("files inside an archive are nested in it, and all addresses are percent-encoded")
    func artifacts() throws {
        let artifacts = try #require(run["artifacts"] as? [[String: Any]])
        let uris = artifacts.map { ($0["location"] as? [String: Any])?["uri"] as? String }
        #expect(uris == ["a%20b.tgz", "package/x%20y.js", "c.tgz", "package/x%20y.js"])
        #expect(artifacts.map { $0["parentIndex"] as? Int } == [nil, 0, nil, 2])
        let results = try #require(run["results"] as? [[String: Any]])
        let indexes = results.map {
            JSON.dig($0, "locations", 0, "physicalLocation", "artifactLocation", "index") as? Int
        }
        #expect(indexes == [1, 1, 3])
    }

    @Test("a file that could not be read is a notification, and the run did not succeed")
    func invocation() throws {
        let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
        #expect(invocation["executionSuccessful"] as? Bool == false)
        #expect(invocation["exitCode"] as? Int == 20)
        #expect((invocation["toolExecutionNotifications"] as? [Any])?.count == 1)
    }

    @Test("a chain is a flow of code, step by step")
    func codeFlow() throws {
        let steps = [
            Step("reads ~/.npmrc", at: Place(path: "package/x y.js", line: 3, excerpt: "read()")),
            Step("sends it", at: Place(path: "package/z.js", line: 9, excerpt: "send()")),
        ]
        let reason = Reason(
            code: "hook-exfiltration",
            outcome: .deny,
            severity: .critical,
            sentence: "steals",
            review: "look",
            place: steps[0].place,
            steps: steps
        )
        var report = SARIFReport(policy: .standard)
        report.add(try Self.file("a.tgz", [reason]))
        let log = try #require(JSON.object(JSONText.pretty(report.log(exitCode: 20, unreadable: []))))
        let result = try #require(JSON.dig(log, "runs", 0, "results", 0))
        let flow = JSON.dig(result, "codeFlows", 0, "threadFlows", 0, "locations") as? [[String: Any]]
        #expect(flow?.map { JSON.dig($0, "location", "message", "text") as? String } == ["reads ~/.npmrc", "sends it"])
        let uris = flow?.map { JSON.dig($0, "location", "physicalLocation", "artifactLocation", "uri") as? String }
        #expect(uris == ["package/x%20y.js", "package/z.js"])
    }

    private static func reason(_ code: String, _ outcome: Outcome, line: Int? = 1) -> Reason {
        Reason(
            code: code,
            outcome: outcome,
            severity: .high,
            sentence: "does something",
            review: "look",
            place: Place(path: "package/x y.js", line: line, excerpt: "run()")
        )
    }

    private static func file(_ name: String, _ reasons: [Reason]) throws -> InspectedFile {
        InspectedFile(
            file: name,
            digest: try #require(Digest(.sha256, bytes: [UInt8](repeating: 7, count: 32))),
            size: 10,
            report: Report(
                engine: "1",
                kind: "npm",
                manifest: nil,
                files: [],
                hooks: [],
                dependencies: [],
                facts: [],
                unpackedBytes: 0
            ),
            release: nil,
            previous: nil,
            delta: nil,
            verdict: Verdict(outcome: .hold, reasons: reasons),
            effort: Effort(seconds: 0, bytes: 0)
        )
    }
}

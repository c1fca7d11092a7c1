import SallyportAnalysis
import SallyportModel
import SallyportTesting
import SallyportYara
import Testing

struct YaraRulesTests {
    private static let rule = """
        rule bad_beacon {
            meta:
                description = "talks to the old beacon"
            strings:
                $host = "beacon.example.invalid"
            condition:
                $host
        }
        """

    private func rules(_ text: String) throws -> YaraRules {
        try YaraRules([(name: "own.yar", text: text)], hashing: StandInHashing())
    }

    private func matches(_ text: String, in content: String) throws -> ContentMatches {
        try rules(text).matches(in: Array(content.utf8).span)
    }

    @Test(arguments: [
        ("rule broken { condition: ", 1),
        ("rule one { condition: true }\nrule one { condition: true }", 2),
        ("include \"/etc/passwd\"\nrule one { condition: true }", 1),
        ("rule one { condition: nothing_like_it }", 1),
    ])
    func `a rule that can't be compiled is refused with its file and line`(text: String, line: Int) {
        let error = #expect(throws: YaraRulesError.self) { try rules(text) }
        #expect(error?.file == "own.yar")
        #expect(error?.line == line)
        #expect(error?.message.isEmpty == false)
    }

    @Test func `a match names the rule, what it says of itself, and where`() throws {
        let found = try matches(Self.rule, in: "fetch('https://beacon.example.invalid/x')")
        #expect(found.unfinished == nil)
        #expect(
            found.matches == [ContentMatch(rule: "bad_beacon", description: "talks to the old beacon", offset: 15)]
        )
    }

    @Test func `a rule without strings matches the file as a whole`() throws {
        #expect(
            try matches("rule small { condition: filesize < 10 }", in: "x").matches
                == [ContentMatch(rule: "small", description: "", offset: nil)]
        )
    }

    @Test func `nothing matches an empty file by its strings`() throws {
        #expect(try matches(Self.rule, in: "") == ContentMatches())
    }

    @Test func `two files may have a rule of one name, and both are heard`() throws {
        let rules = try YaraRules(
            [(name: "a.yar", text: Self.rule), (name: "b.yar", text: Self.rule)],
            hashing: StandInHashing()
        )
        #expect(rules.matches(in: Array("beacon.example.invalid".utf8).span).matches.count == 2)
    }

    @Test func `other rules have another fingerprint`() throws {
        let one = try rules(Self.rule)
        let other = try rules(Self.rule.replacing("old", with: "new"))
        #expect(one.fingerprint != other.fingerprint)
        #expect(try rules(Self.rule).fingerprint == one.fingerprint)
    }

    @Test func `many scan at once`() async throws {
        let rules = try rules(Self.rule)
        let counts = await withTaskGroup(of: Int.self) { group in
            for number in 0..<64 {
                group.addTask {
                    let text = number.isMultiple(of: 2) ? "beacon.example.invalid" : "other.example.invalid"
                    return rules.matches(in: Array(text.utf8).span).matches.count
                }
            }
            return await group.reduce(0, +)
        }
        #expect(counts == 32)
    }

    @Test func `what matches is a fact of the inspection, wherever it stands`() throws {
        let inspector = Inspector(hashing: StandInHashing(), rules: try rules(Self.rule))
        let archive = TarBuilder()
            .file("package/package.json", #"{"name":"demo","version":"1.0.0"}"#)
            .file("package/docs/notes.txt", "first\nbeacon.example.invalid\n")
            .gzipped()
        let report = inspector.inspect(
            archive.span,
            artifact: InspectedArtifact(ecosystem: .npm, filename: "demo-1.0.0.tgz")
        )
        let fact = try #require(report.facts.first { $0.code == .ownMatch })
        #expect(fact.detail == "bad_beacon: talks to the old beacon")
        #expect(fact.place?.path == "package/docs/notes.txt")
        #expect(fact.place?.line == 2)
        #expect(report.engine.hasPrefix(Inspector.engineVersion + "+"))
    }
}

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
        try rules(text).matches(in: content)
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
        #expect(rules.matches(in: "beacon.example.invalid").matches.count == 2)
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
                    return rules.matches(in: text).matches.count
                }
            }
            return await group.reduce(0, +)
        }
        #expect(counts == 32)
    }

    @Test func `a rule that matches too often to be heard is said, and the others are heard`() throws {
        let text = """
            rule at_the_end { strings: $a = "ab" condition: $a at (filesize - 2) }
            rule other { strings: $b = "here" condition: $b }
            """
        let flood = String(repeating: "ab", count: 1_000_001)
        let found = try matches(text, in: "here" + flood)
        #expect(found.matches.map(\.rule) == ["other"])
        #expect(found.unfinished == "a rule matches too often")
        let small = try matches(text, in: "here" + flood.dropLast(20))
        #expect(small == ContentMatches(matches: small.matches))
        #expect(small.matches.map(\.rule) == ["at_the_end", "other"])
    }

    @Test func `rules beyond those that are named are counted`() throws {
        let text = (1...70).map { "rule r\($0) { condition: filesize < 10 }" }.joined(separator: "\n")
        let found = try matches(text, in: "x")
        #expect(found.matches.count == 64)
        #expect(found.more == 6)
        let report = Inspector(hashing: StandInHashing(), rules: try rules(text)).inspect(
            TarBuilder().file("package/package.json", "{}").gzipped().span,
            artifact: InspectedArtifact(ecosystem: .npm, filename: "demo-1.0.0.tgz")
        )
        let details = report.facts.filter { $0.code == .ownMatch }.map(\.detail)
        #expect(details.count == 17)
        #expect(details.contains("54 more rules match this file"))
    }

    @Test func `time is taken from what the files of an artifact have together`() throws {
        let rules = try rules(Self.rule)
        var left = Duration.seconds(5)
        _ = rules.matches(in: Array("beacon.example.invalid".utf8).span, within: &left)
        #expect(left < .seconds(5))
    }

    @Test(arguments: ["time", "cuckoo", "magic"])
    func `a module whose answer does not lie in the bytes is refused where it is imported`(module: String) throws {
        let fine = "import \"math\"\nimport \"hash\"\nimport \"pe\"\nrule one { condition: math.entropy(0, 1) > 9 }"
        #expect(try matches(fine, in: "x") == ContentMatches())
        let error = #expect(throws: YaraRulesError.self) {
            try rules("import \"math\"\nimport \"\(module)\"\nrule one { condition: false }")
        }
        #expect(error?.line == 2)
        #expect(error?.message.contains(module) == true)
    }

    @Test func `a rule file that libyara would read only up to a NUL is refused`() throws {
        let error = #expect(throws: YaraRulesError.self) {
            try rules("rule one { condition: false }\n\n\u{0}\nrule two { condition: true }")
        }
        #expect(error?.file == "own.yar")
        #expect(error?.line == 3)
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

extension YaraRules {
    /// What matches a text, with time enough.
    fileprivate func matches(in text: String) -> ContentMatches {
        var time = Duration.seconds(60)
        return matches(in: Array(text.utf8).span, within: &time)
    }
}

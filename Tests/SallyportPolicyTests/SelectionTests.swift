import SallyportModel
import SallyportPolicy
import Testing

@Suite("Verdicts of content")
struct SelectionTests {
    @Test("a thousand decoys crowd out nothing heavier, and nothing of another rule")
    func decoys() {
        var facts = (0..<1_000).map { fact("file.hidden-unicode", "decoy \($0)", reach: .load, path: "decoy\($0).js") }
        facts += (0..<1_000).map { fact("chain.decode-execute", "decoy \($0)", path: "decoy\($0).js") }
        facts.append(fact("chain.exfiltration", "~/.npmrc", path: "z.js"))
        facts.append(fact("manifest.mismatch", "other"))
        facts.append(fact("file.extension-mismatch", "elf", reach: .load, path: "logo.png"))
        let verdict = Policy.standard.judge(facts)
        #expect(verdict.outcome == .deny)
        #expect(verdict.reasons.count <= 20)
        let codes = Set(verdict.codes)
        #expect(
            codes == [
                "hook-decode-execute", "hook-exfiltration", "hidden-unicode", "manifest-mismatch", "extension-mismatch",
            ]
        )
        #expect(verdict.reasons.contains { $0.sentence.hasSuffix("(and 996 more)") })
    }

    @Test("every rule at once stays within the bound, heaviest first")
    func everything() {
        let facts = ruleCases.flatMap { $0.hits.flatMap(\.facts) }
        let delta = ruleCases.flatMap { $0.hits.flatMap { $0.delta ?? [] } }
        let verdict = Policy.standard.judge(facts, delta: delta)
        #expect(verdict.reasons.count == 20)
        let weights = verdict.reasons.map { ($0.outcome, $0.severity) }
        #expect(zip(weights, weights.dropFirst()).allSatisfy { $0 >= $1 })
        #expect(verdict.outcome == .deny)
    }

    @Test("the order of the facts and doubles among them do not matter")
    func order() {
        let facts = ruleCases.flatMap { $0.hits.flatMap(\.facts) }
        let delta = ruleCases.flatMap { $0.hits.flatMap { $0.delta ?? [] } }
        let verdict = Policy.standard.judge(facts, delta: delta)
        #expect(Policy.standard.judge(facts.reversed(), delta: delta.reversed()) == verdict)
        #expect(Policy.standard.judge(facts + facts, delta: delta + delta) == verdict)
    }

    @Test("what runs at install is named before what does not")
    func reachFirst() {
        let facts = [
            fact("file.hidden-unicode", reach: .shipped, path: "a.js"),
            fact("file.hidden-unicode", reach: .install, path: "z.js"),
        ]
        let many = facts + (0..<10).map { fact("file.hidden-unicode", reach: .load, path: "b\($0).js") }
        let sentences = Policy.standard.judge(many).reasons.map(\.sentence)
        #expect(sentences.contains("hides invisible characters in z.js"))
        #expect(sentences.count == 4)
    }

    @Test("a note is left out where a stricter rule reports the same thing")
    func noEcho() {
        let hook = fact("hook.declared", "postinstall: node a.js", path: "a.js")
        #expect(Policy.standard.judge([hook], .young).codes == ["hook-present"])
        #expect(Policy.standard.judge([hook]).codes == ["hook-present"])
        let delta = [fact("delta.hook-added", "postinstall: node a.js", path: "a.js")]
        #expect(Policy.standard.judge([hook], delta: delta).codes == ["hook-added"])
        let mismatch = fact("file.extension-mismatch", "postinstall: node a.js", reach: .load, path: "a.js")
        #expect(Policy.standard.judge([hook, mismatch], delta: delta).codes == ["hook-added", "extension-mismatch"])
    }

    @Test(
        "nothing found is admitted, whatever the standing",
        arguments: [ReleaseStanding.offline, .young, .established]
    )
    func nothing(standing: ReleaseStanding) {
        #expect(Policy.standard.judge([], standing) == .admitted)
        #expect(Policy.standard.judge([], delta: [], standing) == .admitted)
        #expect(Policy.standard.judge([fact("future.code", "unknown")], standing) == .admitted)
    }

    @Test("an honest package with a hook and a binary passes with notes, a newcomer as well")
    func honest() {
        let facts = [
            fact("hook.declared", "install: node-gyp rebuild"),
            fact("file.native", "elf", reach: .load, path: "a.node"),
            fact("capability.process", "child_process.spawn"), fact("capability.network", "https.get"),
        ]
        for standing in [ReleaseStanding.established, .offline, .young] {
            #expect(Policy.standard.judge(facts, standing).outcome == .admit)
        }
        #expect(Policy.standard.judge(facts, delta: [], .young).outcome == .admit)
    }

    @Test("a chain on import is a note for a known package and a hold for a newcomer")
    func newcomer() {
        let facts = [fact("chain.exfiltration", "env", reach: .load, path: "a.js")]
        #expect(Policy.standard.judge(facts).outcome == .admit)
        #expect(Policy.standard.judge(facts, delta: []).outcome == .admit)
        #expect(Policy.standard.judge(facts, .young).codes == ["newcomer-chain"])
        #expect(Policy.standard.judge(facts, .offline).codes == ["newcomer-chain"])
    }

    @Test("what is found together counts by file, and a fact is no companion of itself")
    func together() {
        func hidden(_ path: String, beside: [Fact]) -> Outcome {
            let hiding = fact("hiding.encoded-literal", "4000 bytes", reach: .load, path: path)
            return Policy.standard.judge([hiding] + beside, .young).outcome
        }
        #expect(hidden("a.js", beside: [fact("capability.process", "spawn", reach: .load, path: "a.js")]) == .hold)
        #expect(hidden("a.js", beside: [fact("capability.process", "spawn", reach: .load, path: "b.js")]) == .admit)
        #expect(hidden("a.js", beside: [fact("capability.process", "spawn", reach: .shipped, path: "a.js")]) == .admit)
        #expect(hidden("a.js", beside: []) == .admit)
        let two = ["clipboard", "stealth"].map {
            fact("delta.capability-added", "capability.\($0): x", reach: .load, path: "\($0).js")
        }
        #expect(Policy.standard.judge(delta: two).outcome == .hold)
        #expect(Policy.standard.judge(delta: [two[0], two[0]]).outcome == .admit)
    }
}

@Suite("Sentences")
struct SentenceTests {
    private func sentence(_ detail: String, path: String? = nil) -> String {
        let delta = [fact("delta.hook-added", detail, path: path)]
        return Policy.standard.judge(delta: delta).reasons.first?.sentence ?? ""
    }

    @Test("are one line of printable ASCII, whatever a package writes")
    func hostile() {
        for detail in ["a\nb", "\u{1B}[31m", "\u{202E}gnp.js", "a\u{0}b", "\u{1F600}", "x\r\ny", "\u{E0041}"] {
            let text = sentence("postinstall: \(detail)", path: "\(detail).js")
            #expect(text.utf8.allSatisfy { (0x20...0x7E).contains($0) })
        }
        #expect(sentence("postinstall: \u{202E}a\nb") == "adds a postinstall script: \\u{202e}a b")
    }

    @Test("are cut at their limit")
    func bounded() {
        let long = sentence("postinstall: " + String(repeating: "x", count: 5_000))
        #expect(long.utf8.count == 320)
        #expect(long.hasSuffix("x..."))
    }

    @Test("never read a package's words as placeholders")
    func placeholders() {
        #expect(
            sentence("postinstall: {path} {details} {{hook}}") == "adds a postinstall script: {path} {details} {{hook}}"
        )
    }

    @Test("name hooks as people do")
    func hooks() {
        #expect(sentence("install: make") == "adds an install script: make")
        #expect(sentence("pth: import os") == "adds a pth hook: import os")
        #expect(sentence("binding.gyp: <!(node a.js)") == "adds a binding.gyp hook: <!(node a.js)")
        #expect(sentence("") == "adds an install hook")
        #expect(sentence("make") == "adds an install hook: make")
        #expect(sentence(": x") == "adds an install hook: : x")
    }
}

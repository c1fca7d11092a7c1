import SallyportModel
import SallyportPolicy
import Testing

@Suite("Policy files")
struct PolicyFileTests {
    /// A mistake, where it is reported, and how.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let yaml: String
        let line: Int
        let column: Int
        let code: PolicyFileError.Code
        let says: String

        init(_ yaml: String, _ line: Int, _ column: Int, _ code: PolicyFileError.Code, _ says: String) {
            self.yaml = yaml
            self.line = line
            self.column = column
            self.code = code
            self.says = says
        }

        var testDescription: String { yaml }
    }

    private static let structure: [Mistake] = [
        Mistake("", 1, 1, .missingKey, "write `version: 1` as its first line"),
        Mistake("# nothing\n", 1, 1, .missingKey, "write `version: 1` as its first line"),
        Mistake("---\n", 1, 1, .missingKey, "write `version: 1` as its first line"),
        Mistake("\n\ncooldown: 3d\n", 3, 1, .missingKey, "write `version: 1` as its first line"),
        Mistake("version: 2", 1, 10, .badValue, "this build reads policies of version 1, not `2`"),
        Mistake("version: [1]", 1, 10, .badValue, "not a list"),
        Mistake("version:", 1, 9, .badValue, "not nothing"),
        Mistake("hello", 1, 1, .wrongType, "a policy is a map with keys such as `version`"),
        Mistake("- version: 1", 1, 1, .wrongType, "not a list"),
        Mistake("version: 1\ncooldwn: 3d", 2, 1, .unknownKey, "no key `cooldwn`; did you mean `cooldown`?"),
        Mistake("version: 1\nCooldown: 3d", 2, 1, .unknownKey, "did you mean `cooldown`?"),
        Mistake(
            "version: 1\nexceptions: []",
            2,
            1,
            .unknownKey,
            "its keys are `version`, `baseline`, `cooldown`, `rules`"
        ),
        Mistake("version: 1\n? [a]\n: b", 2, 3, .unknownKey, "no key a list"),
        Mistake("version: 1\n<<: {}", 2, 1, .unknownKey, "no key `<<`"),
        Mistake(
            "version: 1\ncooldown: 3d\ncooldown: 0d",
            2,
            1,
            .duplicateKey,
            "`cooldown` stands here and again below"
        ),
        Mistake(
            "version: 1\nrules:\n  hook-added: hold\n  hook-added: off",
            3,
            3,
            .duplicateKey,
            "`hook-added` stands here"
        ),
        Mistake("version: 1\n---\nversion: 1", 2, 1, .syntax, "holds one YAML document"),
        Mistake("version: 1\nrules: [", 3, 1, .syntax, "this is no YAML"),
        Mistake("version: 1\n\tcooldown: 3d", 2, 1, .syntax, "this is no YAML"),
        Mistake("version: 1\ncooldown: 'a\n", 3, 1, .syntax, "this is no YAML"),
        Mistake("version: 1\ncooldown: \u{1}", 1, 1, .syntax, "characters that YAML does not allow"),
        Mistake("version: 1\nrules: &r {}", 2, 8, .unsupportedYAML, "`&r` begins a YAML anchor"),
        Mistake("version: 1\nrules: *r", 2, 8, .unsupportedYAML, "`*r` begins a YAML anchor or alias"),
        Mistake("version: 1\nrules: [[[[[[[[]]]]]]]]", 2, 15, .wrongType, "nested deeper"),
    ]

    private static let values: [Mistake] = [
        Mistake(
            "version: 1\ncooldown: 3",
            2,
            11,
            .badValue,
            "`3` is no duration; write a whole number and `d`, `h` or `m`"
        ),
        Mistake("version: 1\ncooldown: 3 days", 2, 11, .badValue, "`3 days` is no duration"),
        Mistake("version: 1\ncooldown: -3d", 2, 11, .badValue, "`-3d` is no duration"),
        Mistake("version: 1\ncooldown: 1.5d", 2, 11, .badValue, "`1.5d` is no duration"),
        Mistake("version: 1\ncooldown: 3D", 2, 11, .badValue, "`3D` is no duration"),
        Mistake("version: 1\ncooldown: d", 2, 11, .badValue, "`d` is no duration"),
        Mistake("version: 1\ncooldown: 3651d", 2, 11, .badValue, "up to 3650d"),
        Mistake("version: 1\ncooldown: 9999999999d", 2, 11, .badValue, "is no duration"),
        Mistake("version: 1\ncooldown: \u{663}d", 2, 11, .badValue, "`\\u{663}d` is no duration"),
        Mistake("version: 1\ncooldown:", 2, 10, .badValue, "nothing is no duration"),
        Mistake("version: 1\ncooldown: [3d]", 2, 11, .badValue, "a list is no duration"),
        Mistake("version: 1\nbaseline: { npm: 3d }", 2, 11, .badValue, "a map is no duration"),
        Mistake("version: 1\ncooldown: { nmp: 3d }", 2, 13, .unknownKey, "did you mean `npm`?"),
        Mistake("version: 1\ncooldown:\n  npm: soon", 3, 8, .badValue, "`soon` is no duration"),
        Mistake("version: 1\ncooldown: 31d", 2, 11, .badValue, "longer than the baseline of 30d"),
        Mistake("version: 1\nbaseline: 2d", 2, 11, .badValue, "the cooldown of 3d is longer than the baseline of 2d"),
        Mistake("version: 1\nbaseline: 5d\ncooldown: { npm: 6d }", 3, 11, .badValue, "set `baseline: 6d` or more"),
        Mistake("version: 1\nrules: hold", 2, 8, .wrongType, "`rules` is a map"),
        Mistake("version: 1\nrules:\n  hook-aded: hold", 3, 3, .unknownKey, "did you mean `hook-added`?"),
        Mistake("version: 1\nrules:\n  hook_added: hold", 3, 3, .unknownKey, "did you mean `hook-added`?"),
        Mistake(
            "version: 1\nrules:\n  typosquat: hold",
            3,
            3,
            .unknownKey,
            "`sallyport policy explain` lists the rules"
        ),
        Mistake(
            "version: 1\nrules:\n  hook-added: block",
            3,
            15,
            .badValue,
            "`block` is no outcome; write `off`, `admit`, `hold` or `deny`"
        ),
        Mistake("version: 1\nrules:\n  hook-added: holdd", 3, 15, .badValue, "did you mean `hold`?"),
        Mistake("version: 1\nrules:\n  hook-added: Hold", 3, 15, .badValue, "did you mean `hold`?"),
        Mistake("version: 1\nrules:\n  hook-added: false", 3, 15, .badValue, "`false` is no outcome"),
        Mistake("version: 1\nrules:\n  hook-added: [hold]", 3, 15, .badValue, "a list is no outcome"),
        Mistake("version: 1\nrules:\n  hook-added: { outcom: hold }", 3, 17, .unknownKey, "did you mean `outcome`?"),
        Mistake("version: 1\nrules:\n  cooldown: { except: [\"pkg:npm/a\"] }", 3, 15, .badValue, "takes no `except`"),
    ]

    private static let exceptions: [Mistake] = [
        Mistake("\"pkg:npm/a\"", 3, 25, .wrongType, "`except` takes a list of package URLs, not `pkg:npm/a`"),
        Mistake("[esbuild]", 3, 26, .badValue, "`esbuild` is no package URL; write it as `pkg:npm/left-pad@1.3.0`"),
        Mistake("[\"pkg:npm/a\", {b: c}]", 3, 39, .wrongType, "not a map"),
        Mistake("[\"pkg:nmp/a\"]", 3, 26, .badValue, "did you mean `npm`?"),
        Mistake("[\"pkg:npm/a?file_name=a.tgz\"]", 3, 26, .badValue, "not a file"),
        Mistake("[\"pkg:npm/@s/n\", \"pkg:npm/%40s/n\"]", 3, 42, .duplicateKey, "stands in this list already"),
    ].map { Mistake("version: 1\nrules:\n  hook-added: { except: \($0.yaml) }", $0.line, $0.column, $0.code, $0.says) }

    @Test("are refused with the place and what to write instead", arguments: structure + values + exceptions)
    func mistakes(mistake: Mistake) {
        let error = #expect(throws: PolicyFileError.self) { try Policy(yaml: mistake.yaml, file: "policy.yaml") }
        guard let error else { return }
        #expect(error.code == mistake.code)
        #expect("\(error.line):\(error.column)" == "\(mistake.line):\(mistake.column)")
        #expect(error.message.contains(mistake.says), "\(error.message)")
        #expect(error.description == "policy.yaml:\(mistake.line):\(mistake.column): \(error.message)")
        #expect(error.message.utf8.allSatisfy { (0x20...0x7E).contains($0) })
    }

    @Test("are read up to their limit and refused above")
    func size() throws {
        let head = "version: 1\n#"
        let limit = 256 * 1_024
        let atLimit = head + String(repeating: "x", count: limit - head.utf8.count)
        #expect(try Policy(yaml: atLimit, file: "p") == .standard)
        let error = #expect(throws: PolicyFileError.self) { try Policy(yaml: atLimit + "x", file: "p") }
        #expect(error?.code == .tooLarge)
    }

    @Test("take a bounded number of exceptions", arguments: [(1_999, true), (2_000, true), (2_001, false)])
    func exceptionCount(count: Int, isAccepted: Bool) {
        let list = (0..<count).map { "\"pkg:npm/a\($0)\"" }.joined(separator: ",")
        let policy = try? Policy("rules: { hook-added: { except: [\(list)] } }")
        #expect((policy != nil) == isAccepted)
    }

    @Test("nested without end are refused, not followed", arguments: ["[", "{a: ", "- ", "? "])
    func nesting(opening: String) {
        let yaml = "version: 1\nrules:\n  " + String(repeating: opening, count: 20_000)
        #expect(throws: PolicyFileError.self) { try Policy(yaml: yaml, file: "p") }
    }

    @Test("cut anywhere give a policy or an error, and never end the program")
    func truncations() {
        let yaml = PolicyReference.standardFile() + "\n# caf\u{E9}"
        for end in stride(from: 0, to: yaml.unicodeScalars.count, by: 7) {
            let cut = String(String.UnicodeScalarView(yaml.unicodeScalars.prefix(end)))
            _ = try? Policy(yaml: cut, file: "p")
            _ = try? Policy(yaml: cut + "\u{0}]}\"'&*!%@`", file: "p")
        }
    }

    @Test("allow a starred word in a comment when a blank follows the star, and an ampersand inside a word")
    func comments() throws {
        #expect(try Policy("# * R&D owns this, A & B\ncooldown: 3d # 2*3") == .standard)
    }
}

@Suite("Policy files that are read")
struct PolicyReadingTests {
    @Test("durations in days, hours and minutes")
    func durations() throws {
        #expect(try Policy("cooldown: 2d").cooldownSeconds == 172_800)
        #expect(try Policy("cooldown: 12h").cooldownSeconds == 43_200)
        #expect(try Policy("cooldown: 90m").cooldownSeconds == 5_400)
        #expect(try Policy("cooldown: 0d").cooldownSeconds == 0)
        #expect(try Policy("cooldown: '2d'").cooldownSeconds == 172_800)
        #expect(try Policy("baseline: 3650d").baselineSeconds == 315_360_000)
        #expect(try Policy("baseline: 72h").baselineSeconds == 259_200)
    }

    @Test("cooldowns by ecosystem, with the standard one for the rest")
    func cooldowns() throws {
        let policy = try Policy("cooldown:\n  npm: 7d")
        #expect(policy.cooldownSeconds(for: .npm) == 604_800)
        #expect(policy.cooldownSeconds(for: .pypi) == 259_200)
        #expect(policy.cooldownSeconds == 259_200)
    }

    @Test("rules by outcome or by map")
    func rules() throws {
        let policy = try Policy(
            """
            rules:
              hook-added: deny
              hook-changed: off   # a word here, although YAML 1.1 reads it as a boolean
              native-added:
                outcome: admit
                except:
                  - pkg:npm/esbuild
                  - pkg:npm/@img/sharp-linux-x64@0.34.1
            """
        )
        func setting(_ code: String) throws -> RuleSetting {
            policy.setting(of: try #require(RuleCatalogue.rule(code)))
        }
        #expect(try setting("hook-added").outcome == .deny)
        #expect(try setting("hook-changed").outcome == .off)
        #expect(try setting("native-added").outcome == .admit)
        #expect(
            try setting("native-added").exceptions.map(\.description)
                == ["pkg:npm/%40img/sharp-linux-x64@0.34.1", "pkg:npm/esbuild"]
        )
        #expect(try setting("size-jump").outcome == .admit)
    }

    @Test("the defaults are the documented ones")
    func defaults() throws {
        #expect(Policy.standard.cooldownSeconds == 3 * 86_400)
        #expect(Policy.standard.baselineSeconds == 30 * 86_400)
        #expect(try Policy(yaml: "version: 1", file: "p") == .standard)
        #expect(try Policy(yaml: "\u{FEFF}version: 1\r\ncooldown: 3d\r\n", file: "p") == .standard)
        #expect(try Policy(yaml: "{version: 1}", file: "p") == .standard)
    }
}

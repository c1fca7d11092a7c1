import SallyportModel
import SallyportPolicy

/// One rule with evidence that it matches and the nearest evidence that it does not.
struct RuleCase: Sendable {
    /// What is judged.
    struct Evidence: Sendable {
        let facts: [Fact]
        let delta: [Fact]?
        let standing: ReleaseStanding

        init(_ facts: [Fact] = [], delta: [Fact]? = nil, _ standing: ReleaseStanding = .established) {
            self.facts = facts
            self.delta = delta
            self.standing = standing
        }
    }

    let code: String
    let outcome: Outcome
    let severity: Severity
    /// The sentence of the first hit.
    let sentence: String
    let hits: [Evidence]
    let misses: [Evidence]
}

/// At least one hit and one miss for every rule of content and change; a test enforces it.
let ruleCases: [RuleCase] =
    readingCases + executionCases + presenceCases + changeCases + newcomerCases + spreadCases + moreChangeCases
    + surroundingCases + ownCases

private let capabilities = [
    fact("capability.network", "https.request", path: "index.js"),
    fact("capability.credential-file", "~/.npmrc", path: "index.js"),
]

private let readingCases = [
    RuleCase(
        code: "archive-unreadable",
        outcome: .hold,
        severity: .high,
        sentence: "has an archive that can't be read safely: duplicate-name",
        hits: [.init([fact("archive.unreadable", "duplicate-name")]), .init([fact("archive.unreadable")], delta: [])],
        misses: [.init([fact("archive.budget", "unpacked-bytes")]), .init(delta: [fact("archive.unreadable")])]
    ),
    RuleCase(
        code: "archive-budget",
        outcome: .hold,
        severity: .high,
        sentence: "is too big to be inspected in full: ratio",
        hits: [.init([fact("archive.budget", "ratio")])],
        misses: [.init([fact("archive.unreadable", "ratio")])]
    ),
    RuleCase(
        code: "manifest-unreadable",
        outcome: .hold,
        severity: .high,
        sentence: "has a manifest that can't be read: not-json",
        hits: [.init([fact("manifest.unreadable", "not-json", path: "package.json")])],
        misses: [.init([fact("file.unreadable", reach: .load, path: "package.json")])]
    ),
    RuleCase(
        code: "manifest-mismatch",
        outcome: .hold,
        severity: .high,
        sentence: "has a manifest that does not agree with the index: left-pad 1.3.1",
        hits: [.init([fact("manifest.mismatch", "left-pad 1.3.1")], .offline)],
        misses: [.init([fact("manifest.unreadable", "left-pad 1.3.1")])]
    ),
    RuleCase(
        code: "hook-unreadable",
        outcome: .hold,
        severity: .high,
        sentence: "runs something at install that can't be read: postinstall: node gone.js",
        hits: [.init([fact("hook.unreadable", "postinstall: node gone.js")])],
        misses: [.init([fact("hook.declared", "postinstall: node here.js")])]
    ),
    RuleCase(
        code: "file-unreadable",
        outcome: .hold,
        severity: .medium,
        sentence: "runs a.js at install, which can't be read: not-utf8",
        hits: [
            .init([fact("file.unreadable", "not-utf8", path: "a.js")]),
            .init([fact("file.unreadable", "file-too-large", reach: .load, path: "a.js")], .young),
            .init([fact("file.unreadable", "unexpected-token", reach: .load, path: "a.js")], .offline),
        ],
        misses: [
            .init([fact("file.unreadable", "not-utf8", reach: .load, path: "a.js")]),
            .init([fact("file.unreadable", "not-utf8", reach: .load, path: "a.js")], delta: []),
            .init([fact("file.unreadable", "not-utf8", reach: .shipped, path: "a.js")], .young),
        ]
    ),
    RuleCase(
        code: "unread-added",
        outcome: .hold,
        severity: .medium,
        sentence: "runs a.js, which can't be read: file-too-large",
        hits: [
            .init(delta: [fact("delta.unread-added", "file-too-large", reach: .load, path: "a.js")]),
            .init(delta: [fact("delta.unread-added", "file-too-large", reach: .install, path: "a.js")]),
        ],
        misses: [.init([fact("file.unreadable", "file-too-large", reach: .load, path: "a.js")], delta: [])]
    ),
]

private let executionCases = [
    RuleCase(
        code: "hook-exfiltration",
        outcome: .deny,
        severity: .critical,
        sentence: "runs code at install in steal.js:3 that reads credentials and reaches the network: ~/.npmrc",
        hits: [
            .init([fact("chain.exfiltration", "~/.npmrc", path: "steal.js", line: 3)]),
            .init([fact("chain.exfiltration", "~/.npmrc")], delta: []),
            .init([fact("chain.exfiltration", "~/.npmrc")], .young),
            .init([fact("chain.exfiltration", "~/.npmrc")], .offline),
        ],
        misses: [.init(capabilities), .init([fact("chain.exfiltration", reach: .load)])]
    ),
    RuleCase(
        code: "hook-token-use",
        outcome: .hold,
        severity: .high,
        sentence:
            "runs code at install in login.js:3 that uses a credential variable and reaches the network: reads X_TOKEN",
        hits: [
            .init([fact("chain.token-use", "reads X_TOKEN", path: "login.js", line: 3)]),
            .init([fact("chain.token-use", "reads X_TOKEN")], .offline),
        ],
        misses: [.init(capabilities), .init([fact("chain.token-use", reach: .load)])]
    ),
    RuleCase(
        code: "hook-download-execute",
        outcome: .deny,
        severity: .critical,
        sentence: "runs code at install in setup.py:7 that fetches and runs other code",
        hits: [.init([fact("chain.download-execute", path: "setup.py", line: 7)])],
        misses: [.init([fact("chain.download-execute", reach: .load)]), .init([fact("capability.process")])]
    ),
    RuleCase(
        code: "hook-decode-execute",
        outcome: .deny,
        severity: .critical,
        sentence: "runs code at install in a.js that decodes and runs hidden code: eval",
        hits: [.init([fact("chain.decode-execute", "eval", path: "a.js")])],
        misses: [
            .init([fact("chain.decode-execute", reach: .shipped)]), .init([fact("capability.dynamic-code", "eval")]),
        ]
    ),
    RuleCase(
        code: "hidden-unicode",
        outcome: .hold,
        severity: .high,
        sentence: "hides invisible characters in index.js: 12 variation selectors",
        hits: [
            .init([fact("file.hidden-unicode", "12 variation selectors", reach: .load, path: "index.js")]),
            .init([fact("file.hidden-unicode", reach: .shipped, path: "index.js")], .offline),
        ],
        misses: [.init([fact("file.extension-mismatch", path: "index.js")])]
    ),
]

private let presenceCases = [
    RuleCase(
        code: "chain-present",
        outcome: .admit,
        severity: .medium,
        sentence: "runs code on import in a.js that reads credentials or the environment and reaches the network: env",
        hits: [
            .init([fact("chain.exfiltration", "env", reach: .load, path: "a.js")]),
            .init([fact("chain.wallet-hook", reach: .load)]),
            .init([fact("chain.decode-execute", reach: .load)], delta: []),
        ],
        misses: [.init([fact("chain.exfiltration", "env", reach: .shipped, path: "a.js")]), .init(capabilities)]
    ),
    RuleCase(
        code: "hook-present",
        outcome: .admit,
        severity: .low,
        sentence: "runs a postinstall script: node build.js",
        hits: [
            .init([fact("hook.declared", "postinstall: node build.js")]),
            .init([fact("hook.declared", "postinstall: node build.js")], .offline),
            .init([fact("hook.declared", "postinstall: node build.js")], delta: []),
        ],
        misses: [.init(capabilities)]
    ),
    RuleCase(
        code: "native-present",
        outcome: .admit,
        severity: .low,
        sentence: "ships a native binary: lib/a.node (elf)",
        hits: [.init([fact("file.native", "elf", reach: .load, path: "lib/a.node")])],
        misses: [.init([fact("file.wasm", "wasm", path: "lib/a.wasm")], .young)]
    ),
    RuleCase(
        code: "url-dependency-present",
        outcome: .admit,
        severity: .low,
        sentence: "depends on something outside of any registry: a (https://example.invalid/a.tgz)",
        hits: [
            .init([fact("dependency.url", "a (https://example.invalid/a.tgz)")]), .init([fact("dependency.git", "a")]),
        ],
        misses: [.init(delta: [fact("delta.dependency-added", "a")])]
    ),
    RuleCase(
        code: "extension-mismatch",
        outcome: .admit,
        severity: .low,
        sentence: "holds logo.png, which is not what its name says: elf",
        hits: [.init([fact("file.extension-mismatch", "elf", reach: .shipped, path: "logo.png")])],
        misses: [.init([fact("file.native", "elf", reach: .shipped, path: "logo")])]
    ),
]

private let changeCases = [
    RuleCase(
        code: "hook-added",
        outcome: .hold,
        severity: .high,
        sentence: "adds a postinstall script: node steal.js",
        hits: [
            .init(delta: [fact("delta.hook-added", "postinstall: node steal.js")])
        ],
        misses: [
            .init([fact("hook.declared", "postinstall: node steal.js")], .young),
            .init([fact("hook.declared", "postinstall: node steal.js")]),
            .init([fact("hook.declared", "postinstall: node steal.js")], .offline),
            .init([fact("hook.declared", "postinstall: node steal.js")], delta: [], .young),
        ]
    ),
    RuleCase(
        code: "hook-changed",
        outcome: .hold,
        severity: .medium,
        sentence: "changes a setup.py hook: setup.py",
        hits: [.init(delta: [fact("delta.hook-changed", "setup.py: setup.py")])],
        misses: [.init(delta: [fact("delta.file-changed", "setup.py")])]
    ),
    RuleCase(
        code: "native-added",
        outcome: .hold,
        severity: .high,
        sentence: "adds a native binary: a.node (elf)",
        hits: [
            .init(delta: [fact("delta.native-added", "elf", path: "a.node")])
        ],
        misses: [
            .init([fact("file.native", "elf", reach: .load, path: "a.node")], .young),
            .init([fact("file.native", "elf", path: "a.node")]),
            .init([fact("file.native", "elf", path: "a.node")], delta: [], .young),
        ]
    ),
    RuleCase(
        code: "url-dependency-added",
        outcome: .hold,
        severity: .high,
        sentence: "adds a dependency from outside of any registry: a (git+ssh://example.invalid/a)",
        hits: [
            .init(delta: [fact("delta.url-dependency-added", "a (git+ssh://example.invalid/a)")]),
            .init([fact("dependency.git", "a")], .young), .init([fact("dependency.url", "a")], .young),
            .init([fact("dependency.url", "a")], .offline),
        ],
        misses: [
            .init([fact("dependency.git", "a")]),
            .init(delta: [fact("delta.dependency-added", "a")]),
        ]
    ),
    RuleCase(
        code: "credentials-added",
        outcome: .hold,
        severity: .high,
        sentence: "begins to read credential files in index.js:9: ~/.netrc",
        hits: [
            .init(
                delta: [
                    fact(
                        "delta.capability-added",
                        "capability.credential-file: ~/.netrc",
                        reach: .load,
                        path: "index.js",
                        line: 9
                    )
                ]
            ),
            .init(delta: [fact("delta.capability-added", "credential-file")]),
        ],
        misses: [
            .init(delta: [fact("delta.capability-added", "network: credential-file")]),
            .init(delta: [fact("delta.capability-added", "credential-file", reach: .shipped)]),
            .init([fact("capability.credential-file", "~/.netrc")], delta: []),
        ]
    ),
    RuleCase(
        code: "chain-added",
        outcome: .hold,
        severity: .high,
        sentence: "begins to read credentials or the environment and reach the network in a.js: env",
        hits: [
            .init(
                [fact("chain.exfiltration", "env", reach: .load, path: "a.js")],
                delta: [fact("delta.capability-added", "capability.network: fetch", reach: .load)]
            ),
            .init(
                [fact("chain.download-execute", reach: .load)],
                delta: [fact("delta.capability-added", "process", reach: .load)]
            ),
            .init(
                [fact("chain.decode-execute", reach: .load)],
                delta: [fact("delta.capability-added", "dynamic-code", reach: .load)]
            ),
        ],
        misses: [
            .init([fact("chain.exfiltration", "env", reach: .load)], delta: []),
            .init([fact("chain.exfiltration", "env", reach: .load)], .young),
            .init(
                [fact("chain.exfiltration", "env", reach: .load)],
                delta: [fact("delta.capability-added", "native-loading", reach: .load)]
            ),
            .init(delta: [fact("delta.capability-added", "network", reach: .load)]),
        ]
    ),
    RuleCase(
        code: "capability-added",
        outcome: .admit,
        severity: .medium,
        sentence: "begins to use a capability in a.js: capability.process: spawn",
        hits: [.init(delta: [fact("delta.capability-added", "capability.process: spawn", reach: .load, path: "a.js")])],
        misses: [
            .init(delta: [fact("delta.capability-added", "network", reach: .shipped)]), .init(capabilities, delta: []),
        ]
    ),
    RuleCase(
        code: "dependency-added",
        outcome: .admit,
        severity: .low,
        sentence: "adds a dependency: is-odd ^3.0.0 (runtime)",
        hits: [.init(delta: [fact("delta.dependency-added", "is-odd ^3.0.0 (runtime)", reach: .load)])],
        misses: [.init(delta: [])]
    ),
    RuleCase(
        code: "size-jump",
        outcome: .admit,
        severity: .low,
        sentence: "is much bigger than the admitted version: package grew from 10 to 4200000 bytes",
        hits: [.init(delta: [fact("delta.size-jump", "package grew from 10 to 4200000 bytes", reach: .shipped)])],
        misses: [.init(delta: [fact("delta.file-added", "3 files added", reach: .shipped)])]
    ),
]

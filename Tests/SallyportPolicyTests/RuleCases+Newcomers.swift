import SallyportModel
import SallyportPolicy

let newcomerCases = [
    RuleCase(
        code: "newcomer-hook",
        outcome: .hold,
        severity: .high,
        sentence: "does at install in a.js:2 what no installation needs: names .npmrc",
        hits: [
            .init([fact("capability.credential-file", "names .npmrc", path: "a.js", line: 2)], .young),
            .init([fact("capability.destructive", "removes home", path: "a.js")], .offline),
            .init([fact("hook.target", "preinstall: index.js is 4200000 bytes of code")], .young),
            .init(
                [
                    fact("capability.system-information", "hostname", path: "a.js"),
                    fact("capability.network", path: "b.js"),
                ],
                .young
            ),
            .init(
                [fact("hiding.computed-name", "exec", path: "a.js"), fact("capability.process", path: "a.js")],
                .young
            ),
            .init([fact("file.archive", "zip", path: "a.zip")], .young),
        ],
        misses: [
            .init([fact("capability.credential-file", "names .npmrc", path: "a.js")]),
            .init([fact("capability.credential-file", "names .npmrc", path: "a.js")], delta: []),
            .init([fact("capability.credential-file", "names .npmrc", reach: .load, path: "a.js")], .young),
            .init([fact("capability.process"), fact("capability.network"), fact("hook.declared")], .young),
            .init([fact("capability.system-information", "hostname")], .young),
        ]
    ),
    RuleCase(
        code: "newcomer-native",
        outcome: .hold,
        severity: .high,
        sentence: "runs a native file at install that it brings along: tools/setup (elf)",
        hits: [
            .init([fact("file.native", "elf", path: "tools/setup")], .young),
            .init([fact("file.native", "pe, 9 bytes; library; calls credentials (x)", reach: .load)], .young),
            .init(
                [
                    fact("file.extension-mismatch", "elf, named .dat", reach: .shipped),
                    fact("capability.process", reach: .load),
                ],
                .young
            ),
        ],
        misses: [
            .init([fact("file.native", "elf", path: "tools/setup")]),
            .init([fact("file.native", "elf", reach: .load, path: "tools/setup")], .young),
        ]
    ),
    RuleCase(
        code: "newcomer-chain",
        outcome: .hold,
        severity: .high,
        sentence: "fetches and runs other code on import in a.js",
        hits: [
            .init([fact("chain.download-execute", reach: .load, path: "a.js")], .young),
            .init([fact("chain.wallet-hook", reach: .load, path: "a.js")], .offline),
            .init([fact("chain.unasked", reach: .load, path: "a.js")], .young),
            .init(
                [
                    fact("chain.system-information", reach: .load, path: "a.js"),
                    fact("capability.stealth", reach: .load, path: "a.js"),
                ],
                .young
            ),
        ],
        misses: [
            .init([fact("chain.download-execute", reach: .load, path: "a.js")]),
            .init([fact("chain.system-information", reach: .load, path: "a.js")], .young),
            .init([fact("chain.exfiltration", reach: .shipped, path: "a.js")], .young),
        ]
    ),
    RuleCase(
        code: "newcomer-hiding",
        outcome: .hold,
        severity: .high,
        sentence: "hides code that runs on import in a.js: 40 strings",
        hits: [
            .init([fact("hiding.string-array", "40 strings", reach: .load, path: "a.js")], .young),
            .init(
                [
                    fact("hiding.computed-name", "exec", reach: .load, path: "a.js"),
                    fact("capability.process", reach: .load, path: "a.js"),
                ],
                .young
            ),
        ],
        misses: [
            .init([fact("hiding.string-array", "40 strings", reach: .load, path: "a.js")]),
            .init([fact("hiding.string-array", "40 strings", reach: .shipped, path: "a.js")], .young),
            .init([fact("hiding.computed-name", "exec", reach: .load, path: "a.js")], .young),
        ]
    ),
    RuleCase(
        code: "newcomer-planted",
        outcome: .hold,
        severity: .high,
        sentence: "ships .vscode/tasks.json, which another program runs by itself: folderOpen",
        hits: [.init([fact("file.planted", "folderOpen", reach: .load, path: ".vscode/tasks.json")], .young)],
        misses: [
            .init([fact("file.planted", "odd workflow", reach: .shipped, path: ".github/a.yml")], .young),
            .init([fact("file.planted", "folderOpen", reach: .shipped, path: ".vscode/tasks.json")]),
        ]
    ),
    RuleCase(
        code: "newcomer-capability",
        outcome: .hold,
        severity: .medium,
        sentence: "does on import in a.js what attacks combine: keys",
        hits: [
            .init(
                [
                    fact("capability.input-capture", "keys", reach: .load, path: "a.js"),
                    fact("capability.network", reach: .load, path: "a.js"),
                ],
                .young
            ),
            .init(
                [fact("capability.network", "bare address 192.0.2.7 is talked to", reach: .load, path: "a.js")],
                .young
            ),
            .init(
                [
                    fact("capability.wallet", "window.ethereum", reach: .load, path: "a.js"),
                    fact("capability.network", reach: .load, path: "b.js"),
                    fact("index.burst", "12 others", reach: .load),
                ],
                .young
            ),
        ],
        misses: [
            .init([fact("capability.network", "fetch https://x.example.invalid", reach: .load, path: "a.js")], .young),
            .init(
                [
                    fact("capability.wallet", "window.ethereum", reach: .load, path: "a.js"),
                    fact("capability.network", reach: .load, path: "b.js"),
                ],
                .young
            ),
            .init([fact("capability.input-capture", "keys", reach: .load, path: "a.js")], .young),
            .init(
                [
                    fact("capability.credential-file", ".npmrc", reach: .load, path: "a.js"),
                    fact("capability.network", reach: .load, path: "a.js"),
                ],
                .young
            ),
        ]
    ),
]

let spreadCases = [
    RuleCase(
        code: "hook-propagation",
        outcome: .deny,
        severity: .critical,
        sentence: "runs code at install in a.js that takes credentials and publishes with them: npm publish",
        hits: [
            .init([fact("chain.propagation", "npm publish", path: "a.js")]), .init([fact("chain.backdoor")], .young),
        ],
        misses: [.init([fact("chain.propagation", reach: .load)]), .init([fact("capability.publication")])]
    ),
    RuleCase(
        code: "hook-beacon",
        outcome: .hold,
        severity: .high,
        sentence: "runs code at install in a.js that sends who and where this machine is: os.hostname",
        hits: [.init([fact("chain.system-information", "os.hostname", path: "a.js")])],
        misses: [.init([fact("chain.system-information", reach: .load)])]
    ),
    RuleCase(
        code: "hook-plant",
        outcome: .hold,
        severity: .high,
        sentence: "runs code at install in a.js that writes what another program runs by itself: .bashrc",
        hits: [.init([fact("chain.plant", ".bashrc", path: "a.js")])],
        misses: [.init([fact("chain.plant", reach: .load)])]
    ),
    RuleCase(
        code: "hook-hidden",
        outcome: .hold,
        severity: .high,
        sentence: "runs code at install in a.js:1 that is hidden from readers: 300 strings",
        hits: [
            .init([fact("hiding.string-array", "300 strings", path: "a.js", line: 1)]),
            .init([fact("hiding.payload")], .young),
        ],
        misses: [
            .init([fact("hiding.string-array", reach: .load, path: "a.js")]),
            .init([fact("hiding.computed-name", path: "a.js")]),
        ]
    ),
    RuleCase(
        code: "hook-disguised",
        outcome: .hold,
        severity: .high,
        sentence: "runs NOTICE.txt at install, which is not what its name says: run as code, named .txt",
        hits: [.init([fact("file.extension-mismatch", "run as code, named .txt", path: "NOTICE.txt")])],
        misses: [.init([fact("file.extension-mismatch", "elf, named .txt", reach: .load, path: "NOTICE.txt")])]
    ),
    RuleCase(
        code: "hidden-code",
        outcome: .hold,
        severity: .high,
        sentence: "hides code in a.js: behind 900 blanks",
        hits: [
            .init([fact("hiding.off-screen", "behind 900 blanks", reach: .load, path: "a.js")]),
            .init([fact("hiding.payload", reach: .load, path: "a.js")], delta: []),
        ],
        misses: [
            .init([fact("hiding.off-screen", reach: .shipped, path: "a.js")]),
            .init([fact("hiding.encoded-literal", reach: .load, path: "a.js")]),
        ]
    ),
    RuleCase(
        code: "hiding-present",
        outcome: .admit,
        severity: .low,
        sentence: "has code that is hard to read in a.js: 300 strings",
        hits: [
            .init([fact("hiding.string-array", "300 strings", reach: .load, path: "a.js")]),
            .init([fact("hiding.packer", reach: .shipped, path: "a.js")], .young),
        ],
        misses: [.init([fact("hiding.string-array", reach: .load, path: "a.js")], .young)]
    ),
    RuleCase(
        code: "capability-present",
        outcome: .admit,
        severity: .low,
        sentence: "has a sensitive capability in a.js: names .netrc",
        hits: [.init([fact("capability.credential-file", "names .netrc", path: "a.js")])],
        misses: [
            .init([fact("capability.credential-file", "names .netrc", reach: .load, path: "a.js")]),
            .init([fact("capability.network", path: "a.js")]),
        ]
    ),
    RuleCase(
        code: "planted-present",
        outcome: .admit,
        severity: .low,
        sentence: "ships .vscode/tasks.json, which another program runs by itself: folderOpen",
        hits: [.init([fact("file.planted", "folderOpen", reach: .shipped, path: ".vscode/tasks.json")])],
        misses: [.init([fact("file.planted", "folderOpen", path: ".vscode/tasks.json")], .young)]
    ),
    RuleCase(
        code: "archive-present",
        outcome: .admit,
        severity: .low,
        sentence: "holds an archive that was not read: a.zip (encrypted)",
        hits: [.init([fact("file.archive", "encrypted", reach: .shipped, path: "a.zip")])],
        misses: [.init([fact("file.data", "encrypted", reach: .shipped, path: "a.zip")])]
    ),
    RuleCase(
        code: "dependency-unused",
        outcome: .admit,
        severity: .low,
        sentence: "depends on something that no file of it loads: is-odd ^3.0.0",
        hits: [.init([fact("dependency.unused", "is-odd ^3.0.0", reach: .load)], .young)],
        misses: [.init([fact("dependency.url", "is-odd")])]
    ),
]

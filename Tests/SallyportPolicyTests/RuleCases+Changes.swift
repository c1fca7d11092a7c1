import SallyportModel

let moreChangeCases = [
    RuleCase(
        code: "hook-edited",
        outcome: .admit,
        severity: .low,
        sentence: "edits a setup.py hook: setup.py",
        hits: [.init(delta: [fact("delta.hook-edited", "setup.py: setup.py")])],
        misses: [.init(delta: [fact("delta.hook-changed", "setup.py: setup.py")])]
    ),
    RuleCase(
        code: "planted-added",
        outcome: .hold,
        severity: .high,
        sentence: "adds .claude/settings.json, which another program runs by itself: SessionStart",
        hits: [
            .init(
                delta: [fact("delta.planted-added", "SessionStart", reach: .shipped, path: ".claude/settings.json")]
            )
        ],
        misses: [.init([fact("file.planted", "SessionStart", path: ".claude/settings.json")], delta: [])]
    ),
    RuleCase(
        code: "dependency-smuggled",
        outcome: .hold,
        severity: .high,
        sentence: "adds a dependency that no file of it loads: plain-x ^4.2.1 (runtime)",
        hits: [
            .init(
                [fact("dependency.unused", "plain-x ^4.2.1", reach: .load)],
                delta: [fact("delta.dependency-added", "plain-x ^4.2.1 (runtime)", reach: .load)]
            )
        ],
        misses: [
            .init(
                [fact("dependency.unused", "other ^1", reach: .load)],
                delta: [fact("delta.dependency-added", "plain-x ^4.2.1 (runtime)", reach: .load)]
            ),
            .init([fact("dependency.unused", "plain-x ^4.2.1", reach: .load)], delta: []),
        ]
    ),
    RuleCase(
        code: "intrusion-added",
        outcome: .hold,
        severity: .high,
        sentence: "begins to do in a.js what attacks do: capability.persistence: systemd",
        hits: [
            .init(
                delta: [fact("delta.capability-added", "capability.persistence: systemd", reach: .load, path: "a.js")]
            ),
            .init(delta: [fact("delta.capability-added", "capability.dns: lookup", path: "a.js")]),
            .init(
                delta: [
                    fact("delta.capability-added", "capability.clipboard: x", reach: .load),
                    fact("delta.capability-added", "capability.gating: x", reach: .load),
                ]
            ),
        ],
        misses: [
            .init(delta: [fact("delta.capability-added", "capability.clipboard: x", reach: .load)]),
            .init(delta: [fact("delta.capability-added", "capability.process: x")]),
        ]
    ),
    RuleCase(
        code: "hiding-added",
        outcome: .hold,
        severity: .high,
        sentence: "begins to hide code in a.js: hiding.string-array: 300 strings",
        hits: [
            .init(
                delta: [fact("delta.hiding-added", "hiding.string-array: 300 strings", reach: .load, path: "a.js")]
            ),
            .init(
                delta: [
                    fact("delta.hiding-added", "hiding.computed-name: exec", reach: .load, path: "a.js"),
                    fact("delta.code-added", "capability.process: spawn", reach: .load, path: "a.js"),
                ]
            ),
        ],
        misses: [
            .init(delta: [fact("delta.hiding-added", "hiding.string-array: x", reach: .shipped, path: "a.js")]),
            .init(
                delta: [
                    fact("delta.hiding-added", "hiding.computed-name: exec", reach: .load, path: "a.js"),
                    fact("delta.code-added", "capability.process: spawn", reach: .load, path: "b.js"),
                ]
            ),
        ]
    ),
    RuleCase(
        code: "host-added",
        outcome: .hold,
        severity: .medium,
        sentence: "names a new address in a.js:4: collect.example.invalid",
        hits: [
            .init(
                delta: [
                    fact("delta.host-added", "collect.example.invalid", reach: .load, path: "a.js", line: 4),
                    fact("delta.code-added", "capability.credential-file: .npmrc", reach: .load, path: "a.js"),
                ]
            ),
            .init(
                delta: [
                    fact("delta.host-added", "address 192.0.2.7", reach: .load, path: "a.js", line: 4),
                    fact("delta.code-added", "capability.process: spawn", reach: .load, path: "a.js"),
                ]
            ),
        ],
        misses: [
            .init(delta: [fact("delta.host-added", "address 192.0.2.7", reach: .load, path: "a.js")]),
            .init(delta: [fact("delta.host-added", "collect.example.invalid", reach: .load, path: "a.js")]),
            .init(
                delta: [
                    fact("delta.host-added", "api.example.invalid", reach: .load, path: "a.js"),
                    fact("delta.code-added", "capability.network: fetch", reach: .load, path: "a.js"),
                ]
            ),
        ]
    ),
    RuleCase(
        code: "bulk-added",
        outcome: .hold,
        severity: .medium,
        sentence:
            "has a file that is much bigger than before and does more in a.js: file grew from 10 to 4200000 bytes",
        hits: [
            .init(
                delta: [
                    fact("delta.size-jump", "file grew from 10 to 4200000 bytes", reach: .shipped, path: "a.js"),
                    fact("delta.code-added", "capability.process: spawn", reach: .load, path: "a.js"),
                ]
            )
        ],
        misses: [
            .init(delta: [fact("delta.size-jump", "file grew", reach: .shipped, path: "a.js")]),
            .init(
                delta: [
                    fact("delta.size-jump", "file grew", reach: .shipped, path: "a.js"),
                    fact("delta.code-added", "capability.process: spawn", reach: .load, path: "b.js"),
                ]
            ),
        ]
    ),
    RuleCase(
        code: "emptied",
        outcome: .hold,
        severity: .medium,
        sentence: "has hardly any of its code left: 12 of 48000 bytes",
        hits: [.init(delta: [fact("delta.emptied", "12 of 48000 bytes", reach: .load)])],
        misses: [.init(delta: [fact("delta.file-removed", "12 files removed", reach: .shipped)])]
    ),
]

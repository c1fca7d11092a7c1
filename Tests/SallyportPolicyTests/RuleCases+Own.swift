import SallyportModel
import SallyportPolicy

let ownCases = [
    RuleCase(
        code: "own-match",
        outcome: .hold,
        severity: .high,
        sentence: "holds docs/a.txt, which a rule of your organisation matches: old_beacon",
        hits: [
            .init([fact("own.match", "old_beacon", reach: .shipped, path: "docs/a.txt")]),
            .init([fact("own.unfinished", "a rule took longer than 10 s", reach: .shipped, path: "docs/a.txt")]),
        ],
        misses: [.init([fact("file.wasm", "old_beacon", path: "docs/a.txt")])]
    ),
    RuleCase(
        code: "outreach-added",
        outcome: .hold,
        severity: .medium,
        sentence:
            "begins on import in a.js:3 what no file of the admitted version did: capability.network: https.request",
        hits: [
            .init(delta: [
                fact("delta.capability-added", "capability.network: https.request", reach: .load, path: "a.js", line: 3)
            ]),
            .init(delta: [
                fact("delta.capability-added", "capability.dynamic-code: eval", reach: .load, path: "a.js", line: 3)
            ]),
        ],
        misses: [
            .init(delta: [fact("delta.capability-added", "capability.process: spawn", reach: .load, path: "a.js")]),
            .init(delta: [fact("delta.capability-added", "capability.network: get", reach: .shipped, path: "a.js")]),
        ]
    ),
]

import SallyportModel
import SallyportPolicy

private let stranger = fact("index.publisher-changed", "newcomer: eve, after 12 by ada", reach: .load)
private let unattested = fact("index.provenance-lost", "3 of the last 3 had it, 1.0.3 among them", reach: .load)
private let asleep = fact("index.dormant", "package: 800 days after 1.0.3", reach: .load)
private let hook = fact("delta.hook-added", "postinstall: node a.js")
private let spawns = fact("delta.capability-added", "capability.process: execSync", reach: .load, path: "a.js")
private let typo = fact("index.name-lookalike", "typo: beside express", reach: .load)

let surroundingCases = [
    RuleCase(
        code: "publisher-changed",
        outcome: .admit,
        severity: .low,
        sentence: "was published by somebody new: newcomer: eve, after 12 by ada",
        hits: [
            .init([stranger]), .init([fact("index.maintainer-added", "eve", reach: .load)]),
            .init([fact("index.workflow-lost", "eve, where a workflow published before", reach: .load)]),
        ],
        misses: [.init([unattested]), .init(delta: [stranger])]
    ),
    RuleCase(
        code: "publisher-news",
        outcome: .hold,
        severity: .high,
        sentence:
            "was published by somebody new, and does something that it did not do: newcomer: eve, after 12 by ada",
        hits: [.init([stranger], delta: [hook]), .init([stranger], delta: [spawns])],
        misses: [
            .init([stranger], delta: []), .init(delta: [hook]),
            .init([fact("index.maintainer-added", "eve", reach: .load)], delta: [hook]),
            .init([stranger], delta: [fact("delta.dependency-added", "x ^1 (runtime)", reach: .load)]),
        ]
    ),
    RuleCase(
        code: "provenance-lost",
        outcome: .admit,
        severity: .medium,
        sentence:
            "has no provenance, which the releases before it had: 3 of the last 3 had it, 1.0.3 among them",
        hits: [.init([unattested]), .init([fact("index.provenance-changed", "workflow: a, before b", reach: .load)])],
        misses: [.init([stranger]), .init(delta: [unattested])]
    ),
    RuleCase(
        code: "provenance-news",
        outcome: .hold,
        severity: .high,
        sentence: """
            has lost its provenance, and does something that it did not do: 3 of the last 3 had it, 1.0.3 among them
            """,
        hits: [.init([unattested], delta: [spawns]), .init([unattested], delta: [hook])],
        misses: [.init([unattested], delta: []), .init([asleep], delta: [spawns])]
    ),
    RuleCase(
        code: "release-odd",
        outcome: .admit,
        severity: .low,
        sentence: "appeared after more than a year of silence: package: 800 days after 1.0.3",
        hits: [
            .init([asleep]), .init([fact("index.burst", "scope: 40 packages within 20 minutes", reach: .load)]),
            .init([fact("index.lines-burst", "4 lines within an hour: 1, 2, 3, 4", reach: .load)]),
            .init([fact("index.version-jump", "major: from 1.0.0 to 99.0.0", reach: .load)]),
        ],
        misses: [.init([stranger])]
    ),
    RuleCase(
        code: "release-odd-news",
        outcome: .hold,
        severity: .high,
        sentence: """
            appeared in an unusual way, and brings what attacks bring: package: 800 days after 1.0.3
            """,
        hits: [
            .init([asleep], delta: [hook]),
            .init([fact("index.lines-burst", "4 lines within an hour: 1, 2, 3, 4", reach: .load)], delta: [hook]),
        ],
        misses: [
            .init([asleep], delta: [spawns]), .init([asleep], delta: []),
            .init([fact("index.burst", "scope: 40 packages within 20 minutes", reach: .load)], delta: [hook]),
        ]
    ),
    RuleCase(
        code: "name-lookalike",
        outcome: .admit,
        severity: .low,
        sentence: "has a name that could be taken for another: typo: beside express",
        hits: [
            .init([typo]), .init([fact("dependency.name-lookalike", "plain-crypto-js affix: beside crypto-js")]),
        ],
        misses: [.init([stranger])]
    ),
    RuleCase(
        code: "name-imitation",
        outcome: .hold,
        severity: .high,
        sentence: "has a name that could be taken for another, and does what imitations do: typo: beside express",
        hits: [
            .init([typo, fact("hook.declared", "postinstall: node a.js")], .young),
            .init([typo, fact("chain.decode-execute", reach: .load, path: "a.js")], .young),
            .init([fact("index.name-lookalike", "own: scope of @acme/*", reach: .load)], .young),
        ],
        misses: [
            .init([typo], .young), .init([typo, fact("hook.declared", "postinstall: node a.js")], .established),
            .init([typo, fact("hook.declared", "postinstall: node a.js")], delta: []),
        ]
    ),
    RuleCase(
        code: "dependency-young",
        outcome: .admit,
        severity: .low,
        sentence: "adds a dependency that is days old: plain-x first appeared 1 days before",
        hits: [.init([fact("index.new-dependency-young", "plain-x first appeared 1 days before", reach: .load)])],
        misses: [.init(delta: [fact("delta.dependency-added", "plain-x ^1 (runtime)", reach: .load)])]
    ),
    RuleCase(
        code: "dependency-imitation",
        outcome: .hold,
        severity: .high,
        sentence: "adds a dependency as attacks do: plain-x first appeared 1 days before",
        hits: [
            .init([
                fact("index.new-dependency-young", "plain-x first appeared 1 days before", reach: .load),
                fact("dependency.unused", "plain-x ^1", reach: .load),
            ]),
            .init([
                fact("dependency.name-lookalike", "plain-x affix: beside x", reach: .load),
                fact("dependency.unused", "plain-x ^1", reach: .load),
            ]),
        ],
        misses: [
            .init([
                fact("index.new-dependency-young", "plain-x first appeared 1 days before", reach: .load),
                fact("dependency.unused", "other ^1", reach: .load),
            ])
        ]
    ),
]

import FoundationEssentials
import SallyportModel
import SallyportPolicy
import SallyportServer
import Testing

@testable import sallyport

@Suite("What commands print")
struct ViewTests {
    private static let why = """
        {"purl":"pkg:npm/left-pad@1.3.1","files":[{"filename":"left-pad-1.3.1.tgz","isInspected":true,
        "judgedAt":"2026-11-22T16:00:00Z","predecessor":"pkg:npm/left-pad@1.3.0","publishedAt":"2026-11-22T15:10:00Z",
        "firstSeen":"2026-11-22T15:30:00Z","facts":[],"verdict":{"outcome":"hold","reasons":[{"code":"cooldown",
        "outcome":"hold","severity":"low","sentence":"was published 2026-11-22 15:10 UTC","review":"wait",
        "until":"2026-11-25T15:10:00Z","place":{"path":"package/\\u001b[2Jx.js","line":7,"excerpt":"a\\u202eb"}}]}}],
        "decisions":[{"sequence":4,"action":"admit","subject":"pkg:npm/left-pad","actor":"owner/alice",
        "at":"2026-11-20T00:00:00Z","reason":"ours","expires":"2026-12-20T00:00:00Z"}]}
        """

    private func decoded<Value: Decodable>(_ text: String, as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    @Test("`why` tells the state, the reason with its place, the clocks, the decisions and the next commands")
    func why() throws {
        let text = WhyView(style: .plain).text(try decoded(Self.why, as: APIDocuments.Why.self))
        #expect(
            text == """
                pkg:npm/left-pad@1.3.1
                  left-pad-1.3.1.tgz: held until 2026-11-25 15:10 UTC
                    hold  cooldown  low
                      was published 2026-11-22 15:10 UTC
                      package/?[2Jx.js:7: a?b
                      ends by itself at 2026-11-25 15:10 UTC
                      reviewer: wait
                    published 2026-11-22 15:10 UTC, first seen here 2026-11-22 15:30 UTC
                    read and judged 2026-11-22 16:00 UTC, compared with pkg:npm/left-pad@1.3.0
                decisions
                  #4 admit pkg:npm/left-pad by owner/alice, 2026-11-20 00:00 UTC, until 2026-12-20 00:00 UTC: ours
                next
                  sallyport admit pkg:npm/left-pad@1.3.1 --reason "..." --for 30d
                  sallyport deny pkg:npm/left-pad@1.3.1 --reason "..."
                  sallyport reopen pkg:npm/left-pad@1.3.1 --reason "..."
                """
        )
    }

    @Test("a chain is a story: each step with its place and its line of code")
    func story() {
        let long = String(repeating: "x", count: 150)
        let steps = [
            Step("reads ~/.npmrc", at: Place(path: "lib/a.js", line: 3, excerpt: "const t = read()")),
            Step("encodes it", at: Place(path: "lib/a.js", line: 5, excerpt: long)),
            Step("sends it\u{1B}[2J", at: Place(path: "lib/b.js", line: 9)),
        ]
        let lines = StoryView(style: .plain, indent: "  ").lines(steps)
        #expect(
            lines == [
                "  1. reads ~/.npmrc  lib/a.js:3", "     const t = read()", "  2. encodes it      :5",
                "     " + String(repeating: "x", count: 97) + "...", "  3. sends it?[2J    lib/b.js:9",
            ]
        )
    }

    @Test("the queue names the next command, and says when it is empty")
    func queue() throws {
        #expect(QueueView(style: .plain).text([]) == "Nothing waits for a person.")
        let entry = """
            [{"purl":"pkg:pypi/six@9","filename":"six-9.tar.gz","judgedAt":"2026-11-22T16:00:00Z",
            "verdict":{"outcome":"deny","reasons":[]}}]
            """
        let text = QueueView(style: .plain).text(try decoded(entry, as: [APIDocuments.Waiting].self))
        #expect(text.hasPrefix("deny  pkg:pypi/six@9  six-9.tar.gz\n"))
        #expect(text.hasSuffix("1 file. Look at one with `sallyport why pkg:pypi/six@9`."))
    }

    @Test("a run is told what was refused and what was not offered, within a bound")
    func runReport() throws {
        #expect(RunReport(style: .plain).text([]).isEmpty)
        let entries = (0..<12).map {
            """
            {"purl":"pkg:npm/a@\($0)","isRequested":\($0 == 0),"verdict":{"outcome":"hold","reasons":[
            {"code":"cooldown","outcome":"hold","severity":"low","sentence":"is young","review":"wait"}]}}
            """
        }
        let list = try decoded("[\(entries.joined(separator: ","))]", as: [APIDocuments.Refused].self)
        let lines = RunReport(style: .plain).text(list).split(separator: "\n")
        #expect(lines.first == "sallyport: 1 file asked for and refused:")
        #expect(lines.contains("  pkg:npm/a@0: held"))
        #expect(lines.contains("    cooldown: is young"))
        #expect(lines.contains("sallyport: 11 files not offered to this run:"))
        #expect(lines.contains("  and 1 more"))
        #expect(lines.last == "Look at one with `sallyport why pkg:npm/a@0`.")
    }

    @Test("a decision says how to take it back")
    func decision() throws {
        func text(_ action: Decision.Action, asOf: Instant? = nil) -> String {
            DecisionView.text(
                Decision(
                    sequence: 7,
                    action: action,
                    subject: "pkg:npm/a",
                    actor: "owner/alice",
                    at: Instant(milliseconds: 0),
                    reason: "r",
                    asOf: asOf
                )
            )
        }
        #expect(text(.admit).hasPrefix("Admitted pkg:npm/a; decision #7 by owner/alice.\n"))
        #expect(text(.deny).hasSuffix("Take it back with `sallyport reopen pkg:npm/a --reason \"...\"`."))
        #expect(text(.reopen).hasSuffix("See how it stands with `sallyport why pkg:npm/a`."))
        #expect(text(.freeze, asOf: Instant(milliseconds: 0)).contains("Frozen as of 1970-01-01 00:00 UTC"))
    }

    @Test("a policy's table marks what differs from the standard, and every rule has a page")
    func policy() throws {
        let view = PolicyView(style: .plain)
        #expect(!view.table(.standard).contains("\n* "))
        let strict = try Policy(yaml: "version: 1\nrules: { hook-added: deny }\n", file: "policy.yaml")
        #expect(view.table(strict).contains("\n* deny   hook-added"))
        #expect(view.summary(strict).contains("1 rule off the standard"))
        for rule in RuleCatalogue.all {
            #expect(view.detail(of: rule, in: .standard).contains(rule.sentence))
        }
    }

    @Test("colours are for terminals, and never the only meaning")
    func colours() {
        #expect(Style(isTerminal: true, environment: [:]).isColoured)
        #expect(!Style(isTerminal: false, environment: [:]).isColoured)
        #expect(!Style(isTerminal: true, environment: ["NO_COLOR": "1"]).isColoured)
        #expect(Style(isTerminal: true, environment: ["NO_COLOR": ""]).isColoured)
        #expect(!Style(isTerminal: true, environment: ["TERM": "dumb"]).isColoured)
        #expect(Style(isColoured: true).outcome(.deny) == "\u{1B}[31mdeny\u{1B}[0m")
        #expect(Style.plain.outcome(.deny) == "deny")
    }

    @Test(
        "sizes are read at a glance",
        arguments: [(0, "0 B"), (999, "999 B"), (1_000, "1.0 kB"), (34_567, "34.5 kB"), (1_234_567, "1.2 MB")]
    )
    func sizes(bytes: Int, text: String) {
        #expect(Words.size(bytes) == text)
    }
}

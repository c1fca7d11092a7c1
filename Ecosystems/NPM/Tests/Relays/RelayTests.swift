import SallyportEcosystem
import SallyportModel
import Testing

@testable import EcosystemNPM

@Suite("Names that are ours never leave")
struct RelayTests {
    private func prepare(_ kind: String, query: String = "", body: String = "") -> RelayStep {
        let relay = Relay(kind: kind, method: "POST", path: "/-/x", query: query)
        return NPMEcosystem().prepare(relay, body: Array(body.utf8)) { $0.name.contains("own") }
    }

    private func sent(_ step: RelayStep) -> String? {
        guard case .forward(_, let body) = step else { return nil }
        return String(decoding: body, as: UTF8.self)
    }

    @Test(
        "in a bulk audit",
        arguments: [
            (#"{"a":["1.0.0"]}"#, #"{"a":["1.0.0"]}"#),
            (#"{"own":["1.0.0"],"a":["1.0.0"]}"#, #"{"a":["1.0.0"]}"#),
            (#"{"a":["1.0.0"],"own":["1.0.0"]}"#, #"{"a":["1.0.0"]}"#),
            (#"{"a":[],"own":[],"own2":[],"b":[]}"#, #"{"a":[],"b":[]}"#),
            (#"{"own":[],"own2":[],"b":[],"own3":[]}"#, #"{"b":[]}"#),
            (#"{ "own" : [] , "@acme/own" : [] , "b" : [] }"#, #"{ "b" : [] }"#),
            (#"{"\u006fwn":[],"b":[]}"#, #"{"b":[]}"#),
        ]
    )
    func bulk(_ body: String, _ expected: String) {
        #expect(sent(prepare("audit-bulk", body: body)) == expected)
    }

    @Test("in a bulk audit of nothing else: it is answered here")
    func nothingLeft() {
        #expect(prepare("audit-bulk", body: #"{"own":["1.0.0"]}"#) == .answer(NPMAnswers.json(200, "{}")))
        #expect(prepare("audit-bulk", body: "{}") == .answer(NPMAnswers.json(200, "{}")))
    }

    @Test(
        "in a tree, at every depth",
        arguments: [
            (
                #"{"name":"own-app","version":"1.0.0","requires":{"own":"^1","a":"^1"},"dependencies":{}}"#,
                #"{"version":"1.0.0","requires":{"a":"^1"},"dependencies":{}}"#
            ),
            (
                #"{"name":"app","dependencies":{"a":{"version":"1.0.0","requires":{"own":"1"},"dependencies":{"own":{}}}}}"#,
                #"{"name":"app","dependencies":{"a":{"version":"1.0.0","requires":{},"dependencies":{}}}}"#
            ),
            (
                #"{"dependencies":{"own":{"dependencies":{"a":{}}},"b":{"requires":true,"dependencies":{"c":{},"own":{}}}}}"#,
                #"{"dependencies":{"b":{"requires":true,"dependencies":{"c":{}}}}}"#
            ),
            (
                #"{"install":["own@1.0.0","a@1.0.0","@x/own"],"remove":["own"]}"#,
                #"{"install":["a@1.0.0"],"remove":[]}"#
            ),
            (
                #"{"metadata":{"own":"kept: no name"},"dependencies":{"own":{}}}"#,
                #"{"metadata":{"own":"kept: no name"},"dependencies":{}}"#
            ),
            (
                #"{"dependencies":{"a":{"own":{"x":1},"requires":{"b":"own"}},"own":{}},"x":1}"#,
                #"{"dependencies":{"a":{"own":{"x":1},"requires":{"b":"own"}}},"x":1}"#
            ),
        ]
    )
    func tree(_ body: String, _ expected: String) {
        #expect(sent(prepare("audit-tree", body: body)) == expected)
    }

    @Test("in a tree of a hundred levels, without recursion, and not deeper")
    func depth() {
        let nested = { (depth: Int) in
            String(repeating: #"{"dependencies":{"a":"#, count: depth) + #"{"dependencies":{"own":{}}}"#
                + String(repeating: "}}", count: depth)
        }
        #expect(sent(prepare("audit-tree", body: nested(60)))?.contains("own") == false)
        #expect(sent(prepare("audit-tree", body: nested(100_000))) == nil)
    }

    @Test(
        "in a body that can't be read: nothing is sent",
        arguments: [
            "", "[]", "null", "{", #"{"a":[],"a":[]}"#, "\u{FEFF}{}",
        ]
    )
    func broken(_ body: String) {
        for kind in ["audit-bulk", "audit-tree"] {
            guard case .answer(let answer) = prepare(kind, body: body) else {
                Issue.record("\(kind) sent `\(body)`")
                continue
            }
            #expect(answer.status == 400)
        }
    }

    @Test(
        "in a search",
        arguments: [
            ("text=own", true), ("text=a+own", true), ("text=a%20@acme%2fown", true), ("text=keywords:own", true),
            ("text=a", false), ("text=", false), ("size=1", false),
        ]
    )
    func search(_ query: String, _ keptHere: Bool) {
        guard case .answer(let answer) = prepare("search", query: query) else {
            #expect(!keptHere)
            #expect(prepare("search", query: query) == .forward(query: query, body: []))
            return
        }
        #expect(keptHere)
        #expect(String(decoding: answer.body, as: UTF8.self) == #"{"objects":[],"total":0}"#)
    }

    @Test(
        "in a search for a scope of ours, in every spelling",
        arguments: [
            ("text=@acme", true), ("text=@acme/", true), ("text=scope:acme", true), ("text=x+scope:@acme", true),
            ("text=%40ACME", true), ("text=Scope:Acme", true), ("text=a&text=@acme", true),
            ("text=acme", false), ("text=scope:other", false), ("text=@acmes", false), ("text=scope:", false),
        ]
    )
    func scope(_ query: String, _ keptHere: Bool) {
        let relay = Relay(kind: "search", method: "GET", path: "/-/v1/search", query: query)
        let step = NPMEcosystem().prepare(relay, body: []) { $0.name.hasPrefix("@acme/") }
        #expect((step == .forward(query: query, body: [])) != keptHere)
    }

    @Test(
        "in a request for attestations",
        arguments: [("own@1.0.0", true), ("@acme%2fown@1.0.0", true), ("a@1.0.0", false), ("@acme%2fa@1.0.0", false)]
    )
    func attestations(_ path: String, _ keptHere: Bool) {
        let request = ClientRequest(method: "GET", path: "/-/npm/v1/attestations/\(path)")
        guard case .relay(let relay) = NPMEcosystem().route(request) else {
            Issue.record("it is not relayed")
            return
        }
        let step = NPMEcosystem().prepare(relay, body: []) { $0.name.contains("own") }
        guard case .answer(let answer) = step else {
            #expect(!keptHere)
            #expect(step == .forward(query: "", body: []))
            return
        }
        #expect(keptHere)
        #expect(answer.status == 404)
    }

    @Test("and keys go on as they are; attestations of nothing that is a name do not")
    func others() {
        #expect(prepare("keys") == .forward(query: "", body: []))
        guard case .answer = prepare("attestations") else {
            Issue.record("a path without a name went upstream")
            return
        }
    }
}

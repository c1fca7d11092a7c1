import SallyportEcosystem
import SallyportModel
import Testing

@testable import EcosystemPyPI

@Suite("Content negotiation")
struct NegotiationTests {
    @Test(
        "gives each client its form",
        arguments: [
            // pip 23 to 26
            (
                "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html; q=0.1, text/html; q=0.01",
                SimpleForm.json
            ),
            // uv
            ("application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.01", .json),
            // poetry
            ("application/vnd.pypi.simple.v1+json, */*;q=0.1", .json),
            // pipenv, curl
            ("*/*", .html), ("", .html), ("  ", .html),
            // browsers
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", .html),
            ("application/vnd.pypi.simple.latest+json", .json),
            ("application/vnd.pypi.simple.latest+html", .versionedHTML),
            ("application/vnd.pypi.simple.v1+html", .versionedHTML), ("TEXT/HTML", .html), ("text/*", .html),
            ("application/*", .json),
            ("text/html;q=0.5, application/vnd.pypi.simple.v1+json;q=0.4", .html),
            ("text/html;q=0.5, application/vnd.pypi.simple.v1+json;q=0.501", .json),
            ("application/*;q=0.1, application/vnd.pypi.simple.v1+json;q=0, text/html;q=0.05", .versionedHTML),
            ("*/*;q=0, text/html", .html), ("nonsense, text/html", .html),
            ("application/vnd.pypi.simple.v1+json;q=2, text/html;q=0.1", .html),
            ("text/html;level=1;q=0.3", .html),
            ("text/html, application/vnd.pypi.simple.v1+html, application/vnd.pypi.simple.v1+json", .json),
        ]
    )
    func form(accept: String, form: SimpleForm) {
        #expect(SimpleForm.wanted(by: AcceptHeader([accept])) == form)
    }

    @Test(
        "refuses a client that accepts none",
        arguments: [
            "application/json", "image/png", "text/html;q=0", "*/*;q=0", "application/vnd.pypi.simple.v2+json", "text",
            "/", "text/html;q=x",
        ]
    )
    func notAcceptable(accept: String) throws {
        let request = ClientRequest(method: "GET", path: "/simple/demo/", headers: [Header("accept", accept)])
        guard case .answer(let answer) = PyPIEcosystem().route(request) else {
            Issue.record("`\(accept)` is given a page")
            return
        }
        #expect(answer.status == 406)
        #expect(answer.headers.contains(Header("vary", "Accept")))
    }

    @Test("joins several fields")
    func severalFields() {
        #expect(
            SimpleForm.wanted(by: AcceptHeader(["text/html;q=0.1", "application/vnd.pypi.simple.v1+json"])) == .json
        )
    }

    @Test("reads ranges up to its limit and not beyond", arguments: [(62, true), (63, true), (64, false)])
    func ranges(fillers: Int, isRead: Bool) {
        let accept = String(repeating: "image/png,", count: fillers) + "text/html"
        #expect((SimpleForm.wanted(by: AcceptHeader([accept])) == .html) == isRead)
    }
}

@Suite("Answers that refuse")
struct RefusalTests {
    private let pypi = PyPIEcosystem()

    private func refusal(_ outcome: Outcome, reasons: Int = 1) throws -> Refusal {
        let package = try #require(Package(.pypi, "demo"))
        let release = try #require(Release(package, "1.1"))
        let reasons = (0..<reasons).map { index in
            Reason(
                code: "hook",
                outcome: outcome,
                severity: .high,
                sentence: "reads \"~/.aws\" (\(index))",
                review: "look"
            )
        }
        return Refusal(release: release, filename: "demo-1.1.tar.gz", verdict: Verdict(reasons))
    }

    @Test("carry the reason where pip and uv print it", arguments: [Outcome.hold, .deny])
    func refuses(outcome: Outcome) throws {
        let refusal = try refusal(outcome, reasons: 2)
        let answer = pypi.answer(refusing: refusal)
        #expect(answer.status == 403)
        #expect(answer.reasonPhrase == refusal.line)
        // uv compares the whole field.
        #expect(
            answer.headers.filter { $0.name == "content-type" } == [Header("content-type", "application/problem+json")]
        )
        let body = String(decoding: answer.body, as: UTF8.self)
        #expect(body.hasPrefix(#"{"type":"about:blank","title":"Forbidden","status":403,"detail":""#))
        #expect(body.contains(#"reads \"~/.aws\" (0)"#) && body.contains(#"reads \"~/.aws\" (1)"#))
    }

    @Test(
        "are of the failure's own status",
        arguments: [
            (Failure.notFound("no demo"), 404), (.upstreamUnavailable("down"), 502), (.upstreamInvalid("odd"), 502),
            (.badRequest("bad"), 400),
            (.unavailable("full"), 503),
        ]
    )
    func failures(failure: Failure, status: Int) {
        let answer = pypi.answer(failing: failure)
        #expect(answer.status == status)
        #expect(answer.reasonPhrase == failure.sentence)
        #expect(answer.headers.contains(Header("content-type", "application/problem+json")))
        #expect(
            String(decoding: answer.body, as: UTF8.self).contains(
                "\"status\":\(status),\"detail\":\"\(failure.sentence)\""
            )
        )
    }

    @Test("are bounded, and keep a terminal's cursor where it is")
    func bounded() throws {
        let sentence = "x\u{1B}[2J\u{202E}" + String(repeating: "A", count: 100_000)
        let failed = pypi.answer(failing: .notFound(sentence))
        #expect(failed.body.count < Problem.detailBytesMax + 200)
        #expect(!String(decoding: failed.body, as: UTF8.self).contains("\\u001b"))
        #expect(pypi.answer(refusing: try refusal(.deny, reasons: 500)).body.count < Problem.detailBytesMax * 2)
    }

    @Test("hold details up to the limit and not beyond", arguments: [(8_191, 8_191), (8_192, 8_192), (8_193, 8_192)])
    func limit(count: Int, kept: Int) {
        let body = pypi.answer(failing: .badRequest(String(repeating: "A", count: count))).body
        #expect(body.count { $0 == UInt8(ascii: "A") } == kept)
    }
}

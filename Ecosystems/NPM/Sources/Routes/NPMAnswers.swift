import SallyportEcosystem
import SallyportLexing
import SallyportModel

/// Answers in the form whose text npm and yarn print: a JSON object with `error`.
enum NPMAnswers {
    /// An unknown path.
    static let notFound = error(404, "Not found: Sallyport has no such npm endpoint.")

    /// A read by a client that is about to write the document back. A filtered document written back would delete
    /// what was filtered, so it is not given.
    static let refusingWriteRead = error(
        403,
        "Sallyport does not host npm packages yet, so it gives no document to edit. Nothing was changed."
    )

    /// A publish, a tag, a deprecation, a login.
    static func refusingWrite(method: String) -> Answer {
        let sentence = "Sallyport does not host npm packages yet: publish and log in at your own registry. "
        guard method == "PUT" || method == "DELETE" || method == "POST" else {
            return error(405, sentence + "Nothing was changed.", headers: [Header("allow", "GET, HEAD")])
        }
        return error(403, sentence + "Nothing was changed.")
    }

    static func whoami(_ identity: String?) -> Answer {
        guard let identity else { return error(401, "No token was sent, or none that Sallyport knows.") }
        return Answer(
            status: 200,
            headers: [Header("content-type", "application/json")],
            body: object([("username", .text(identity))])
        )
    }

    /// A verdict against a tarball.
    static func refusing(_ refusal: Refusal) -> Answer {
        let reasons = Array(refusal.verdict.reasons.prefix(reasonsMax))
        let shown = Refusal(
            release: refusal.release,
            filename: refusal.filename,
            verdict: Verdict(outcome: refusal.verdict.outcome, reasons: reasons)
        )
        var members: [(String, Value)] = [
            ("error", .text(shown.paragraph)),
            ("release", .text("\(refusal.release)")),
            ("outcome", .text(refusal.verdict.outcome.rawValue)),
            ("reasons", .texts(reasons.map { Refusal.printable($0.code, bytesMax: codeBytesMax) })),
        ]
        if let until = refusal.verdict.until { members.append(("until", .text("\(until)"))) }
        return Answer(
            status: 403,
            reasonPhrase: refusal.line,
            headers: [
                Header("content-type", "application/json"), Header("npm-notice", refusal.line),
                Header("cache-control", "no-store"),
            ],
            body: object(members)
        )
    }

    /// Most reasons that a refusal's body tells.
    static let reasonsMax = 20
    /// Most lines of an error, and the longest of them in bytes.
    static let linesMax = 40
    static let lineBytesMax = 1_000
    /// Longest code that it names, in bytes.
    static let codeBytesMax = 100

    static func failing(_ failure: Failure) -> Answer {
        let isLasting = failure.status < 500
        let headers = isLasting ? [] : [Header("retry-after", String(failure.retryAfter ?? 5))]
        return error(failure.status, failure.sentence, headers: headers)
    }

    /// An error in one or more lines; each is made printable and cut, since it ends in a terminal.
    static func error(_ status: Int, _ text: String, headers: [Header] = []) -> Answer {
        let lines = text.split(separator: "\n").prefix(linesMax)
            .map { Refusal.printable(String($0), bytesMax: lineBytesMax) }
        return Answer(
            status: status,
            headers: [Header("content-type", "application/json")] + headers,
            body: object([("error", .text(lines.joined(separator: "\n")))])
        )
    }

    static func json(_ status: Int, _ body: String) -> Answer {
        Answer(status: status, headers: [Header("content-type", "application/json")], body: Array(body.utf8))
    }

    /// A value in a small object that is written here.
    enum Value {
        case text(String)
        case texts([String])
    }

    private static func object(_ members: [(String, Value)]) -> [UInt8] {
        var body: [UInt8] = [UInt8(ascii: "{")]
        for (index, (name, value)) in members.enumerated() {
            if index > 0 { body.append(UInt8(ascii: ",")) }
            JSONText.appendEscaped(name, to: &body)
            body.append(UInt8(ascii: ":"))
            switch value {
            case .text(let text): JSONText.appendEscaped(text, to: &body)
            case .texts(let texts):
                body.append(UInt8(ascii: "["))
                for (position, text) in texts.enumerated() {
                    if position > 0 { body.append(UInt8(ascii: ",")) }
                    JSONText.appendEscaped(text, to: &body)
                }
                body.append(UInt8(ascii: "]"))
            }
        }
        body.append(UInt8(ascii: "}"))
        return body
    }
}

import SallyportEcosystem
import SallyportModel

/// Words for terminals: whatever an attacker wrote into metadata, answers stay bounded, and headers printable.
enum WordingConformance {
    private static let hostile =
        "x\r\nset-cookie: a=b\u{1B}[2J\u{202E}\"<script>" + String(repeating: "A", count: 100_000)
    private static let bodyBytesMax = 64 << 10

    static func violations(_ ecosystem: any PackageEcosystem) -> [String] {
        guard let package = Package(ecosystem.ecosystem, String(repeating: "p", count: Package.nameBytesMax)),
            let release = Release(package, "1." + String(repeating: "0", count: 200))
        else { return ["The suite could not make a release of \(ecosystem.ecosystem)."] }
        let reasons = (0..<500).map { number in
            Reason(
                code: "rule-\(number)",
                outcome: number % 2 == 0 ? .hold : .deny,
                severity: .high,
                sentence: hostile,
                review: hostile,
                until: Instant(milliseconds: 1_800_000_000_000)
            )
        }
        let refusal = Refusal(release: release, filename: "file-1.0.tgz", verdict: Verdict(reasons))
        var found: [String] = []
        let refused = ecosystem.answer(refusing: refusal)
        if refused.status != 403 { found.append("A refusal is answered with \(refused.status).") }
        if refused.reasonPhrase?.contains("Sallyport") != true {
            found.append("A refusal's reason phrase does not say who refuses.")
        }
        if !IndexConformance.contains(refused.body, "Sallyport") {
            found.append("A refusal's body does not say who refuses.")
        }
        found += bounded(refused, "A refusal")
        let failures: [Failure] = [
            .notFound(hostile), .upstreamUnavailable(hostile), .upstreamInvalid(hostile), .badRequest(hostile),
            .unavailable(hostile), .notYet(hostile, retryAfter: 30),
        ]
        for failure in failures {
            let answer = ecosystem.answer(failing: failure)
            if answer.status != failure.status { found.append("A failure of \(failure.status) is \(answer.status).") }
            if let seconds = failure.retryAfter, !answer.headers.contains(Header("retry-after", String(seconds))) {
                found.append("A failure of \(failure.status) does not say when to ask again.")
            }
            found += bounded(answer, "A failure of \(failure.status)")
        }
        let headers = ecosystem.headers(announcing: Array(repeating: refusal, count: 1_000))
        let announcing = Answer(status: 200, headers: headers + [Header("content-type", "text/plain")])
        found += IndexConformance.fields(of: announcing, "An announcement")
        if !ecosystem.headers(announcing: []).isEmpty { found.append("Nothing withheld is announced all the same.") }
        return found
    }

    private static func bounded(_ answer: Answer, _ what: String) -> [String] {
        var found = IndexConformance.fields(of: answer, what)
        let phrase = answer.reasonPhrase ?? ""
        if phrase.utf8.count > 300 || !phrase.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
            found.append("\(what): the reason phrase is not printable ASCII of at most 300 bytes.")
        }
        if answer.body.count > bodyBytesMax { found.append("\(what): the body has \(answer.body.count) bytes.") }
        if answer.body.contains(0x1B) { found.append("\(what): the body holds a terminal's escape.") }
        return found
    }
}

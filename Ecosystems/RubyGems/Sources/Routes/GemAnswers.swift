import SallyportArchive
import SallyportEcosystem

/// The answers that gem and Bundler understand. Both print the reason phrase; gem prints the body of what it sent.
enum GemAnswers {
    /// Longest body of a refusal, in bytes: what a person reads in a terminal.
    static let textBytesMax = 8_192

    static func refusing(_ refusal: Refusal) -> Answer {
        text(403, reason: refusal.line, body: refusal.paragraph)
    }

    static func failing(_ failure: Failure) -> Answer {
        let after = failure.retryAfter.map { [Header("retry-after", String($0))] } ?? []
        return text(failure.status, reason: failure.sentence, body: failure.sentence, headers: after)
    }

    static let notFound = text(404, sentence: "Sallyport serves no such path below /rubygems/.")

    /// The registry answers so since it has only the compact index; Bundler then takes that.
    static let dependenciesGone = text(
        404,
        sentence: "The dependency API has gone away; use the compact index."
    )

    static let refusingWrite = text(
        405,
        sentence: "Sallyport takes no gems here; push to the registry itself.",
        headers: [Header("allow", "GET, HEAD")]
    )

    /// gem asks for the top before it asks for `/info`, and wants nothing but success.
    static let top = Answer(
        status: 200,
        headers: [Header("content-type", "text/plain; charset=utf-8")],
        body: Array("Sallyport serves gems here. Use this address as a source of gem or Bundler.\n".utf8)
    )

    static func json(_ status: Int, _ body: [UInt8]) -> Answer {
        Answer(status: status, headers: [Header("content-type", "application/json; charset=utf-8")], body: body)
    }

    private static func text(_ status: Int, sentence: String, headers: [Header] = []) -> Answer {
        text(status, reason: sentence, body: sentence, headers: headers)
    }

    private static func text(_ status: Int, reason: String, body: String, headers: [Header] = []) -> Answer {
        // Whole lines of printable ASCII: nothing that a stranger wrote moves a terminal's cursor.
        let lines = body.split(separator: "\n").map { Refusal.printable(String($0), bytesMax: Refusal.lineBytesMax) }
        var paragraph = ""
        for line in lines where paragraph.utf8.count + line.utf8.count < textBytesMax { paragraph += line + "\n" }
        return Answer(
            status: status,
            reasonPhrase: Refusal.printable(reason, bytesMax: Refusal.lineBytesMax),
            headers: [Header("content-type", "text/plain; charset=utf-8"), Header("cache-control", "no-cache")]
                + headers,
            body: Array(paragraph.utf8)
        )
    }
}

extension GemAnswers {
    /// A document that clients know as a compressed file, whatever they accept.
    static func gzip(_ content: [UInt8]) -> Answer {
        Answer(
            status: 200,
            headers: [Header("content-type", "application/gzip"), Header("accept-ranges", "bytes")],
            body: Gzip.compress(content.span, level: 5),
            mayCompress: false
        )
    }
}

import SallyportEcosystem
import SallyportLexing
import SallyportModel

/// Problem details (RFC 9457), which uv prints, with a reason phrase, which pip prints.
enum Problem {
    /// uv compares the whole field: a `charset` behind it would silence the reason.
    static let contentType = "application/problem+json"

    /// Longest detail, in bytes: what a person reads in a terminal.
    static let detailBytesMax = 8_192

    static func answer(status: Int, reason: String, detail: String, headers: [Header] = []) -> Answer {
        var body = Array(#"{"type":"about:blank","title":"#.utf8)
        JSONText.appendEscaped(title(of: status), to: &body)
        body += Array(#","status":\#(status),"detail":"#.utf8)
        JSONText.appendEscaped(paragraph(detail), to: &body)
        body.append(UInt8(ascii: "}"))
        return Answer(
            status: status,
            reasonPhrase: Refusal.printable(reason, bytesMax: Refusal.lineBytesMax),
            headers: [Header("content-type", contentType), Header("cache-control", "no-cache")] + headers,
            body: body
        )
    }

    static func answer(status: Int, sentence: String, headers: [Header] = []) -> Answer {
        answer(status: status, reason: sentence, detail: sentence, headers: headers)
    }

    /// Whole lines of text that moves no terminal's cursor, as many as fit.
    private static func paragraph(_ text: String) -> String {
        var lines: [String] = []
        var room = detailBytesMax
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            guard room > 0 else { break }
            let cleaned = OneLine.text(String(line), bytesMax: room)
            lines.append(cleaned)
            room -= cleaned.utf8.count + 1
        }
        return lines.joined(separator: "\n")
    }

    /// For `about:blank` the title is the status's own phrase (RFC 9457, section 4.2.1).
    private static func title(of status: Int) -> String {
        switch status {
        case 400: "Bad Request"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 406: "Not Acceptable"
        case 502: "Bad Gateway"
        case 503: "Service Unavailable"
        default: "Error"
        }
    }
}

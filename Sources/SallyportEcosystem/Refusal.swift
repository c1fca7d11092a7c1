public import SallyportModel

/// A verdict against an artifact, in words that fit a terminal.
public struct Refusal: Hashable, Sendable {
    /// The release concerned.
    public let release: Release
    /// The file concerned, when it is one of several.
    public let filename: String?
    /// The verdict; its outcome is `hold` or `deny`.
    public let verdict: Verdict

    /// Makes a refusal.
    public init(release: Release, filename: String? = nil, verdict: Verdict) {
        self.release = release
        self.filename = filename
        self.verdict = verdict
    }

    /// One line of printable ASCII, at most 300 bytes: what is refused, why, until when, and what to type next.
    ///
    /// It is made for the HTTP reason phrase (RFC 9112, section 4), the widest channel to a terminal.
    public var line: String {
        let verb = verdict.outcome == .deny ? "Denied" : "Held"
        let name = "\(release.package.name) \(release.version)"
        var text = "\(verb) by Sallyport: \(name) \(verdict.reasons.first?.sentence ?? "has not been judged")"
        // What was only noted does not refuse anything.
        let others = verdict.reasons.dropFirst().count { $0.outcome != .admit }
        if others > 0 { text += " (and \(others) more)" }
        let command = "; run: sallyport why \(release)"
        // A name that leaves no room for the reason is left out: the reason counts more.
        guard command.utf8.count <= Self.lineBytesMax / 2 else {
            return Self.printable(text, bytesMax: Self.lineBytesMax)
        }
        return Self.printable(text, bytesMax: Self.lineBytesMax - command.utf8.count) + command
    }

    /// All reasons, one a line, for channels that take several lines.
    public var paragraph: String {
        let reasons = verdict.reasons.filter { $0.outcome != .admit }.map {
            "- \(Self.printable($0.sentence, bytesMax: Self.lineBytesMax))"
        }
        return ([line] + (reasons.count > 1 ? reasons : [])).joined(separator: "\n")
    }

    /// The longest ``line``, in bytes.
    public static let lineBytesMax = 300

    /// Replaces what is not printable ASCII by `?` and cuts at `bytesMax` with `...`.
    public static func printable(_ text: String, bytesMax: Int) -> String {
        var bytes = text.utf8.map { (0x20...0x7E).contains($0) ? $0 : UInt8(ascii: "?") }
        if bytes.count > bytesMax {
            bytes = Array(bytes.prefix(max(0, bytesMax - 3))) + Array("...".utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Why a request failed without any verdict.
public enum Failure: Hashable, Sendable {
    /// The upstream knows no such package, or the index no such file.
    case notFound(String)
    /// The upstream can't be reached and nothing is kept that could be served.
    case upstreamUnavailable(String)
    /// What the upstream sent is not what it promised.
    case upstreamInvalid(String)
    /// The request itself is wrong.
    case badRequest(String)
    /// The server can't do it now: a full disk, too many waiting.
    case unavailable(String)
    /// What is asked for is being made ready; the client should ask again after so many seconds.
    case notYet(String, retryAfter: Int)

    /// The status code: 404, 502, 502, 400, 503, 503.
    public var status: Int {
        switch self {
        case .notFound: 404
        case .upstreamUnavailable, .upstreamInvalid: 502
        case .badRequest: 400
        case .unavailable, .notYet: 503
        }
    }

    /// The sentence for the person at the terminal.
    public var sentence: String {
        switch self {
        case .notFound(let text), .upstreamUnavailable(let text), .upstreamInvalid(let text), .badRequest(let text),
            .unavailable(let text), .notYet(let text, _):
            text
        }
    }

    /// After how many seconds the client should ask again, where that is known.
    public var retryAfter: Int? {
        if case .notYet(_, let seconds) = self { seconds } else { nil }
    }
}

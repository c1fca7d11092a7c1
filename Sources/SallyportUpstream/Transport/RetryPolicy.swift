import SallyportModel

/// When and whether to try again: exponential waits, each between half and all of its step by chance.
struct RetryPolicy: Sendable {
    let attemptsMax: Int
    let base: Duration
    let max: Duration

    init(_ limits: UpstreamLimits) {
        attemptsMax = limits.attemptsMax
        base = limits.backoffBase
        max = limits.backoffMax
    }

    /// The wait after the attempt numbered `attempt` (from 1) has failed; `nil` when there is none to follow.
    ///
    /// An upstream that asks for a longer wait than ``max`` is not tried again: to ask earlier would be rude, and
    /// the clients that wait have retries of their own.
    func wait(after attempt: Int, failure: AttemptFailure, random: Double) -> Duration? {
        guard failure.isWorthRetry, attempt < attemptsMax else { return nil }
        let step = min(max, base * (1 << min(attempt - 1, 20)))
        let backoff = step * (0.5 + random / 2)
        guard let asked = failure.retryAfter else { return backoff }
        return asked <= max ? Swift.max(asked, backoff) : nil
    }
}

/// The `retry-after` field (RFC 9110, section 10.2.3).
enum RetryAfter {
    /// Reads seconds or a date in the preferred form; `nil` for anything else.
    static func parse(_ value: String, now: Instant) -> Duration? {
        let text = value.prefix(64)
        if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return .seconds(Int64(text).map { min($0, 86_400) } ?? 86_400)
        }
        guard let date = date(text) else { return nil }
        return .seconds(min(86_400, Swift.max(0, date.seconds(since: now))))
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`.
    private static func date(_ text: Substring) -> Instant? {
        let parts = text.split(separator: " ")
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard parts.count == 6, parts[5] == "GMT", let month = months.firstIndex(of: String(parts[2])) else {
            return nil
        }
        return Instant("\(parts[3])-\(month < 9 ? "0" : "")\(month + 1)-\(parts[1])T\(parts[4])Z")
    }
}

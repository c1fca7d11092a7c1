import AsyncHTTPClient
import NIOHTTP1
import SallyportGate
import SallyportModel

extension UpstreamSession {
    /// What a status other than success means.
    func failure(_ response: HTTPClientResponse, from url: WebURL) -> AttemptFailure {
        let status = response.status.code
        let sentence = "\(url.withoutQuery) answered \(status)"
        switch status {
        case 404, 410: return AttemptFailure(.notFound, sentence)
        case 401, 403, 407, 451: return AttemptFailure(.refused, sentence)
        case 408, 429, 500...599:
            let asked = response.headers.first(name: "retry-after")
            return AttemptFailure(
                UpstreamError(.unreachable, sentence),
                isWorthRetry: status != 501 && status != 505,
                retryAfter: asked.flatMap { RetryAfter.parse($0, now: pacing.now()) }
            )
        default: return AttemptFailure(.invalid, sentence)
        }
    }

    /// A field's value where it is short printable ASCII, as validators and media types are.
    static func plain(_ response: HTTPClientResponse, _ name: String) -> String? {
        guard let value = response.headers.first(name: name), value.utf8.count <= 1_024,
            value.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
        else { return nil }
        return value
    }
}

import AsyncHTTPClient
import NIOCore
import NIOHTTPCompression
import NIOPosix
import NIOSSL
import SallyportGate

/// How one attempt failed, and whether another may do better.
struct AttemptFailure: Error {
    let error: UpstreamError
    var isWorthRetry: Bool
    /// What the upstream asked to wait.
    var retryAfter: Duration?
    /// Whether no connection stood.
    var isConnectFailure = false
    /// Whether a connection stood and no answer began in time.
    var isSilence = false
    /// Whether it was the configured upstream that no connection stood to, or that kept silent.
    var isOutage = false

    init(_ error: UpstreamError, isWorthRetry: Bool = false, retryAfter: Duration? = nil) {
        self.error = error
        self.isWorthRetry = isWorthRetry
        self.retryAfter = retryAfter
    }

    init(_ code: UpstreamError.Code, _ sentence: String) {
        self.init(UpstreamError(code, sentence))
    }

    /// Reads what a client threw before an answer began.
    init(connecting error: any Error, to url: WebURL) {
        let place = url.origin.description
        switch error {
        case let failure as AttemptFailure:
            self = failure
        case let client as HTTPClientError where client == .deadlineExceeded:
            self.init(.unreachable, "\(url.withoutQuery) did not answer in time")
            isSilence = true
        case let client as HTTPClientError where client == .readTimeout:
            self.init(UpstreamError(.unreachable, "\(url.withoutQuery) did not answer in time"), isWorthRetry: true)
            isSilence = true
        case _ where Self.isEnd(error):
            self.init(.unreachable, "the request to \(place) was given up")
        case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError:
            self.init(
                .unreachable,
                "no trusted TLS connection to \(place) (\(error)); for an authority of its own, name its file as `ca` beside the `url`"
            )
        default:
            self.init(
                UpstreamError(.unreachable, "\(place) can't be reached (\(Self.brief(error)))"),
                isWorthRetry: true
            )
            isConnectFailure = Self.isConnectFailure(error)
        }
    }

    /// Reads what a client threw while a body came.
    init(reading error: any Error, from url: WebURL) {
        switch error {
        case let failure as AttemptFailure:
            self = failure
        case let client as HTTPClientError where client == .readTimeout || client == .deadlineExceeded:
            self.init(
                UpstreamError(.unreachable, "\(url.withoutQuery) stopped sending"),
                isWorthRetry: client == .readTimeout
            )
        case _ where Self.isEnd(error):
            self.init(.unreachable, "the request to \(url.origin) was given up")
        case is NIOHTTPDecompression.DecompressionError, is NIOHTTPDecompression.ExtraDecompressionError:
            self.init(.invalid, "\(url.withoutQuery) sent a body that can't be decoded safely (\(error))")
        default:
            self.init(
                UpstreamError(.invalid, "\(url.withoutQuery) sent a broken or short body (\(Self.brief(error)))"),
                isWorthRetry: true
            )
        }
    }

    /// Whether this side ended the request.
    private static func isEnd(_ error: any Error) -> Bool {
        if error is CancellationError || error is PinnedClients.ShutDown { return true }
        let client = error as? HTTPClientError
        return client == .cancelled || client == .alreadyShutdown
    }

    private static func isConnectFailure(_ error: any Error) -> Bool {
        if error is NIOConnectionError || error is IOError { return true }
        return error as? HTTPClientError == .connectTimeout
    }

    private static func brief(_ error: any Error) -> String {
        if let client = error as? HTTPClientError { return client.shortDescription }
        if let connection = error as? NIOConnectionError, let first = connection.connectionErrors.first {
            return brief(first.error)
        }
        return String(String(describing: error).prefix(200))
    }
}

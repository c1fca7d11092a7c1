import NIOCore
import SallyportGate
import SallyportModel

/// Writes deliveries down; an answer is complete only after its delivery is durable.
struct DeliveryRecorder: Sendable {
    let ledger: any DownloadLedger
    let clock: @Sendable () -> Instant

    /// Longest user agent that is kept, in bytes.
    static let clientBytesMax = 200

    func record(
        _ clearance: Clearance,
        recipient: String,
        client: String,
        completion: @escaping @Sendable (Result<Void, any Error>) -> Void
    ) {
        let download = Download(
            artifact: clearance.artifact,
            digest: clearance.digest,
            recipient: recipient,
            client: Self.bounded(client),
            at: clock()
        )
        ledger.record(download, completion: completion)
    }

    /// The beginning of a text in whole characters of Unicode, at most ``clientBytesMax``.
    static func bounded(_ client: String) -> String {
        var bytes = 0
        let kept = client.unicodeScalars.prefix { scalar in
            bytes += UTF8.width(scalar)
            return bytes <= clientBytesMax
        }
        return String(String.UnicodeScalarView(kept))
    }

    func record(_ clearance: Clearance, recipient: String, client: String) async throws {
        try await withCheckedThrowingContinuation { continuation in
            record(clearance, recipient: recipient, client: client) { continuation.resume(with: $0) }
        }
    }
}

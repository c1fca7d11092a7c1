import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import SallyportGate

/// Reads bodies within a number of bytes and a time.
enum BoundedBody {
    /// Hands over the parts of a body; throws ``AttemptFailure`` with `tooLarge` beyond `bytesMax`.
    ///
    /// The announced length is looked at first, so that a body that is too large costs nothing. It says nothing
    /// about a body that was decoded on the way, which is counted as it comes.
    static func forEachPart(
        of response: HTTPClientResponse,
        from url: WebURL,
        bytesMax: Int,
        deadline: NIODeadline,
        _ body: (ByteBuffer) async throws -> Void
    ) async throws {
        if let announced = announcedLength(response), announced > bytesMax {
            throw tooLarge(url, bytesMax)
        }
        var count = 0
        do {
            for try await part in response.body {
                count += part.readableBytes
                guard count <= bytesMax else { throw tooLarge(url, bytesMax) }
                guard NIODeadline.now() < deadline else {
                    throw AttemptFailure(.unreachable, "\(url.withoutQuery) did not send its body in time")
                }
                try await body(part)
            }
        } catch {
            throw AttemptFailure(reading: error, from: url)
        }
    }

    /// The whole body.
    static func collect(
        _ response: HTTPClientResponse,
        from url: WebURL,
        bytesMax: Int,
        deadline: NIODeadline
    ) async throws -> [UInt8] {
        let codings = response.headers[canonicalForm: "content-encoding"].map { $0.lowercased() }
        guard codings.isEmpty || codings == ["identity"] || codings == ["gzip"] || codings == ["deflate"] else {
            throw AttemptFailure(.invalid, "\(url.withoutQuery) is encoded in a way that was not asked for")
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(announcedLength(response) ?? 0, bytesMax))
        try await forEachPart(of: response, from: url, bytesMax: bytesMax, deadline: deadline) { part in
            bytes.append(contentsOf: part.readableBytesView)
        }
        return bytes
    }

    /// Whether it is said where a body ends: otherwise a connection that breaks looks like the end.
    static func hasEnd(_ response: HTTPClientResponse) -> Bool {
        response.headers.contains(name: "content-length")
            || response.headers[canonicalForm: "transfer-encoding"].contains { $0.lowercased() == "chunked" }
    }

    /// The announced length of the body as it will be read.
    static func announcedLength(_ response: HTTPClientResponse) -> Int? {
        guard response.headers.first(name: "content-encoding") == nil else { return nil }
        return response.headers.first(name: "content-length").flatMap { Int($0) }
    }

    private static func tooLarge(_ url: WebURL, _ bytesMax: Int) -> AttemptFailure {
        AttemptFailure(.tooLarge, "\(url.withoutQuery) has more than \(bytesMax) bytes")
    }
}

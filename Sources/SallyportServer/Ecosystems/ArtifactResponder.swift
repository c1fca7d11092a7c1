import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOHTTP1
import SallyportEcosystem
import SallyportGate
import SallyportModel

/// Answers requests for artifacts and their companions: the one place where the server opens bytes.
struct ArtifactResponder: Sendable {
    let gate: Gate
    let hot: HotCache
    let recorder: DeliveryRecorder
    let recent: RecentRequests

    /// How much is read from a file at a time.
    static let chunkBytes = 256 * 1_024

    func respond(
        _ admission: Admission,
        _ request: ClientRequest,
        of ecosystem: any PackageEcosystem,
        head: HTTPRequest,
        recipient: String
    ) async throws -> Response {
        switch admission {
        case .refused(let refusal):
            recent.note(refusal)
            return Response(ecosystem.answer(refusing: refusal))
        case .cleared(let clearance, let lease):
            return try await deliver(clearance, lease, request, head: head, recipient: recipient)
        }
    }

    private func deliver(
        _ clearance: Clearance,
        _ lease: Lease,
        _ request: ClientRequest,
        head: HTTPRequest,
        recipient: String
    ) async throws -> Response {
        let etag = "\"\(clearance.digest.hex)\""
        var headers = Self.headers(of: clearance, etag: etag)
        if EntityTag.matches(request.header("if-none-match"), etag) {
            return Response(status: .notModified, headers: headers)
        }
        let blob = try await gate.open(clearance)
        let isRangeCurrent = request.header("if-range").map { $0 == etag } ?? true
        switch ByteRange(field: isRangeCurrent ? request.header("range") : nil, size: blob.size) {
        case .unsatisfiable:
            headers[.contentRange] = "bytes */\(blob.size)"
            headers[.contentLength] = "0"
            return Response(status: .rangeNotSatisfiable, headers: headers)
        case .part(let range):
            headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(blob.size)"
            headers[.contentLength] = String(range.count)
            guard head.method == .get else { return Response(status: .partialContent, headers: headers) }
            let body = delivery(of: blob, range, clearance, recipient, request)
            return Response(status: .partialContent, headers: headers, body: body)
        case .whole:
            headers[.contentLength] = String(blob.size)
            guard head.method == .get else { return Response(status: .ok, headers: headers) }
            if let buffer = try await keepHot(blob, clearance, lease, etag, head, headers) {
                try await recorder.record(clearance, recipient: recipient, client: request.header("user-agent") ?? "")
                return Response(status: .ok, headers: headers, body: .init(byteBuffer: buffer))
            }
            let body = delivery(of: blob, 0..<blob.size, clearance, recipient, request)
            return Response(status: .ok, headers: headers, body: body)
        }
    }

    private static func headers(of clearance: Clearance, etag: String) -> HTTPFields {
        var headers = HTTPFields()
        headers[.contentType] = "application/octet-stream"
        headers[.eTag] = etag
        headers[.acceptRanges] = "bytes"
        // The client may keep the bytes but must ask before it uses them again: they can be denied any time.
        headers[.cacheControl] = "no-cache"
        return headers
    }

    /// Streams a range; the last chunk leaves after the delivery is durable.
    private func delivery(
        of blob: any OpenBlob,
        _ range: Range<Int>,
        _ clearance: Clearance,
        _ recipient: String,
        _ request: ClientRequest
    ) -> ResponseBody {
        let recorder = recorder
        let client = request.header("user-agent") ?? ""
        return ResponseBody(contentLength: range.count) { writer in
            var position = range.lowerBound
            while position < range.upperBound {
                let end = min(position + Self.chunkBytes, range.upperBound)
                let chunk = try await blob.read(position..<end)
                if end == range.upperBound {
                    try await recorder.record(clearance, recipient: recipient, client: client)
                }
                try await writer.write(ByteBuffer(bytes: chunk))
                position = end
            }
            try await writer.finish(nil)
        }
    }

    /// Puts the artifact on the hot path; answers its bytes when they are small enough to be in memory.
    private func keepHot(
        _ blob: any OpenBlob,
        _ clearance: Clearance,
        _ lease: Lease,
        _ etag: String,
        _ head: HTTPRequest,
        _ fields: HTTPFields
    ) async throws -> ByteBuffer? {
        guard let target = head.path else { return nil }
        var buffer: ByteBuffer?
        if blob.size <= HotCache.memoryBytesMax {
            buffer = ByteBuffer(bytes: try await blob.read(0..<blob.size))
        }
        let entry = HotEntry(
            lease: lease,
            etag: etag,
            headers: HTTPHeaders(fields.map { ($0.name.canonicalName, $0.value) }),
            content: buffer.map { .memory($0) } ?? .file(HotFile(blob)),
            clearance: clearance
        )
        hot.keep(entry, for: HotKey(artifact: target))
        return buffer
    }
}

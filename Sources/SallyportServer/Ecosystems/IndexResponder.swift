import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOHTTP1
import SallyportEcosystem
import SallyportGate
import SallyportModel

/// Answers requests for indexes.
struct IndexResponder: Sendable {
    let gate: Gate
    let rendered: RenderedCache
    let hot: HotCache
    let recent: RecentRequests

    /// Says since when the upstream has not confirmed what is served.
    static let staleField = "x-sallyport-stale-since"

    func respond(
        _ package: Package,
        _ form: IndexForm,
        _ request: ClientRequest,
        of ecosystem: any PackageEcosystem,
        head: HTTPRequest,
        base: String,
        isAwaited: @escaping @Sendable () -> Bool
    ) async throws -> Response {
        let ticket = try await gate.ticketAfterJudgingLikeliest(for: package)
        let key = RenderedKey(
            package: package,
            form: form,
            // A listing names no address, and is kept once whatever a client calls the server.
            mountURL: ticket.isListing ? "" : "\(base)/\(ecosystem.mount)",
            namesRestrictions: ecosystem.namesRestrictions(for: request),
            // A part is one of the body as it is: what a client appends to what it has.
            isGzipped: !ticket.isListing && request.header("range") == nil
                && AcceptEncoding.allowsGzip(request.header("accept-encoding"))
        )
        let document = try await rendered.rendered(key, under: ticket, by: gate, isAwaited: isAwaited)
        if !ticket.isListing { recent.note(index: package) }
        gate.judgeAhead(under: ticket)

        var headers = HTTPFields(document.headers)
        headers[.eTag] = document.etag
        if let since = ticket.staleSince {
            headers.append(contentsOf: HTTPFields([Header(Self.staleField, since.description)]))
        } else if document.status == 200, !ticket.isListing {
            keepHot(document, ticket.lease, head, headers)
        }
        if document.status == 200, EntityTag.matches(request.header("if-none-match"), document.etag) {
            return Response(status: .notModified, headers: headers)
        }
        return Self.response(document, request, headers: headers, method: head.method)
    }

    /// The document, or the part of it that was asked for where its form is served in parts.
    private static func response(
        _ document: RenderedIndex,
        _ request: ClientRequest,
        headers: HTTPFields,
        method: HTTPRequest.Method
    ) -> Response {
        var headers = headers
        let size = document.body.readableBytes
        let isServedInParts =
            document.status == 200 && method == .get && !document.isGzipped
            && document.headers.contains(Header("accept-ranges", "bytes"))
        let isRangeCurrent = request.header("if-range").map { $0 == document.etag } ?? true
        switch ByteRange(field: isServedInParts && isRangeCurrent ? request.header("range") : nil, size: size) {
        case .unsatisfiable:
            headers[.contentRange] = "bytes */\(size)"
            headers[.contentLength] = "0"
            return Response(status: .rangeNotSatisfiable, headers: headers)
        case .part(let range):
            if let large = document.large {
                headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"
                headers[.contentLength] = String(range.count)
                return Response(status: .partialContent, headers: headers, body: large.response(range))
            }
            let part = document.body.getSlice(at: document.body.readerIndex + range.lowerBound, length: range.count)
            headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"
            headers[.contentLength] = String(range.count)
            return Response(status: .partialContent, headers: headers, body: .init(byteBuffer: part ?? ByteBuffer()))
        case .whole:
            headers[.contentLength] = String(size)
            let status = HTTPResponse.Status(code: document.status)
            if let large = document.large, method == .get {
                return Response(status: status, headers: headers, body: large.response(0..<size))
            }
            return Response(status: status, headers: headers, body: .init(byteBuffer: document.body))
        }
    }

    private func keepHot(
        _ document: RenderedIndex,
        _ lease: Lease,
        _ head: HTTPRequest,
        _ fields: HTTPFields
    ) {
        guard let target = head.path, head.method == .get, document.body.readableBytes <= HotCache.memoryBytesMax else {
            return
        }
        let key = HotKey(
            index: target,
            host: head.authority ?? "",
            accept: head.headerFields[.accept] ?? "",
            encoding: head.headerFields[.acceptEncoding] ?? "",
            agent: head.headerFields[.userAgent] ?? ""
        )
        var headers = HTTPHeaders(fields.map { ($0.name.canonicalName, $0.value) })
        headers.replaceOrAdd(name: "content-length", value: String(document.body.readableBytes))
        let entry = HotEntry(
            lease: lease,
            etag: document.etag,
            headers: headers,
            content: .memory(document.body),
            clearance: nil
        )
        hot.keep(entry, for: key)
    }
}

/// The `accept-encoding` field, as far as it matters here (RFC 9110, section 12.5.3).
enum AcceptEncoding {
    static func allowsGzip(_ field: String?) -> Bool {
        guard let field else { return false }
        return field.lowercased().split(separator: ",").contains { part in
            let pieces = part.split(separator: ";").map { $0.filter { $0 != " " } }
            guard pieces.first == "gzip" || pieces.first == "*" else { return false }
            return !pieces.dropFirst().contains { $0 == "q=0" || $0 == "q=0.0" || $0 == "q=0.00" || $0 == "q=0.000" }
        }
    }
}

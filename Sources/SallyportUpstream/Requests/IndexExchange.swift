import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import SallyportEcosystem
import SallyportGate

extension UpstreamSession {
    /// Asks for an index, with the validators of the known one; from its last byte on where it grows at its end.
    func index(_ request: IndexRequest, known: IndexDocument?) async throws(UpstreamError) -> IndexReply {
        guard request.growsAtItsEnd, let known, known.body.count > 1 else {
            return try await index(request, known: known, from: nil) ?? .notFound
        }
        // The last byte comes again, so that there is always something to answer with, and it shows whether it is the same.
        if let reply = try await index(request, known: known, from: known.body.count - 1) { return reply }
        return try await index(request, known: nil, from: nil) ?? .notFound
    }

    /// One request; `nil` when the upstream gives no part that begins at `start`, as a whole never does.
    private func index(
        _ request: IndexRequest,
        known: IndexDocument?,
        from start: Int?
    ) async throws(UpstreamError) -> IndexReply? {
        let url = try below(request.path, query: nil)
        // Parts are those of the text as it is.
        let encoding = start == nil ? "gzip" : "identity"
        var question = Question(headers: [("accept", request.accept), ("accept-encoding", encoding)])
        question.isProbe = true
        if let etag = known?.etag { question.headers.append(("if-none-match", etag)) }
        if let date = known?.lastModified { question.headers.append(("if-modified-since", date)) }
        let isConditional = question.headers.count > 2
        if let start { question.headers.append(("range", "bytes=\(start)-")) }
        return try await withAttempts(.answer, isRepeatable: true) { deadline in
            try await ask(question, at: url, purpose: .answer, deadline: deadline) { response, url in
                switch response.status.code {
                case 200:
                    let body = try await BoundedBody.collect(
                        response,
                        from: url,
                        bytesMax: request.bytesMax,
                        deadline: deadline
                    )
                    return .document(Self.document(body, response, url), Self.receipt(response))
                case 206 where start != nil:
                    guard let start, Self.start(of: response) == start else { return nil }
                    let bytes = try await BoundedBody.collect(
                        response,
                        from: url,
                        bytesMax: max(0, request.bytesMax - start),
                        deadline: deadline
                    )
                    return .part(Self.part(bytes, at: start, response))
                case 416 where start != nil: return nil
                case 304 where isConditional: return .unchanged
                case 404, 410: return .notFound
                default: throw failure(response, from: url)
                }
            }
        }
    }

    /// The first byte of a part, by `content-range: bytes 5-9/10`.
    private static func start(of response: HTTPClientResponse) -> Int? {
        guard let field = plain(response, "content-range"), field.hasPrefix("bytes "),
            response.headers.first(name: "content-encoding") == nil
        else { return nil }
        return Int(field.dropFirst("bytes ".count).prefix { $0 != "-" })
    }

    private static func part(_ bytes: [UInt8], at start: Int, _ response: HTTPClientResponse) -> IndexPart {
        IndexPart(
            start: start,
            bytes: bytes,
            etag: plain(response, "etag"),
            lastModified: plain(response, "last-modified"),
            representationDigest: plain(response, "repr-digest")
        )
    }

    /// An encoded body has an end of its own, and its digests are not those of what was decoded.
    private static func receipt(_ response: HTTPClientResponse) -> IndexReceipt {
        let headers = response.headers
        let coding = headers.first(name: "content-encoding")?.lowercased() ?? "identity"
        guard coding == "identity" else { return .whole }
        return IndexReceipt(
            hasEnd: BoundedBody.hasEnd(response),
            representationDigest: plain(response, "repr-digest")
        )
    }

    private static func document(_ body: [UInt8], _ response: HTTPClientResponse, _ url: WebURL) -> IndexDocument {
        IndexDocument(
            body: body,
            contentType: plain(response, "content-type") ?? "application/octet-stream",
            url: url.description,
            etag: plain(response, "etag"),
            lastModified: plain(response, "last-modified")
        )
    }

    /// A URL below the base URL, or below its origin; paths that would leave it are refused, for credentials go along.
    func below(_ path: String, ofOrigin: Bool = false, query: String?) throws(UpstreamError) -> WebURL {
        let base = ofOrigin ? WebURL(origin: configuration.url.origin, path: "/") : configuration.url
        let relative = path.hasPrefix("/") ? path.dropFirst() : path[...]
        let segments = relative.split(separator: "/").map { $0.lowercased().replacing("%2e", with: ".") }
        let text = "\(base)\(relative)" + (query.map { "?\($0)" } ?? "")
        guard !segments.contains("."), !segments.contains(".."), !relative.contains(where: { "?#".contains($0) }),
            let url = WebURL(text)
        else {
            throw UpstreamError(.forbiddenTarget, "a path that leaves \(base) or can't be written in a URL")
        }
        return url
    }
}

import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import SallyportEcosystem
import SallyportGate

extension UpstreamSession {
    /// Asks for an index, with the validators of the known one.
    func index(_ request: IndexRequest, known: IndexDocument?) async throws(UpstreamError) -> IndexReply {
        let url = try below(request.path, query: nil)
        var question = Question(headers: [("accept", request.accept), ("accept-encoding", "gzip")])
        question.isProbe = true
        if let etag = known?.etag { question.headers.append(("if-none-match", etag)) }
        if let date = known?.lastModified { question.headers.append(("if-modified-since", date)) }
        let isConditional = question.headers.count > 2
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
                    return .document(Self.document(body, response, url))
                case 304 where isConditional: return .unchanged
                case 404, 410: return .notFound
                default: throw failure(response, from: url)
                }
            }
        }
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

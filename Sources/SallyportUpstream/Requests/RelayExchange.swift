import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import SallyportEcosystem
import SallyportGate

extension UpstreamSession {
    /// The fields of a client's request that go on; the others say more about the client than an upstream needs.
    private static let relayedFields: Set<String> = ["accept", "content-type"]

    /// Passes a request on. Only GET and HEAD are repeated and follow redirects.
    func relay(_ relay: Relay, query: String, body: [UInt8]) async throws(UpstreamError) -> Answer {
        guard ["GET", "HEAD", "POST"].contains(relay.method) else {
            throw UpstreamError(.forbiddenTarget, "requests of method \(relay.method.prefix(16)) are not passed on")
        }
        let url = try below(relay.path, ofOrigin: relay.isBelowOrigin, query: query.isEmpty ? nil : query)
        var question = Question(method: HTTPMethod(rawValue: relay.method))
        question.headers = relay.headers
            .filter { Self.relayedFields.contains($0.name) }
            .map { ($0.name, $0.value) }
        question.headers.append(("accept-encoding", "gzip"))
        if relay.method == "POST" { question.body = body }
        return try await withAttempts(.answer, isRepeatable: question.followsRedirects) { deadline in
            try await ask(question, at: url, purpose: .answer, deadline: deadline) { response, url in
                let status = Int(response.status.code)
                guard (200..<300).contains(status) || (400..<500).contains(status), status != 408, status != 429 else {
                    throw failure(response, from: url)
                }
                let body = try await BoundedBody.collect(
                    response,
                    from: url,
                    bytesMax: limits.relayBytesMax,
                    deadline: deadline
                )
                let type = Self.plain(response, "content-type").map { [Header("content-type", $0)] }
                return Answer(status: status, headers: type ?? [], body: body)
            }
        }
    }
}

import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import SallyportEcosystem
import SallyportGate
import SallyportModel

/// Answers the API and the health checks.
struct APIResponder: Sendable {
    let services: APIServices

    func respond(to request: Request, from caller: Caller, logger: Logger) async -> Response {
        let path = String((request.head.path ?? "/").prefix { $0 != "?" })
        let onPath = APIRoutes.all.filter { $0.path == path }
        let method = request.method == .head ? .get : request.method
        guard let route = onPath.first(where: { $0.method == method }) else {
            return Self.problem(
                onPath.isEmpty ? 404 : 405,
                onPath.isEmpty
                    ? "There is nothing at `\(path.prefix(200))`." : "`\(path)` is not for \(request.method)."
            )
        }
        guard !route.needsToken || caller.name != nil else {
            return Self.problem(
                401,
                "This needs a token: `Authorization: Bearer TOKEN`; the server's first start wrote one to its data folder."
            )
        }
        do {
            let reply = try await route.handle(APIRequest(request, caller: caller), services)
            return Self.response(reply.status, try APIJSON.encode(reply.body))
        } catch {
            let failure = EcosystemResponder.failure(of: error)
            if failure.status >= 500 { logger.warning("API request failed", metadata: ["error": "\(error)"]) }
            return Self.problem(failure.status, failure.sentence)
        }
    }

    private static func problem(_ status: Int, _ sentence: String) -> Response {
        let body = try? APIJSON.encode(APIDocuments.Problem(error: sentence))
        return response(status, body ?? [])
    }

    private static func response(_ status: Int, _ body: [UInt8]) -> Response {
        Response(
            status: .init(code: status),
            headers: [.contentType: "application/json", .contentLength: String(body.count), .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: body))
        )
    }
}

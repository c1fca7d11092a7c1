import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import SallyportEcosystem
import SallyportGate
import SallyportModel

/// The context of a request: where it came from.
struct SallyportContext: InitializableFromSource {
    let channel: any Channel
    let logger: Logger

    init(source: ApplicationRequestContextSource) {
        channel = source.channel
        logger = source.logger
    }
}

/// Answers every request that the hot path did not, and writes the log of requests.
struct SallyportResponder: HTTPResponder {
    typealias Context = SallyportContext

    let ecosystems: EcosystemResponder
    let api: APIResponder
    let tokens: TokenRegistry
    let isOwnRequest: @Sendable ([Header]) -> Bool
    let requestIDs: RequestIDs
    let logger: Logger

    func respond(to request: Request, context: SallyportContext) async throws -> Response {
        let identifier = requestIDs.next()
        var logger = logger
        logger[metadataKey: "request"] = "\(identifier)"
        let channel = context.channel
        let caller = Caller(
            name: tokens.name(forAuthorization: request.headers[.authorization]),
            address: channel.remoteAddress?.ipAddress ?? "unknown",
            isConnected: { channel.isActive }
        )
        var response = await answer(request, caller, logger)
        // One place for all that answers: a body behind a HEAD would be read as the beginning of the next answer.
        if request.method == .head { response = response.createHeadResponse() }
        if let name = HTTPField.Name("x-request-id") { response.headers[name] = identifier }
        logger.debug(
            "answered",
            metadata: [
                "method": "\(request.method)", "target": "\(Self.loggable(request.head.path))",
                "status": "\(response.status.code)", "caller": "\(caller.recipient)",
            ]
        )
        return response
    }

    private func answer(_ request: Request, _ caller: Caller, _ logger: Logger) async -> Response {
        guard !isOwnRequest(request.headers.map { Header($0.name.canonicalName, $0.value) }) else {
            logger.error("the configured upstream is this server itself; no request of its own is answered")
            return Response(status: .init(code: 508, reasonPhrase: "Loop Detected"))
        }
        if let response = await ecosystems.respond(to: request, from: caller, logger: logger) { return response }
        return await api.respond(to: request, from: caller, logger: logger)
    }

    /// A target as the log takes it: bounded, and without what a terminal would obey.
    static func loggable(_ target: String?) -> String {
        let cleaned = (target ?? "").unicodeScalars.prefix(500).map { $0.value < 0x20 || $0.value == 0x7F ? "?" : $0 }
        var text = ""
        text.unicodeScalars.append(contentsOf: cleaned)
        return text
    }
}

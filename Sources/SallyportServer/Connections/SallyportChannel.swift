import Glibc
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// A connection: Hummingbird's HTTP/1.1 with the hot path in front of it.
///
///     bytes ─▶ HTTP codec ─▶ one request at a time ─▶ hot path ─▶ HTTP types ─▶ Hummingbird
struct SallyportChannel: ServerChildChannel {
    typealias Value = HTTP1Channel.Value

    /// How long a connection may be silent, between two requests or in the middle of one.
    static let idleTimeout = TimeAmount.seconds(75)
    /// How long a client may leave an answer untaken, in milliseconds: after that the kernel ends the connection
    /// (tcp(7), `TCP_USER_TIMEOUT`), also where it acknowledges and keeps its window closed.
    static let unreadTimeout = 75_000
    /// The largest head of a request: npm and pip stay far below.
    static let headBytesMax = 64 * 1_024

    private let http: HTTP1Channel
    private let services: HotPathServices

    init(services: HotPathServices, responder: @escaping HTTPChannelHandler.Responder) {
        self.services = services
        http = HTTP1Channel(responder: responder)
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            var limits = NIOHTTPDecoderLimitConfiguration()
            limits.maxHeaderFieldSize = Self.headBytesMax
            limits.maxHeaderListSize = Self.headBytesMax
            limits.maxHeaderFieldCount = 200
            try channel.syncOptions?.setOption(.tcpOption(.init(rawValue: TCP_USER_TIMEOUT)), value: Self.unreadTimeout)
            let pipeline = channel.pipeline.syncOperations
            try pipeline.configureHTTPServerPipeline(
                withPipeliningAssistance: true,
                withErrorHandling: false,
                withOutboundHeaderValidation: false,
                withEncoderConfiguration: .init(),
                withDecoderLimitConfiguration: limits
            )
            try pipeline.addHandler(IdleStateHandler(readTimeout: Self.idleTimeout))
            try pipeline.addHandler(HotPathHandler(services))
            try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: false))
            try pipeline.addHandler(HTTPConnectionStateHandler(logger: logger))
            return try NIOAsyncChannel(
                wrappingChannelSynchronously: channel,
                configuration: .init(isOutboundHalfClosureEnabled: true)
            )
        }
    }

    func handle(value: Value, logger: Logger) async {
        await http.handle(value: value, logger: logger)
    }
}

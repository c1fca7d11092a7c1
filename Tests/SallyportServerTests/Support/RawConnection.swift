import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// An answer as it stood on the wire.
struct RawResponse: Sendable {
    var status = 0
    var reasonPhrase = ""
    var headers = HTTPHeaders()
    var body: [UInt8] = []
    /// Whether the connection ended before the body did.
    var isCutShort = false

    var text: String { String(decoding: body, as: UTF8.self) }

    func header(_ name: String) -> String? { headers.first(name: name) }

    /// All fields that are the same for the same content: not the time, not the identifier of the request.
    var lastingHeaders: [String] {
        headers.filter { !["date", "x-request-id"].contains($0.name.lowercased()) }
            .map { "\($0.name.lowercased()): \($0.value)" }.sorted()
    }
}

/// One connection to a server on this machine: text goes out as it is, answers are read one after the other.
final class RawConnection: Sendable {
    private let channel: any Channel
    private let answers: AsyncStream<RawResponse>
    /// How many bytes of bodies have arrived.
    let arrivedBytes: @Sendable () -> Int

    private init(channel: any Channel, answers: AsyncStream<RawResponse>, arrivedBytes: @escaping @Sendable () -> Int) {
        self.channel = channel
        self.answers = answers
        self.arrivedBytes = arrivedBytes
    }

    static func open(_ port: Int, on group: MultiThreadedEventLoopGroup) async throws -> RawConnection {
        let (answers, feed) = AsyncStream.makeStream(of: RawResponse.self)
        let tap = StatusLineTap()
        let reader = ResponseReader(feed, tap)
        let channel = try await ClientBootstrap(group: group)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let encoder = HTTPRequestEncoder()
                    let decoder = ByteToMessageHandler(HTTPResponseDecoder(leftOverBytesStrategy: .dropBytes))
                    try channel.pipeline.syncOperations.addHandlers([tap, encoder, decoder, reader, RawRequests()])
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        return RawConnection(channel: channel, answers: answers, arrivedBytes: reader.arrivedBytes)
    }

    /// Sends requests; bodies are strings.
    func send(_ requests: RawRequest...) async throws {
        for request in requests { channel.write(request, promise: nil) }
        channel.flush()
    }

    /// The next answer; throws when the connection ends without one.
    func next() async throws -> RawResponse {
        for await answer in answers { return answer }
        throw ConnectionEnded()
    }

    func close() async {
        try? await channel.close().get()
    }

    struct ConnectionEnded: Error {}
}

/// A request as it is written.
struct RawRequest: Sendable {
    var method = HTTPMethod.GET
    let target: String
    var headers: [(String, String)] = []
    var body = ""

    init(_ method: HTTPMethod = .GET, _ target: String, _ headers: [(String, String)] = [], body: String = "") {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
    }
}

/// Turns requests into parts.
private final class RawRequests: ChannelOutboundHandler {
    typealias OutboundIn = RawRequest
    typealias OutboundOut = HTTPClientRequestPart

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let request = unwrapOutboundIn(data)
        var headers = HTTPHeaders(request.headers)
        if headers.first(name: "host") == nil { headers.add(name: "host", value: "sallyport.example.invalid") }
        if !request.body.isEmpty { headers.add(name: "content-length", value: String(request.body.utf8.count)) }
        let head = HTTPRequestHead(version: .http1_1, method: request.method, uri: request.target, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if !request.body.isEmpty {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: request.body)))), promise: nil)
        }
        context.write(wrapOutboundOut(.end(nil)), promise: promise)
    }
}

/// Keeps the reason phrase of the answer that began last: the decoder behind it knows only the standard ones.
///
/// An answer is taken to begin with a piece that was received; answers to requests in one go may not.
private final class StatusLineTap: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private static let start = Array("HTTP/1.1 ".utf8)
    private let line = Mutex("")

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = unwrapInboundIn(data).readableBytesView
        if bytes.starts(with: Self.start) {
            let text = String(decoding: bytes.dropFirst(Self.start.count).prefix { $0 != 13 }, as: UTF8.self)
            line.withLock { $0 = text }
        }
        context.fireChannelRead(data)
    }

    /// The phrase beside a status.
    func reasonPhrase(beside status: Int) -> String? {
        let line = line.withLock { $0 }
        return line.hasPrefix("\(status) ") ? String(line.dropFirst(4)) : nil
    }
}

/// Puts answers together.
private final class ResponseReader: ChannelInboundHandler, Sendable {
    typealias InboundIn = HTTPClientResponsePart

    private let feed: AsyncStream<RawResponse>.Continuation
    private let current = Mutex<(response: RawResponse?, arrived: Int)>((nil, 0))

    private let tap: StatusLineTap

    init(_ feed: AsyncStream<RawResponse>.Continuation, _ tap: StatusLineTap) {
        self.feed = feed
        self.tap = tap
    }

    var arrivedBytes: @Sendable () -> Int {
        { [self] in current.withLock { $0.arrived } }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            let reasonPhrase = tap.reasonPhrase(beside: Int(head.status.code)) ?? ""
            current.withLock { current in
                current.response = RawResponse(
                    status: Int(head.status.code),
                    reasonPhrase: reasonPhrase,
                    headers: head.headers
                )
            }
        case .body(let buffer):
            current.withLock { current in
                current.response?.body += buffer.readableBytesView
                current.arrived += buffer.readableBytes
            }
        case .end:
            finish(isCutShort: false)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        finish(isCutShort: true)
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        finish(isCutShort: true)
        feed.finish()
    }

    private func finish(isCutShort: Bool) {
        let response = current.withLock { current in
            defer { current.response = nil }
            return current.response
        }
        guard var response else { return }
        response.isCutShort = isCutShort
        feed.yield(response)
    }
}

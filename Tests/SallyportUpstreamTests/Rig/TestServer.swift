import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A request as the test server saw it.
struct Received: Sendable, Equatable {
    var method = ""
    var target = ""
    var headers: [String: String] = [:]
    var body: [UInt8] = []
}

/// What the test server does with a request, byte for byte.
struct Reply: Sendable {
    enum Step: Sendable {
        case bytes([UInt8])
        case pause(TimeAmount)
        case close
    }

    var steps: [Step]

    /// A whole answer with its length.
    static func status(_ code: Int, _ headers: [(String, String)] = [], _ body: [UInt8] = []) -> Reply {
        Reply(steps: [.bytes(head(code, headers + [("content-length", "\(body.count)")]) + body)])
    }

    static func ok(_ body: String, _ headers: [(String, String)] = []) -> Reply {
        status(200, headers, Array(body.utf8))
    }

    static func redirect(_ location: String, code: Int = 302) -> Reply {
        status(code, [("location", location)])
    }

    /// Announces `length` bytes and breaks off after `body`.
    static func broken(_ body: [UInt8], length: Int, _ headers: [(String, String)] = []) -> Reply {
        Reply(steps: [.bytes(head(200, headers + [("content-length", "\(length)")]) + body), .close])
    }

    /// Without a length, in chunks.
    static func chunked(_ parts: [[UInt8]], _ headers: [(String, String)] = []) -> Reply {
        let framed = parts.flatMap { Array("\(String($0.count, radix: 16))\r\n".utf8) + $0 + Array("\r\n".utf8) }
        let end = Array("0\r\n\r\n".utf8)
        return Reply(steps: [.bytes(head(200, headers + [("transfer-encoding", "chunked")]) + framed + end)])
    }

    /// One byte at a time, with a pause after each.
    static func dripping(_ body: [UInt8], every pause: TimeAmount) -> Reply {
        let head = Step.bytes(head(200, [("content-length", "\(body.count)")]))
        return Reply(steps: [head] + body.flatMap { [.bytes([$0]), .pause(pause)] })
    }

    /// Nothing at all, and the connection stays.
    static let silence = Reply(steps: [])
    /// The connection ends without an answer.
    static let hangUp = Reply(steps: [.close])

    static func head(_ code: Int, _ headers: [(String, String)]) -> [UInt8] {
        let fields = headers.map { "\($0.0): \($0.1)\r\n" }.joined()
        return Array("HTTP/1.1 \(code) Test\r\n\(fields)\r\n".utf8)
    }
}

/// An HTTP/1.1 server on a free port of 127.0.0.1 that answers by a closure and keeps what it was asked.
final class TestServer: Sendable {
    let port: Int
    private let channel: any Channel
    private let log: RequestLog

    private init(channel: any Channel, port: Int, log: RequestLog) {
        self.channel = channel
        self.port = port
        self.log = log
    }

    /// What was asked so far, in order.
    var received: [Received] { log.all }

    static func start(
        tls: NIOSSLContext? = nil,
        _ answer: @escaping @Sendable (Received) -> Reply
    ) async throws -> TestServer {
        let log = RequestLog()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
                    try channel.pipeline.syncOperations.addHandler(RequestHandler(log: log, answer: answer))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return TestServer(channel: channel, port: channel.localAddress?.port ?? 0, log: log)
    }

    func stop() async { try? await channel.close().get() }
}

final class RequestLog: Sendable {
    private let entries = Mutex<[Received]>([])
    var all: [Received] { entries.withLock { $0 } }
    func append(_ entry: Received) { entries.withLock { $0.append(entry) } }
}

private final class RequestHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let log: RequestLog
    private let answer: @Sendable (Received) -> Reply
    private var bytes: [UInt8] = []

    init(log: RequestLog, answer: @escaping @Sendable (Received) -> Reply) {
        self.log = log
        self.answer = answer
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        bytes += Array(unwrapInboundIn(data).readableBytesView)
        while let request = next() {
            log.append(request)
            perform(answer(request).steps[...], context: context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func perform(_ steps: ArraySlice<Reply.Step>, context: ChannelHandlerContext) {
        guard let step = steps.first else { return }
        switch step {
        case .bytes(let bytes):
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
            perform(steps.dropFirst(), context: context)
        case .pause(let time):
            let handler = NIOLoopBound(self, eventLoop: context.eventLoop)
            let place = NIOLoopBound(context, eventLoop: context.eventLoop)
            context.eventLoop.scheduleTask(in: time) {
                guard place.value.channel.isActive else { return }
                handler.value.perform(steps.dropFirst(), context: place.value)
            }
        case .close: context.close(promise: nil)
        }
    }

    private func next() -> Received? {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        var request = Received()
        let first = lines[0].split(separator: " ")
        request.method = String(first[0])
        request.target = String(first[1])
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let name = line[..<colon].lowercased()
            request.headers[name] = String(line[line.index(after: colon)...].drop { $0 == " " })
        }
        let length = request.headers["content-length"].flatMap { Int($0) } ?? 0
        guard bytes.count >= end.upperBound + length else { return nil }
        request.body = Array(bytes[end.upperBound..<end.upperBound + length])
        bytes.removeFirst(end.upperBound + length)
        return request
    }
}

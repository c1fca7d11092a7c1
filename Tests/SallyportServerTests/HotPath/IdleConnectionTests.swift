import NIOCore
import NIOEmbedded
import NIOHTTP1
import SallyportTesting
import Testing

@testable import SallyportServer

@Suite("A silent connection")
struct IdleConnectionTests {
    private let clock = ManualClock()

    private func channel() throws -> EmbeddedChannel {
        let clock = clock
        let services = HotPathServices(HotCache(bytesMax: 1 << 20, clock: { clock.now }), clock)
        let channel = EmbeddedChannel(handler: HotPathHandler(services))
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return channel
    }

    private func fallSilent(_ channel: EmbeddedChannel) {
        channel.pipeline.fireUserInboundEventTriggered(IdleStateHandler.IdleStateEvent.read)
        channel.embeddedEventLoop.run()
    }

    private let post = HTTPServerRequestPart.head(HTTPRequestHead(version: .http1_1, method: .POST, uri: "/b"))

    @Test("is closed between two requests")
    func betweenRequests() throws {
        let channel = try channel()
        fallSilent(channel)
        #expect(!channel.isActive)
    }

    @Test("is closed in the middle of a body that does not come")
    func inABody() throws {
        let channel = try channel()
        try channel.writeInbound(post)
        try channel.writeInbound(HTTPServerRequestPart.body(ByteBuffer(string: "half")))
        fallSilent(channel)
        #expect(!channel.isActive)
    }

    @Test("is kept while the answer is being made, and closed after it")
    func duringAnAnswer() throws {
        let channel = try channel()
        try channel.writeInbound(post)
        try channel.writeInbound(HTTPServerRequestPart.end(nil))
        fallSilent(channel)
        #expect(channel.isActive)
        try channel.writeOutbound(HTTPServerResponsePart.head(HTTPResponseHead(version: .http1_1, status: .ok)))
        try channel.writeOutbound(HTTPServerResponsePart.end(nil))
        fallSilent(channel)
        #expect(!channel.isActive)
    }
}

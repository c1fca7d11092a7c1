import NIOCore
import NIOEmbedded
import NIOHTTP1
import SallyportTesting
import Testing

@testable import SallyportGate
@testable import SallyportServer

@Suite("A client that does not read")
struct BackPressureTests {
    private let clock = ManualClock()
    private let lease = Lease(expiresAt: nil)

    private func channel() throws -> EmbeddedChannel {
        let clock = clock
        let cache = HotCache(bytesMax: 1 << 20, clock: { clock.now })
        let entry = HotEntry(
            lease: lease,
            etag: "\"tag\"",
            headers: HTTPHeaders(),
            content: .memory(ByteBuffer(string: "bytes")),
            clearance: nil
        )
        cache.keep(entry, for: HotKey(artifact: "/a"))
        let channel = EmbeddedChannel(handlers: [
            HTTPServerPipelineHandler(), HotPathHandler(HotPathServices(cache, clock)),
        ])
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return channel
    }

    private func request(_ count: Int, of channel: EmbeddedChannel) throws {
        for _ in 0..<count {
            let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/a", headers: ["host": "h"])
            try channel.writeInbound(HTTPServerRequestPart.head(head))
            try channel.writeInbound(HTTPServerRequestPart.end(nil))
        }
    }

    private func setWritable(_ isWritable: Bool, _ channel: EmbeddedChannel) {
        channel.isWritable = isWritable
        channel.pipeline.fireChannelWritabilityChanged()
        channel.embeddedEventLoop.run()
    }

    /// How many answers were begun since the last time.
    private func answers(of channel: EmbeddedChannel) throws -> Int {
        var count = 0
        while let part = try channel.readOutbound(as: HTTPServerResponsePart.self) {
            if case .head = part { count += 1 }
        }
        return count
    }

    @Test("is written nothing until it has taken what was written before, and then everything in turn")
    func waits() throws {
        let channel = try channel()
        setWritable(false, channel)
        try request(3, of: channel)
        #expect(try answers(of: channel) == 0)
        setWritable(false, channel)
        #expect(try answers(of: channel) == 0)
        setWritable(true, channel)
        #expect(try answers(of: channel) == 3)
        try request(1, of: channel)
        #expect(try answers(of: channel) == 1)
    }

    @Test("is not closed as silent while its answer waits, and is when it has it")
    func isNotSilent() throws {
        let channel = try channel()
        setWritable(false, channel)
        try request(1, of: channel)
        channel.pipeline.fireUserInboundEventTriggered(IdleStateHandler.IdleStateEvent.read)
        #expect(channel.isActive)
        setWritable(true, channel)
        channel.pipeline.fireUserInboundEventTriggered(IdleStateHandler.IdleStateEvent.read)
        channel.embeddedEventLoop.run()
        #expect(!channel.isActive)
    }

    @Test("does not get what was taken back while it waited: its request is asked behind, whole")
    func takenBack() throws {
        let channel = try channel()
        setWritable(false, channel)
        try request(1, of: channel)
        lease.revoke()
        setWritable(true, channel)
        #expect(try answers(of: channel) == 0)
        var parts: [String] = []
        while let part = try channel.readInbound(as: HTTPServerRequestPart.self) {
            switch part {
            case .head(let head): parts.append(head.uri)
            case .body: parts.append("body")
            case .end: parts.append("end")
            }
        }
        #expect(parts == ["/a", "end"])
    }
}

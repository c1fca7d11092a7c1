import NIOCore
import NIOHTTP1
import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportTesting
import Testing

@testable import SallyportGate
@testable import SallyportServer

@Suite("The hot path's cache")
struct HotCacheTests {
    private let clock = ManualClock()

    private func cache(_ bytesMax: Int = 1 << 20) -> HotCache {
        let clock = clock
        return HotCache(bytesMax: bytesMax, clock: { clock.now })
    }

    private func entry(_ lease: Lease = Lease(expiresAt: nil), bytes: Int = 1) -> HotEntry {
        HotEntry(
            lease: lease,
            etag: "\"tag\"",
            headers: HTTPHeaders(),
            content: .memory(ByteBuffer(repeating: 0, count: bytes)),
            clearance: nil
        )
    }

    private func head(
        _ method: HTTPMethod = .GET,
        version: HTTPVersion = .http1_1,
        headers: [(String, String)] = []
    ) -> HTTPRequestHead {
        HTTPRequestHead(version: version, method: method, uri: "/a", headers: HTTPHeaders(headers))
    }

    @Test("nothing outlives its lease: not by time, not after it was taken back")
    func leases() {
        let cache = cache()
        let lease = Lease(expiresAt: clock.now.adding(seconds: 10))
        cache.keep(entry(lease), for: HotKey(artifact: "/a"))
        clock.advance(seconds: 9)
        #expect(cache.entry(for: HotKey(artifact: "/a")) != nil)
        clock.advance(seconds: 1)
        #expect(cache.entry(for: HotKey(artifact: "/a")) == nil)
        let revoked = Lease(expiresAt: nil)
        cache.keep(entry(revoked), for: HotKey(artifact: "/a"))
        revoked.revoke()
        #expect(cache.entry(for: HotKey(artifact: "/a")) == nil)
    }

    @Test("what is larger than the whole cache is not kept", arguments: [-1, 0, 1])
    func bound(room: Int) {
        let cache = cache(100 + HotCache.entryCost + "/a".utf8.count + room)
        cache.keep(entry(bytes: 100), for: HotKey(artifact: "/a"))
        #expect((cache.entry(for: HotKey(artifact: "/a")) != nil) == (room >= 0))
    }

    @Test("what the client chooses of a request counts too: many long ones do not grow it")
    func keys() {
        let target = String(repeating: "a", count: 900)
        let cache = cache(10 * (HotCache.entryCost + 1 + 900))
        let keys = (0..<100).map { HotKey(index: target, host: "\($0 + 100)", accept: "", encoding: "", agent: "") }
        for key in keys { cache.keep(entry(), for: key) }
        #expect((1...10).contains(keys.count { cache.entry(for: $0) != nil }))
    }

    @Test("what is longer than any client asks for is not kept", arguments: [-1, 0, 1])
    func longKeys(excess: Int) {
        let long = String(repeating: "a", count: HotCache.keyPartBytesMax + excess)
        let cache = cache()
        let target = HotKey(artifact: long)
        // Three line breaks stand between the four fields.
        let variant = HotKey(index: "/a", host: "", accept: String(long.dropFirst(3)), encoding: "", agent: "")
        for key in [target, variant] {
            cache.keep(entry(), for: key)
            #expect((cache.entry(for: key) != nil) == (excess <= 0))
        }
    }

    @Test("an index is kept for exactly the request that it was rendered for")
    func variants() {
        let cache = cache()
        let key = HotKey(index: "/a", host: "h", accept: "a", encoding: "e", agent: "u")
        cache.keep(entry(), for: key)
        #expect(cache.entry(for: key) != nil)
        for other in [
            HotKey(index: "/a", host: "x", accept: "a", encoding: "e", agent: "u"),
            HotKey(index: "/a", host: "h", accept: "x", encoding: "e", agent: "u"),
            HotKey(index: "/a", host: "h", accept: "a", encoding: "x", agent: "u"),
            HotKey(index: "/a", host: "h", accept: "a", encoding: "e", agent: "x"),
            HotKey(index: "/b", host: "h", accept: "a", encoding: "e", agent: "u"),
            HotKey(artifact: "/a"),
        ] {
            #expect(cache.entry(for: other) == nil)
        }
    }

    @Test("plain requests are answered from it, whatever needs a closer look is not")
    func requests() {
        let cache = cache()
        cache.keep(entry(), for: HotKey(artifact: "/a"))
        let services = HotPathServices(cache, clock)
        for plain in [
            head(), head(.HEAD), head(headers: [("if-none-match", "x")]),
            head(headers: [("cookie", "x"), ("X-Other", "y")]),
        ] {
            #expect(services.entry(for: plain) != nil)
        }
        let names = ["Range", "expect", "If-Match", "authorization", "CONTENT-LENGTH", "transfer-encoding"]
        let others = [
            head(.POST), head(.PUT), head(version: .http1_0), head(headers: [("connection", "close")]),
        ]
        for other in others + names.map({ head(headers: [($0, "x")]) }) {
            #expect(services.entry(for: other) == nil, "\(other)")
        }
    }
}

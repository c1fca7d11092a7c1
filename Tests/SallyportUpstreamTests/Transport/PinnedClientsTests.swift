import AsyncHTTPClient
import NIOPosix
import NIOSSL
import Testing

@testable import SallyportUpstream

@Suite struct PinnedClientsTests {
    private func clients(hostsMax: Int) -> PinnedClients {
        var limits = UpstreamLimits.standard
        limits.hostsMax = hostsMax
        return PinnedClients(
            group: MultiThreadedEventLoopGroup.singleton,
            tls: .makeClientConfiguration(),
            limits: limits
        )
    }

    private func key(_ host: String, _ purpose: PinnedClients.Purpose = .answer) throws -> PinnedClients.Key {
        PinnedClients.Key(host: host, address: try #require(IPAddress("127.0.0.1")), purpose: purpose)
    }

    private func client(_ key: PinnedClients.Key, of clients: PinnedClients) async throws -> ObjectIdentifier {
        try await clients.withClient(key) { ObjectIdentifier($0) }
    }

    @Test func refusesAfterTheEnd() async throws {
        let clients = clients(hostsMax: 2)
        await clients.shutdown()
        let host = try key("a")
        await #expect(throws: PinnedClients.ShutDown.self) { try await clients.withClient(host) { _ in } }
        await clients.shutdown()
    }

    @Test func keepsOneClientForEachAddressAndPurpose() async throws {
        let clients = clients(hostsMax: 10)
        let first = try await client(key("a"), of: clients)
        #expect(try await client(key("a"), of: clients) == first)
        #expect(try await client(key("a", .artifact), of: clients) != first)
        #expect(try await client(key("b"), of: clients) != first)
        #expect(clients.count == 3)
        await clients.shutdown()
    }

    @Test func endsTheClientThatWasIdleLongest() async throws {
        let clients = clients(hostsMax: 2)
        let first = try await client(key("a"), of: clients)
        _ = try await client(key("b"), of: clients)
        #expect(try await client(key("a"), of: clients) == first)
        _ = try await client(key("c"), of: clients)
        #expect(clients.count == 2)
        #expect(try await client(key("a"), of: clients) == first)
        await clients.shutdown()
    }

    @Test func endsNoClientInUse() async throws {
        let clients = clients(hostsMax: 1)
        let (outer, inner) = (try key("a"), try key("b"))
        try await clients.withClient(outer) { first in
            let used = ObjectIdentifier(first)
            try await clients.withClient(inner) { _ in #expect(clients.count == 2) }
            #expect(try await client(outer, of: clients) == used)
        }
        await clients.shutdown()
    }
}

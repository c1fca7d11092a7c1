import AsyncHTTPClient
import NIOCore
import NIOHTTPCompression
import NIOSSL
import Synchronization

/// HTTP clients, each tied to one address of one host.
///
/// The address that the guard has seen is the address that is connected to: a client's `dnsOverride` maps its host to
/// that address, so nothing is resolved a second time, while the name stays in `host`, in SNI and in the check of
/// the certificate. A name server that changes its answer between check and use changes nothing.
final class PinnedClients: Sendable {
    /// Whether bodies are decoded on the way in.
    enum Purpose: Hashable, Sendable {
        /// Indexes and relayed answers: gzip is decoded.
        case answer
        /// Artifacts: bytes as they are, for digests are of them.
        case artifact
    }

    struct Key: Hashable, Sendable {
        let host: String
        let address: IPAddress
        let purpose: Purpose
    }

    /// The clients are shut down.
    struct ShutDown: Error {}

    private struct Entry {
        let client: HTTPClient
        var users = 0
        var lastUse: UInt64 = 0
    }

    private struct State {
        var entries: [Key: Entry] = [:]
        var uses: UInt64 = 0
        var isShutDown = false
    }

    private let state = Mutex(State())
    private let group: any EventLoopGroup
    private let tls: TLSConfiguration
    private let limits: UpstreamLimits

    init(group: any EventLoopGroup, tls: TLSConfiguration, limits: UpstreamLimits) {
        self.group = group
        self.tls = tls
        self.limits = limits
    }

    /// How many clients there are now.
    var count: Int { state.withLock { $0.entries.count } }

    /// Lends a client for the time of `body`, and shuts down one that nobody has used for long where there are
    /// too many.
    func withClient<Result>(_ key: Key, _ body: (HTTPClient) async throws -> Result) async throws -> Result {
        let (client, idle) = try state.withLock { state in try lend(key, from: &state) }
        defer { state.withLock { $0.entries[key]?.users -= 1 } }
        if let idle { try? await idle.shutdown() }
        return try await body(client)
    }

    /// Ends all clients; requests under way fail.
    func shutdown() async {
        let clients = state.withLock { state in
            state.isShutDown = true
            defer { state.entries = [:] }
            return state.entries.values.map(\.client)
        }
        for client in clients { try? await client.shutdown() }
    }

    private func lend(_ key: Key, from state: inout State) throws -> (HTTPClient, idle: HTTPClient?) {
        guard !state.isShutDown else { throw ShutDown() }
        state.uses += 1
        var idle: HTTPClient?
        if state.entries[key] == nil {
            idle = takeIdle(from: &state)
            state.entries[key] = Entry(client: makeClient(key))
        }
        guard var entry = state.entries[key] else { throw ShutDown() }
        entry.users += 1
        entry.lastUse = state.uses
        state.entries[key] = entry
        return (entry.client, idle)
    }

    /// The client that was idle longest, when the number of clients has reached its bound.
    private func takeIdle(from state: inout State) -> HTTPClient? {
        guard state.entries.count >= limits.hostsMax else { return nil }
        let oldest = state.entries.filter { $0.value.users == 0 }.min { $0.value.lastUse < $1.value.lastUse }
        return oldest.flatMap { state.entries.removeValue(forKey: $0.key)?.client }
    }

    private func makeClient(_ key: Key) -> HTTPClient {
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: tls,
            redirectConfiguration: .disallow,
            timeout: .init(connect: limits.connectTimeout, read: limits.idleTimeout),
            connectionPool: .init(
                idleTimeout: .seconds(30),
                concurrentHTTP1ConnectionsPerHostSoftLimit: max(
                    limits.answersInFlightMax,
                    limits.artifactsInFlightMax
                )
            ),
            decompression: key.purpose == .answer
                ? .enabled(limit: .ratio(limits.decompressionRatioMax)) : .disabled
        )
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        if IPAddress(key.host) == nil { configuration.dnsOverride = [key.host: key.address.description] }
        return HTTPClient(eventLoopGroup: group, configuration: configuration)
    }
}

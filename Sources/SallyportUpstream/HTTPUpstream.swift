public import Logging
public import NIOCore
public import SallyportEcosystem
public import SallyportGate
public import SallyportModel

/// What all upstreams of a server share.
public struct UpstreamSurroundings: Sendable {
    /// The event loops that connections live on; owned by the caller, and shut down after the upstream.
    public let group: any EventLoopGroup
    /// Finds addresses.
    public let resolver: any HostResolver
    /// Time and chance.
    public let pacing: Pacing
    /// Identifies this server in ``LoopMark``; letters, digits and `-`.
    public let instance: String
    /// Where retries are logged, at debug.
    public let logger: Logger

    /// Gathers them.
    public init(
        group: any EventLoopGroup,
        resolver: any HostResolver,
        pacing: Pacing,
        instance: String,
        logger: Logger
    ) {
        self.group = group
        self.resolver = resolver
        self.pacing = pacing
        self.instance = instance
        self.logger = logger
    }
}

/// The registries outside, over HTTP/1.1.
///
/// Each answer is bounded in bytes, time, redirects and attempts by ``UpstreamLimits``. Repeatable requests are tried
/// again after failures of the network, 408, 429 and 5xx. TLS is verified, and https never becomes http. Credentials
/// go to the exact origin that they were configured for, and every target passes the guard against private
/// addresses (`docs/threat-model.md`), redirects and links of indexes included.
///
/// Not promised: what stands behind a public address (a proxy that forwards into a private network), and that an
/// address is still the one that its name has now: addresses are believed for half a minute.
public final class HTTPUpstream: Upstream {
    private let sessions: [Ecosystem: UpstreamSession]

    /// Reads the files that the configurations name; throws ``UpstreamConfigurationError``.
    public init(
        _ upstreams: [UpstreamConfiguration],
        limits: UpstreamLimits = .standard,
        surroundings: UpstreamSurroundings
    ) throws {
        var sessions: [Ecosystem: UpstreamSession] = [:]
        for upstream in upstreams {
            guard sessions[upstream.ecosystem] == nil else {
                throw UpstreamConfigurationError(.twoUpstreams, upstream.ecosystem, "configure one, not two")
            }
            sessions[upstream.ecosystem] = try UpstreamSession(upstream, limits: limits, surroundings: surroundings)
        }
        self.sessions = sessions
    }

    /// Closes all connections; requests under way fail. Must be called before the last reference goes.
    public func shutdown() async {
        for session in sessions.values { await session.shutdown() }
    }

    /// Whether an upstream is configured for the ecosystem.
    public func isConfigured(_ ecosystem: Ecosystem) -> Bool { sessions[ecosystem] != nil }

    /// Asks for an index; conditional when `known` has a validator.
    public func index(
        _ request: IndexRequest,
        of ecosystem: Ecosystem,
        known: IndexDocument?
    ) async throws(UpstreamError) -> IndexReply {
        try await session(ecosystem).index(request, known: known)
    }

    /// Streams an artifact into a staged blob.
    ///
    /// A transfer that breaks is taken up where it stopped, by `range`, if the server can and the bytes are certain
    /// to belong together: by a strong entity tag, or because published digests will be checked over the whole.
    public func fetch(
        _ artifact: IndexedArtifact,
        bytesMax: Int,
        into staged: any StagedBlob
    ) async throws(UpstreamError) {
        try await session(artifact.artifact.release.package.ecosystem)
            .fetch(artifact, bytesMax: bytesMax, into: staged)
    }

    /// Passes a request on: GET, HEAD or POST, with the fields `accept` and `content-type`.
    public func relay(
        _ relay: Relay,
        query: String,
        body: [UInt8],
        of ecosystem: Ecosystem
    ) async throws(UpstreamError) -> Answer {
        try await session(ecosystem).relay(relay, query: query, body: body)
    }

    private func session(_ ecosystem: Ecosystem) throws(UpstreamError) -> UpstreamSession {
        if let session = sessions[ecosystem] { return session }
        throw UpstreamError(.notConfigured, "no upstream is configured for \(ecosystem); add one under `upstreams`")
    }
}

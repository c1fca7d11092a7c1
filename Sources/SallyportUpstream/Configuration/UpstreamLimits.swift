public import NIOCore

/// Every bound on the traffic with one upstream.
public struct UpstreamLimits: Sendable {
    /// Time until a TCP connection stands and TLS is agreed.
    public var connectTimeout: TimeAmount = .seconds(5)
    /// Longest silence while an answer is awaited or arrives.
    public var idleTimeout: TimeAmount = .seconds(30)
    /// Time for an index or a relayed request, all attempts and waiting together.
    public var answerTimeout: TimeAmount = .seconds(60)
    /// Time for an artifact, all attempts and waiting together.
    public var artifactTimeout: TimeAmount = .minutes(10)
    /// Most redirects that are followed for one request.
    public var redirectsMax = 5
    /// Most attempts of one request, the first included.
    public var attemptsMax = 3
    /// The wait before the second attempt; doubles with each further one.
    public var backoffBase: Duration = .milliseconds(200)
    /// The longest wait between attempts, and the longest `retry-after` that is waited for.
    public var backoffMax: Duration = .seconds(10)
    /// Time for which requests fail at once after the upstream could not be connected to.
    public var outageSeconds = 5
    /// Largest relayed answer, in bytes, decoded.
    public var relayBytesMax = 32 * 1_024 * 1_024
    /// Largest ratio of decoded to encoded bytes of an index.
    public var decompressionRatioMax = 200
    /// Indexes and relayed requests in flight at once.
    public var answersInFlightMax = 24
    /// Artifacts in flight at once.
    public var artifactsInFlightMax = 24
    /// Requests that may wait for their turn, for each of the two kinds; one more fails at once.
    public var waitersMax = 4_096
    /// Hosts whose addresses and connections are kept.
    public var hostsMax = 64
    /// Addresses of one host that are looked at.
    public var addressesMax = 16
    /// Time for which a host's addresses are believed.
    public var addressesLifetimeSeconds = 30
    /// Artifact bytes that are gathered before they are written.
    public var writeBytes = 128 * 1_024

    /// The values that serve a team on one machine.
    public static let standard = UpstreamLimits()

    /// Makes the standard limits, to be changed field by field.
    public init() {}
}

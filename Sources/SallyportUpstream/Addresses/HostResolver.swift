public import NIOCore
import NIOPosix

/// Finds the addresses of a host name.
public protocol HostResolver: Sendable {
    /// All addresses of a name, in the order of preference; throws when the name has none.
    func addresses(of host: String) async throws -> [IPAddress]
}

/// The system's resolver, `/etc/hosts` included, off the event loops.
public struct SystemHostResolver: HostResolver {
    private let group: any EventLoopGroup
    private let timeout: TimeAmount

    /// Makes a resolver; a look-up that takes longer than `timeout` fails.
    public init(group: any EventLoopGroup, timeout: TimeAmount = .seconds(5)) {
        self.group = group
        self.timeout = timeout
    }

    /// IPv4 before IPv6, so that a host without IPv6 routes loses no time.
    public func addresses(of host: String) async throws -> [IPAddress] {
        let loop = group.any()
        let resolver = NIORandomizedDNSResolver(loop: loop)
        let six = resolver.initiateAAAAQuery(host: host, port: 0)
        let four = resolver.initiateAQuery(host: host, port: 0)
        let promise = loop.makePromise(of: [SocketAddress].self)
        let timer = loop.scheduleTask(in: timeout) { promise.fail(ResolverTimeout()) }
        four.and(six).map { $0 + $1 }.cascade(to: promise)
        defer { timer.cancel() }
        return try await promise.futureResult.get().compactMap { $0.ipAddress.flatMap { IPAddress($0) } }
    }
}

/// The resolver gave no answer in time.
struct ResolverTimeout: Error, CustomStringConvertible {
    var description: String { "the name server did not answer in time" }
}

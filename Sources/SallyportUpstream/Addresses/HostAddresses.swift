import SallyportModel
import Synchronization

/// The addresses of hosts, remembered for a short while, in the order in which they are tried.
///
/// A remembered order stays through refreshes, so that connections are used again; an address that did not answer
/// goes to the end.
final class HostAddresses: Sendable {
    private struct Entry {
        var addresses: [IPAddress]
        var expires: Instant
    }

    private let entries = Mutex<[String: Entry]>([:])
    private let resolver: any HostResolver
    private let limits: UpstreamLimits
    private let now: @Sendable () -> Instant

    init(resolver: any HostResolver, limits: UpstreamLimits, now: @escaping @Sendable () -> Instant) {
        self.resolver = resolver
        self.limits = limits
        self.now = now
    }

    /// The host's addresses; an address stands for itself. Throws when the name can't be resolved.
    func addresses(of host: String) async throws -> [IPAddress] {
        if let literal = IPAddress(host) { return [literal] }
        let time = now()
        if let entry = entries.withLock({ $0[host] }), time < entry.expires { return entry.addresses }
        let found = try await resolver.addresses(of: host).prefix(limits.addressesMax)
        return entries.withLock { entries in
            let known = (entries[host]?.addresses ?? []).filter(found.contains)
            let addresses = known + found.filter { !known.contains($0) }
            if entries.count >= limits.hostsMax { entries = entries.filter { time < $0.value.expires } }
            if entries.count < limits.hostsMax || entries[host] != nil {
                let expires = time.adding(seconds: Int64(limits.addressesLifetimeSeconds))
                entries[host] = Entry(addresses: addresses, expires: expires)
            }
            return addresses
        }
    }

    /// Notes that an address did not answer.
    func demote(_ address: IPAddress, of host: String) {
        entries.withLock { entries in
            guard let position = entries[host]?.addresses.firstIndex(of: address) else { return }
            entries[host]?.addresses.remove(at: position)
            entries[host]?.addresses.append(address)
        }
    }
}
